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

/**
 * A step that failed because the database was away or full has not failed: it keeps its tries and is done a little later. If not
 * even that can be written, the step stays taken until its lock is over, with its tries as they were.
 */
final class KeepTries implements FailedJobCommandFactory {

    /** Or a step that fails at once would be tried without a pause. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Outages outages;

    KeepTries(Outages outages) {
        this.outages = outages;
    }

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        return outages.behind(failure).isEmpty() ? new DefaultJobRetryCmd(job, failure) : new AfterOutage(job, failure);
    }

    private static final class AfterOutage extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        AfterOutage(String job, Throwable failure) {
            super(job, failure);
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
                job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(PAUSE)));
            }
        }
    }
}
