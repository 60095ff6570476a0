package org.jointflights.persistence.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jointflights.domain.Conflict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A copy is made between the acts of others, and never in the middle of one. */
class ActsUnderWayTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ActsUnderWay acts = new ActsUnderWay();
    private final ExecutorService others = Executors.newFixedThreadPool(2);
    private final List<String> order = new ArrayList<>();

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    @Test
    void nothing_runs_while_somebody_else_is_in_the_middle_of_an_act_and_it_runs_once_that_has_ended()
            throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> act = others.submit(() -> {
            acts.begin();
            begun.countDown();
            end.await();
            order.add("act");
            acts.end();
            return null;
        });
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

        assertThatThrownBy(() -> acts.alone(Duration.ZERO, () -> order.add("copy")))
                .isInstanceOf(Conflict.class)
                .hasMessage(
                        "For 0 seconds there was always somebody at work in the middle of an act: no backup was taken. Ask for it again.");
        end.countDown();
        acts.alone(MINUTE, () -> order.add("copy"));
        act.get(1, TimeUnit.MINUTES);

        assertThat(order).containsExactly("act", "copy");
    }

    @Test
    void whoever_asks_for_the_copy_is_in_an_act_of_their_own_and_acts_within_an_act_wait_for_nobody() throws Exception {
        acts.begin();
        acts.begin();
        acts.alone(Duration.ZERO, () -> order.add("copy"));
        acts.end();
        acts.alone(Duration.ZERO, () -> order.add("copy"));
        Future<Boolean> refused = others.submit(() -> isRefused());
        assertThat(refused.get(1, TimeUnit.MINUTES))
                .as("the first act has not ended")
                .isTrue();
        acts.end();
        Future<Boolean> free = others.submit(() -> isRefused());

        assertThat(free.get(1, TimeUnit.MINUTES)).isFalse();
        assertThat(order).hasSize(2);
    }

    @Test
    void an_act_that_begins_meanwhile_waits_and_one_after_a_copy_that_failed_does_not() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        List<Future<?>> act = new ArrayList<>();
        assertThatThrownBy(() -> acts.alone(Duration.ZERO, () -> {
                    act.add(others.submit(() -> {
                        tried.countDown();
                        acts.begin();
                        order.add("act");
                        acts.end();
                    }));
                    await(tried);
                    order.add("copy");
                    throw new IllegalStateException("no room on the disk");
                }))
                .hasMessage("no room on the disk");
        act.get(0).get(1, TimeUnit.MINUTES);

        assertThat(order).containsExactly("copy", "act");
    }

    private boolean isRefused() {
        try {
            acts.alone(Duration.ZERO, () -> {});
            return false;
        } catch (Conflict refused) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
