package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Fifty statements as PDF at once, while others look at the list of flights. */
@OverHttp
class DocumentsUnderLoadTest {

    private static final int DOCUMENTS = 50;

    /** Each has few enough at once that it is the line that fills. */
    private static final List<String> READERS = List.of(
            "frcoordinator",
            "frfinance1",
            "frfinance2",
            "gbcoordinator",
            "gbfinance1",
            "escoordinator",
            "esfinance1",
            "executive1",
            "executive2",
            "rightsofficer1",
            "manager1",
            "manager2",
            "auditor");

    @LocalServerPort
    private int port;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private ExampleSteps steps;

    private OperationReference flight;

    @BeforeEach
    void three_states_have_agreed_on_their_shares() {
        users.open();
        flight = new SomeFlights(users).sharing();
        steps.acceptShares(flight, Set.of());
    }

    @Test
    void fifty_documents_at_once_are_made_or_put_off_and_the_list_goes_on_answering() throws Exception {
        List<HttpUser> readers =
                READERS.stream().map(name -> HttpUser.signedIn(port, name)).toList();
        HttpUser onlooker = HttpUser.signedIn(port, "admin");
        readers.get(0).get("/flights/" + flight + "/statement.pdf");
        List<Duration> alone = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            alone.add(listed(onlooker));
        }

        CountDownLatch together = new CountDownLatch(1);
        ExecutorService clients = Executors.newFixedThreadPool(DOCUMENTS);
        List<Future<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            HttpUser reader = readers.get(i % readers.size());
            asked.add(clients.submit(() -> {
                together.await();
                return reader.get("/flights/" + flight + "/statement.pdf");
            }));
        }
        clients.shutdown();
        long begun = System.nanoTime();
        together.countDown();
        List<Duration> meanwhile = new ArrayList<>();
        do {
            meanwhile.add(listed(onlooker));
        } while (!asked.stream().allMatch(Future::isDone));
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        int made = 0;
        for (Future<HttpResponse<String>> one : asked) {
            HttpResponse<String> answer = one.get();
            assertThat(answer.statusCode()).isIn(200, 503);
            if (answer.statusCode() == 200) {
                made++;
                assertThat(answer.body()).startsWith("%PDF-");
            } else {
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
                assertThat(answer.body()).contains("Many are having documents made at this moment. Try again in 10");
            }
        }
        LoggerFactory.getLogger(DocumentsUnderLoadTest.class)
                .info(
                        "{} of {} made in {} ms; the list alone {} ms, meanwhile {} ms, at most {} ms of {}",
                        made,
                        DOCUMENTS,
                        taken.toMillis(),
                        median(alone).toMillis(),
                        median(meanwhile).toMillis(),
                        meanwhile.stream()
                                .max(Duration::compareTo)
                                .orElseThrow()
                                .toMillis(),
                        meanwhile.size());
        assertThat(made).isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        // Two processors are shared by the documents, their readers and the list; a list that had to wait behind the
        // documents would take as long as all of them.
        assertThat(median(meanwhile)).isLessThan(median(alone).multipliedBy(20));
        assertThat(readers.get(0).get("/flights/" + flight + "/statement.pdf").statusCode())
                .as("every place is free again")
                .isEqualTo(200);
    }

    @Test
    void who_asks_for_many_at_once_is_told_to_wait_and_nobody_else_is() throws Exception {
        HttpUser greedy = HttpUser.signedIn(port, "manager1");
        HttpUser other = HttpUser.signedIn(port, "manager2");
        ExecutorService clients = Executors.newFixedThreadPool(DOCUMENTS);
        List<Future<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            asked.add(clients.submit(() -> greedy.get("/flights/" + flight + "/statement.xlsx")));
        }
        clients.shutdown();

        assertThat(other.get("/flights/" + flight + "/statement.xlsx").statusCode())
                .isEqualTo(200);
        for (Future<HttpResponse<String>> one : asked) {
            HttpResponse<String> answer = one.get();
            assertThat(answer.statusCode()).isIn(200, 429);
            if (answer.statusCode() == 429) {
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
                assertThat(answer.body()).contains("You are having several documents made already.");
            }
        }
    }

    private static Duration listed(HttpUser onlooker) {
        long begun = System.nanoTime();
        assertThat(onlooker.get("/flights").statusCode()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
