package org.jointflights.web.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jointflights.domain.Busy;
import org.jointflights.domain.TooOften;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has costs divided keeps nobody else from it: real threads, held by latches, and no sleep. */
class SharingTurnsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void over() throws InterruptedException {
        end.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void with_two_processors_one_person_has_one_and_the_other_stays_for_others() throws Exception {
        SharingTurns turns = new SharingTurns(2, Duration.ofMillis(50), 3);
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> whole = threads.submit(() -> turns.inTurn("ann", held(begun)));
        begun.await();

        refusal(Busy.class, "costs.preview.busy", () -> turns.inTurn("ann", () -> "at once"));
        assertThat(turns.inTurn("bob", () -> "at once")).isEqualTo("at once");
        end.countDown();
        assertThat(whole.get()).isEqualTo("done");
        assertThat(turns.inTurn("ann", () -> "then")).isEqualTo("then");
    }

    @Test
    void more_people_than_processors_wait_and_nobody_waits_for_ever() throws Exception {
        SharingTurns turns = new SharingTurns(1, Duration.ofMillis(50), 3);
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> anns = threads.submit(() -> turns.inTurn("ann", held(begun)));
        begun.await();

        refusal(Busy.class, "costs.preview.busy", () -> turns.inTurn("bob", () -> "at once"));
        end.countDown();
        assertThat(anns.get()).isEqualTo("done");
        assertThat(turns.inTurn("bob", () -> "then")).isEqualTo("then");
    }

    @Test
    void one_person_waits_for_so_many_and_no_more() throws Exception {
        SharingTurns turns = new SharingTurns(2, Duration.ofSeconds(10), 3);
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> first = threads.submit(() -> turns.inTurn("ann", held(begun)));
        begun.await();
        CountDownLatch refused = new CountDownLatch(1);
        Callable<String> another = () -> {
            try {
                return turns.inTurn("ann", () -> "later");
            } catch (TooOften tooMany) {
                refused.countDown();
                return tooMany.code();
            }
        };
        List<Future<String>> others =
                List.of(threads.submit(another), threads.submit(another), threads.submit(another));

        assertThat(refused.await(10, TimeUnit.SECONDS)).isTrue();
        end.countDown();
        assertThat(first.get()).isEqualTo("done");
        assertThat(List.of(
                        others.get(0).get(), others.get(1).get(), others.get(2).get()))
                .containsExactlyInAnyOrder("later", "later", "costs.preview.tooMany");
    }

    @Test
    void what_fails_gives_its_turn_back() {
        SharingTurns turns = new SharingTurns(1, Duration.ofMillis(50), 1);
        for (int i = 0; i < 3; i++) {
            refusal(
                    Busy.class,
                    "costs.preview.busy",
                    () -> turns.inTurn("ann", () -> {
                        throw Busy.of(Duration.ofSeconds(1), "costs.preview.busy");
                    }));
        }
        assertThat(turns.inTurn("ann", () -> "done")).isEqualTo("done");
    }

    private Supplier<String> held(CountDownLatch begun) {
        return () -> {
            begun.countDown();
            try {
                assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return "done";
        };
    }
}
