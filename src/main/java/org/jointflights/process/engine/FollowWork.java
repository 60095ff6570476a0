package org.jointflights.process.engine;

import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jointflights.application.monitoring.RecordActTimes;
import org.jointflights.application.monitoring.WorkInHand;

/**
 * Measures how long completing a task takes, its transaction included, and keeps each job's lines of the log apart. What
 * has failed stays in hand until whoever began it has logged the failure: the filter of requests, or the runner of jobs,
 * ends it.
 */
final class FollowWork extends CommandInterceptor {

    private final RecordActTimes times;

    FollowWork(RecordActTimes times) {
        this.times = times;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof SubmitTaskFormCmd) {
            WorkInHand.isOver();
            return times.timed(() -> next.execute(command));
        }
        if (command instanceof ExecuteJobsCmd) {
            WorkInHand.isOver();
            T done = next.execute(command);
            WorkInHand.isOver();
            return done;
        }
        return next.execute(command);
    }
}
