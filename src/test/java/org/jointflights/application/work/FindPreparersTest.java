package org.jointflights.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FindPreparersTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final FindPreparers preparers =
            new FindPreparers(ports.work, task -> task.equals("userTask_addCostItem"), ports.trail);

    @Test
    void whoever_completed_a_preparing_task_until_it_was_frozen_fed_the_version() {
        completes("frcoordinator", "userTask_addCostItem");
        completes("gbfinance1", "userTask_answerShare");
        Instant frozen = ports.clock.instant();
        ports.clock.advance(Duration.ofMillis(1));
        completes("gbfinance2", "userTask_addCostItem");

        assertThat(preparers.of(REFERENCE, frozen)).containsExactly("frcoordinator");
        assertThat(preparers.of(REFERENCE, ports.clock.instant()))
                .containsExactlyInAnyOrder("frcoordinator", "gbfinance2");
    }

    @ParameterizedTest
    @MethodSource("org.jointflights.application.trail.PreparingEvents#all")
    void so_did_whoever_proposed_the_flight_decided_about_it_on_its_page_or_took_people_off(TrailEvent event) {
        ParisToLagos.at(Stage.APPROVAL, ports);
        ports.user.is("frfinance1", "FRfinance", "FRcoordinator");
        ports.writeTrail.record(REFERENCE, event);
        Instant then = ports.clock.instant();

        assertThat(preparers.of(REFERENCE, then)).containsExactly("frfinance1");
        assertThat(preparers.of(REFERENCE, then.minusMillis(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.jointflights.application.trail.PreparingEvents#others")
    void what_else_the_trail_tells_prepares_nothing_by_itself(TrailEvent event) {
        ports.user.is("frfinance1", "FRfinance");
        ports.writeTrail.record(REFERENCE, event);

        assertThat(preparers.of(REFERENCE, ports.clock.instant())).isEmpty();
    }

    private void completes(String person, String task) {
        String id = "task-" + ports.work.of(REFERENCE).size();
        ports.work.add(new TaskDone(id, task, REFERENCE, null, person, ports.clock.instant()));
    }
}
