package org.jointflights.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.jointflights.StandingClock;
import org.jointflights.application.system.CompareClocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoStepsByWrongClockTest {

    private static final AcquireJobsCmd TAKING = new AcquireJobsCmd(new DefaultJobExecutor(), 3);
    private static final AcquiredJobs DUE = new AcquiredJobs(3);

    private final StandingClock clock = new StandingClock();
    private Duration ahead = Duration.ofMinutes(5);
    private final CompareClocks clocks = new CompareClocks(() -> clock.instant().minus(ahead), clock);
    private final NoStepsByWrongClock guard = new NoStepsByWrongClock(clocks);

    @BeforeEach
    void the_engine_would_take_what_is_due() {
        guard.setNext(new CommandInterceptor() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T execute(Command<T> command) {
                return command == TAKING ? (T) DUE : (T) "done";
            }
        });
    }

    @Test
    void a_node_takes_no_step_while_its_clock_is_wrong_and_takes_them_again_once_it_is_right() {
        assertThat(guard.execute(TAKING))
                .isNotSameAs(DUE)
                .extracting(AcquiredJobs::size)
                .isEqualTo(0);

        ahead = Duration.ofSeconds(-1);
        clocks.compare();

        assertThat(guard.execute(TAKING)).isSameAs(DUE);
    }

    @Test
    void what_people_do_goes_on() {
        Command<String> act = context -> "";
        assertThat(guard.execute(act)).isEqualTo("done");
    }
}
