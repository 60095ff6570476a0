package org.jointflights.web.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.system.Node;
import org.jointflights.application.system.Nodes;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A state is to be reminded of its answer while the table of flights is away: the step fails as often as it may. */
@ProcessTest
class SystemPageTest {

    private static final String AWAY = "alter table flight rename to flight_away";
    private static final String BACK = "alter table if exists flight_away rename to flight";

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient database;

    @Autowired
    Outbox outbox;

    @Autowired
    Nodes nodes;

    @Autowired
    Clock clock;

    private OperationReference flight;
    private String step;

    @BeforeEach
    void a_step_has_failed() {
        users.open();
        flight = new SomeFlights(users).proposed();
        users.fireTimer("boundaryEvent_reminder", flight);
        Job job = users.jobs(flight).get(0);
        step = job.getId();
        database.sql(AWAY).update();
        for (int tries = job.getRetries(); tries > 0; tries--) {
            assertThatThrownBy(() -> users.run(job)).hasStackTraceContaining("\"FLIGHT\" not found");
        }
    }

    @AfterEach
    void nothing_stays_broken() {
        database.sql(BACK).update();
        users.runJobs(flight);
    }

    @Test
    void a_failed_step_is_shown_in_plain_words_and_tried_again_until_it_succeeds() throws Exception {
        assertThat(page("admin", Locale.ENGLISH))
                .contains(
                        "href=\"/flights/" + flight + "\"",
                        "Remind the state",
                        "Take part in the flight",
                        "1 Mar 2027, 09:00",
                        "0 minutes ago",
                        "The database did not answer, or refused what the step wrote (",
                        "Try again")
                .doesNotContainIgnoringCase("select *", "flight_away", "org.h2", "\tat ");
        assertThat(page("admin", Locale.FRENCH)).contains("Rappeler à l’État", "La base de données n’a pas répondu");

        assertThat(again("admin", 200)).contains("has failed again", "Remind the state");

        database.sql(BACK).update();
        int told = outbox.of(flight).size();
        assertThat(again("admin2", 200)).contains("The step was tried again and has succeeded");
        assertThat(outbox.of(flight)).hasSizeGreaterThan(told);
        assertThat(jobs.createJobQuery().jobId(step).count()).isZero();
        assertThat(again("admin", 409)).contains("This step does not wait any more");

        String log =
                body(web.perform(get("/administration").with(user("auditor")).locale(Locale.ENGLISH))
                        .andReturn()
                        .getResponse());
        assertThat(log.split("Had a failed step of stateParticipation tried again \\(job " + step, -1))
                .as("each act once, and none that was refused")
                .hasSize(3);
    }

    @Test
    void of_two_administrators_at_the_same_moment_one_has_it_done_and_the_other_is_told_so() throws Exception {
        database.sql(BACK).update();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> presses = List.of(
                    () -> pressed("admin").getStatus(), () -> pressed("admin2").getStatus());
            List<Future<Integer>> answers = both.invokeAll(presses);

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        } finally {
            both.shutdown();
        }
    }

    @Test
    void an_auditor_reads_it_and_has_no_buttons_and_nobody_else_can_press_them() throws Exception {
        assertThat(page("auditor", Locale.ENGLISH))
                .contains("Remind the state", "Last backup", "Never.")
                .doesNotContain("Try again", "action=\"/admin/");

        for (String other : List.of("auditor", "manager1", "frcoordinator")) {
            assertThat(pressed(other).getStatus()).as(other).isEqualTo(403);
            assertThat(web.perform(post("/admin/system/backup")
                                    .with(user(other))
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(web.perform(post("/admin/system/retry").param("step", step).with(user("admin")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("without the page's token")
                .isEqualTo(403);
        assertThat(jobs.createJobQuery().jobId(step).singleResult().getRetries())
                .isZero();
    }

    @Test
    void what_waits_for_the_machine_is_counted_and_what_it_runs_on_is_named() throws Exception {
        String page = page("admin", Locale.ENGLISH);

        assertThat(page).containsPattern("<li>Camunda 7\\.\\d+").containsPattern("<li>H2 2\\.\\d+");
        assertThat(length(page, "Steps that have failed"))
                .isEqualTo(jobs.createJobQuery().noRetriesLeft().count());
        assertThat(length(page, "Steps that a node may take now"))
                .isEqualTo(jobs.createJobQuery().executable().count());
        assertThat(length(page, "Steps that a node has taken")).isZero();
        assertThat(length(page, "Reminders, deadlines and steps whose time has not come"))
                .isPositive();
        assertThat(page).as("no mail server is set").doesNotContain("Mail that");
    }

    @Test
    void a_node_whose_clock_is_wrong_is_named_with_what_it_does_not_do_meanwhile() throws Exception {
        Node node = new Node("wrong clock", "gamma", 8080, "", clock.instant(), clock.instant(), -300);
        nodes.seen(node);

        assertThat(page("auditor", Locale.ENGLISH))
                .contains("Its clock is 300 seconds behind the database&#39;s. It takes no automatic steps");
        assertThat(page("auditor", Locale.FRENCH)).contains("Son horloge retarde de 300 secondes");

        nodes.seen(new Node("wrong clock", "gamma", 8080, "", clock.instant(), clock.instant(), 1));
        assertThat(page("auditor", Locale.ENGLISH)).contains("gamma").doesNotContain("Its clock is");
    }

    @Test
    void where_a_command_takes_backups_the_page_says_so_and_refuses_to() throws Exception {
        MockHttpServletResponse answer = web.perform(post("/admin/system/backup")
                        .with(user("admin"))
                        .with(csrf())
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(body(answer)).contains("backed up by a command beside it").doesNotContain("Take a backup now");
    }

    private static long length(String page, String queue) {
        Matcher row =
                Pattern.compile(queue + "</th><td class=\"number\">([0-9,]+)").matcher(page);
        assertThat(row.find()).as(queue).isTrue();
        return Long.parseLong(row.group(1).replace(",", ""));
    }

    private String page(String reader, Locale language) throws Exception {
        return body(web.perform(get("/admin/system").with(user(reader)).locale(language))
                .andReturn()
                .getResponse());
    }

    private String again(String administrator, int status) throws Exception {
        MockHttpServletResponse answer = pressed(administrator);
        assertThat(answer.getStatus()).isEqualTo(status);
        return body(answer);
    }

    private MockHttpServletResponse pressed(String user) throws Exception {
        return web.perform(post("/admin/system/retry")
                        .param("step", step)
                        .with(user(user))
                        .with(csrf())
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
