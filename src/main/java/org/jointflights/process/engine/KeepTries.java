package org.jointflights.process.engine;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jointflights.application.system.Outages;
import org.jointflights.domain.Conflict;

/**
 * A step that failed because the database was away or full has not failed: it keeps its tries and is done a little later. If not
 * even that can be written, the step stays taken until its lock is over, with its tries as they were. Nor has one failed that may
 * not be done while the flight is suspended.
 */
final class KeepTries implements FailedJobCommandFactory {

    /** Or a step that fails at once would be tried without a pause. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Whoever lets the flight go on has it done at once. */
    private static final Duration WHILE_SUSPENDED = Duration.ofHours(1);

    private static final String SUSPENDED = "common.flight.suspended";

    private final Outages outages;

    KeepTries(Outages outages) {
        this.outages = outages;
    }

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        if (isSuspended(failure)) {
            return new Later(job, failure, WHILE_SUSPENDED);
        }
        return outages.behind(failure).isEmpty()
                ? new DefaultJobRetryCmd(job, failure)
                : new Later(job, failure, PAUSE);
    }

    private static boolean isSuspended(Throwable failure) {
        int depth = 0;
        for (Throwable at = failure; at != null && depth < 30; at = at.getCause()) {
            if (at instanceof Conflict conflict && conflict.code().equals(SUSPENDED)) {
                return true;
            }
            depth++;
        }
        return false;
    }

    private static final class Later extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        private final Duration pause;

        Later(String job, Throwable failure, Duration pause) {
            super(job, failure);
            this.pause = pause;
        }

        @Override
        protected boolean shouldDecrementRetriesFor(Throwable failure) {
            return false;
        }

        @Override
        protected void executeStandardStrategy(CommandContext context) {
            super.executeStandardStrategy(context);
            JobEntity job = getJob();
            if (job != null) {
                job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(pause)));
            }
        }
    }
}
