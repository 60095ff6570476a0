package org.jointflights.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jointflights.domain.Busy;
import org.jointflights.domain.TooOften;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fifty documents at once kept everybody else from their pages. */
class DocumentQueueTest {

    private static final byte[] DOCUMENT = {1};
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void everybody_goes_home() {
        end.countDown();
        people.shutdownNow();
    }

    @Test
    void a_document_that_fails_gives_its_place_back() throws IOException {
        DocumentQueue queue = new DocumentQueue(1, 0, Duration.ZERO, 1);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> queue.make("anna", () -> {
                        throw new IOException("no paper");
                    }))
                    .hasMessage("no paper");
            assertThatThrownBy(() -> queue.make("anna", () -> {
                        throw new IllegalStateException("no ink");
                    }))
                    .hasMessage("no ink");
        }

        assertThat(queue.make("anna", () -> DOCUMENT)).isEqualTo(DOCUMENT);
    }

    @Test
    void no_more_than_there_are_places_are_made_at_once() throws Exception {
        DocumentQueue queue = new DocumentQueue(2, 1, Duration.ZERO, 1);
        Future<byte[]> first = occupied(queue, "anna");
        Future<byte[]> second = occupied(queue, "ben");

        assertThatThrownBy(() -> queue.make("cleo", () -> DOCUMENT)).isInstanceOf(Busy.class);

        end.countDown();
        assertThat(first.get()).isEqualTo(second.get());
    }

    @Test
    void all_that_wait_in_line_get_theirs() throws Exception {
        DocumentQueue queue = new DocumentQueue(2, 30, LONG, 1);
        List<Future<byte[]>> made = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String person = "person" + i;
            made.add(people.submit(() -> queue.make(person, () -> DOCUMENT)));
        }

        for (Future<byte[]> document : made) {
            assertThat(document.get()).isEqualTo(DOCUMENT);
        }
    }

    @Test
    void whoever_finds_the_line_full_is_told_when_to_come_again() throws Exception {
        DocumentQueue queue = new DocumentQueue(1, 0, LONG, 1);
        Future<byte[]> first = occupied(queue, "anna");

        assertThatThrownBy(() -> queue.make("ben", () -> DOCUMENT))
                .isInstanceOf(Busy.class)
                .hasMessage("Many are having documents made at this moment. Try again in 60 seconds.");

        end.countDown();
        assertThat(first.get()).isEqualTo(DOCUMENT);
    }

    @Test
    void nobody_waits_for_ever() throws Exception {
        DocumentQueue queue = new DocumentQueue(1, 1, Duration.ZERO, 1);
        Future<byte[]> first = occupied(queue, "anna");

        assertThatThrownBy(() -> queue.make("ben", () -> DOCUMENT)).isInstanceOf(Busy.class);

        end.countDown();
        assertThat(first.get()).isEqualTo(DOCUMENT);
        assertThat(queue.make("ben", () -> DOCUMENT)).isEqualTo(DOCUMENT);
    }

    @Test
    void one_person_does_not_fill_the_line_for_all_others() throws Exception {
        DocumentQueue queue = new DocumentQueue(2, 10, LONG, 1);
        Future<byte[]> first = occupied(queue, "anna");

        assertThatThrownBy(() -> queue.make("anna", () -> DOCUMENT))
                .isInstanceOf(TooOften.class)
                .hasMessage("You are having several documents made already. Wait until they are there, or try again in"
                        + " 60 seconds.");
        assertThat(queue.make("ben", () -> DOCUMENT)).isEqualTo(DOCUMENT);

        end.countDown();
        first.get();
        assertThat(queue.make("anna", () -> DOCUMENT)).isEqualTo(DOCUMENT);
    }

    @Test
    void whoever_is_stopped_while_waiting_takes_no_place() throws Exception {
        DocumentQueue queue = new DocumentQueue(1, 1, LONG, 1);
        Future<byte[]> first = occupied(queue, "anna");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> queue.make("ben", () -> DOCUMENT)).isInstanceOf(Busy.class);

        assertThat(Thread.interrupted()).isTrue();
        end.countDown();
        first.get();
        assertThat(queue.make("ben", () -> DOCUMENT)).isEqualTo(DOCUMENT);
    }

    /** Somebody's document that is being made until the end. */
    private Future<byte[]> occupied(DocumentQueue queue, String person) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<byte[]> made = people.submit(() -> queue.make(person, () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return DOCUMENT;
        }));
        begun.await();
        return made;
    }
}
