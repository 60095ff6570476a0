package org.jointflights.application.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FindPreparersTest {

    private final PlanToSign plan = new PlanToSign();
    private final FindPreparers preparers =
            new FindPreparers(plan.ports.work, task -> task.equals("userTask_addCostItem"));

    @Test
    void whoever_completed_a_preparing_task_until_it_was_frozen_fed_the_version() {
        plan.completes("frcoordinator", "userTask_addCostItem");
        plan.completes("gbfinance1", "userTask_answerShare");
        Instant frozen = plan.ports.clock.instant();
        plan.ports.clock.advance(Duration.ofMillis(1));
        plan.completes("gbfinance2", "userTask_addCostItem");

        assertThat(preparers.of(REFERENCE, frozen)).containsExactly("frcoordinator");
        assertThat(preparers.of(REFERENCE, plan.ports.clock.instant()))
                .containsExactlyInAnyOrder("frcoordinator", "gbfinance2");
    }
}
