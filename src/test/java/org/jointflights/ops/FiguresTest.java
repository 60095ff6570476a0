package org.jointflights.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.TypedForms;
import org.jointflights.security.HttpUser;
import org.jointflights.security.OverHttp;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever runs the application for years sees in figures how it does, and nobody else sees them. */
@OverHttp
class FiguresTest {

    private static final String FIGURES = "/actuator/prometheus";

    private static int hours;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int healthPort;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void the_office_opens() {
        users.open();
        // None of the figures that another test has read is fresh.
        clock.advance(Duration.ofHours(++hours));
    }

    @Test
    void flights_are_counted_by_stage() {
        Scrape before = figures();

        new SomeFlights(users).proposed();
        Scrape soon = figures();
        clock.advance(Duration.ofSeconds(5));
        Scrape after = figures();

        assertThat(before.value("jointflights_flights", "stage", "closed")).isZero();
        assertThat(soon.value("jointflights_flights", "stage", "planning"))
                .as("asked again at once")
                .isEqualTo(before.value("jointflights_flights", "stage", "planning"));
        assertThat(after.value("jointflights_flights", "stage", "planning"))
                .isEqualTo(before.value("jointflights_flights", "stage", "planning") + 1);
    }

    @Test
    void what_should_have_been_done_by_now_is_counted() {
        OperationReference flight = new SomeFlights(users).proposed();
        Scrape before = figures();

        Instant due = database.sql("select min(due) from open_task where reference = ?")
                .param(flight.value())
                .query(Timestamp.class)
                .single()
                .toInstant();
        clock.set(due);
        double atThatMoment = figures().value("jointflights_waits_overdue");
        clock.advance(Duration.ofSeconds(5));

        assertThat(before.value("jointflights_waits_overdue")).isLessThan(atThatMoment + 1);
        assertThat(figures().value("jointflights_waits_overdue")).isGreaterThanOrEqualTo(atThatMoment + 1);
    }

    @Test
    void a_step_that_was_given_up_and_a_mail_that_nobody_took_are_counted() {
        new SomeFlights(users).answered();
        Scrape before = figures();
        Job job = engine.getManagementService()
                .createJobQuery()
                .timers()
                .withRetriesLeft()
                .listPage(0, 1)
                .get(0);
        engine.getManagementService().setJobRetries(job.getId(), 0);
        database.sql(
                        "insert into mail (id, person, next_try, attempts) values ('figures', 'somebody', current_timestamp, 1)")
                .update();
        clock.advance(Duration.ofSeconds(5));
        Scrape after = figures();
        engine.getManagementService().setJobRetries(job.getId(), 3);
        database.sql("delete from mail where id = 'figures'").update();
        clock.advance(Duration.ofSeconds(5));

        assertThat(after.value("jointflights_jobs_failed")).isEqualTo(before.value("jointflights_jobs_failed") + 1);
        assertThat(after.value("jointflights_notices_undelivered")).isEqualTo(1);
        assertThat(figures().value("jointflights_jobs_failed")).isEqualTo(before.value("jointflights_jobs_failed"));
    }

    @Test
    void how_long_tasks_acts_and_requests_take_is_measured_by_names_of_ours() {
        OperationReference flight = new SomeFlights(users).proposed();
        HttpUser person = HttpUser.signedIn(port, "frcoordinator");
        Scrape before = figures();

        users.as("gbcoordinator").completes("userTask_answerOffer", flight, TypedForms.seats(22, 38, "STN", true));
        String page = "/flights/" + flight + "/withdraw";
        assertThat(person.submit(page, page, Map.of("party", "ES", "cause", "COST", "reason", "x", "confirmed", "yes"))
                        .statusCode())
                .isEqualTo(403);
        Scrape after = figures();

        assertThat(after.count("jointflights_acts_seconds", "act", "userTask_answerOffer", "outcome", "done"))
                .isEqualTo(before.count("jointflights_acts_seconds", "act", "userTask_answerOffer", "outcome", "done")
                        + 1);
        assertThat(after.count("jointflights_acts_seconds", "act", "WITHDRAW", "outcome", "stopped"))
                .isEqualTo(before.count("jointflights_acts_seconds", "act", "WITHDRAW", "outcome", "stopped") + 1);
        assertThat(after.count(
                        "http_server_requests_seconds",
                        "uri",
                        "/flights/{reference}/{act}",
                        "method",
                        "POST",
                        "status",
                        "403"))
                .isPositive();
    }

    @Test
    void no_flight_person_party_or_number_is_a_label() {
        OperationReference flight = new SomeFlights(users).answered();
        HttpUser person = HttpUser.signedIn(port, "frcoordinator");
        String task = users.open("userTask_correctAnswer", flight).get(0).getId();
        person.get("/flights/" + flight);
        person.get("/nowhere/" + flight);
        person.get(HttpUser.ENGINE + "/task/" + task);
        person.get(HttpUser.ENGINE + "/task/" + task + "/nowhere");

        Scrape figures = figures();

        assertThat(figures.text())
                .doesNotContain(flight.value(), task, "coordinator", "nowhere")
                .doesNotContainPattern("=\"[^\"]*[0-9a-f]{8}-[0-9a-f]{4}");
        assertThat(figures.labels("http_server_requests_seconds", "uri"))
                .contains("/flights/{reference}", "UNKNOWN")
                .hasSizeLessThan(200);
        assertThat(figures.labels("jointflights_acts_seconds", "act")).hasSizeLessThan(80);
    }

    @Test
    void the_figures_are_on_the_port_for_probes_alone() {
        assertThat(new HttpUser(healthPort, "en").get(FIGURES).statusCode()).isEqualTo(200);
        assertThat(new HttpUser(healthPort, "en").send("POST", FIGURES, "{}").statusCode())
                .isEqualTo(403);
        assertThat(new HttpUser(port, "en").get(FIGURES).statusCode()).isEqualTo(302);
        assertThat(HttpUser.signedIn(port, "admin").get(FIGURES).statusCode()).isEqualTo(404);
    }

    private Scrape figures() {
        HttpResponse<String> answer = new HttpUser(healthPort, "en").get(FIGURES);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Scrape.of(answer.body());
    }
}
