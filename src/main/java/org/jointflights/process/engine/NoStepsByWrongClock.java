package org.jointflights.process.engine;

import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.jointflights.application.system.CompareClocks;

/**
 * A node whose clock is wrong takes no steps: it would fire timers before their time or after it, and take what another node has
 * taken for left behind. It looks again and again, so that it goes on by itself; other nodes do the steps meanwhile.
 */
final class NoStepsByWrongClock extends CommandInterceptor {

    private final CompareClocks clocks;

    NoStepsByWrongClock(CompareClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T execute(Command<T> command) {
        return command instanceof AcquireJobsCmd && clocks.isWrong() ? (T) new AcquiredJobs(0) : next.execute(command);
    }
}
