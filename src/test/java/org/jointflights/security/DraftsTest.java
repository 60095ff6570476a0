package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody types into a form is there again when they come back, for them alone, until the task is done. */
@OverHttp
class DraftsTest {

    private static final String TYPED = "half of a sentence that";
    private static final String COLLEAGUE = "sefinance1";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private String task = "";
    private OperationReference flight = new OperationReference("RO-2027-001");

    @BeforeEach
    void the_united_kingdom_is_at_its_answer() {
        users.open();
        flight = new SomeFlights(users).proposed();
        task = users.as("gbcoordinator").open("userTask_answerOffer", flight).getId();
        claim("gbcoordinator");
    }

    @AfterEach
    void nothing_is_left() {
        database.sql("delete from start_draft").update();
        engine.getIdentityService().deleteMembership(COLLEAGUE, "GBcoordinator");
    }

    @Test
    void what_was_typed_is_in_the_form_again_and_the_last_of_it_counts() {
        assertThat(keep("gbcoordinator", "reason", "\"before\"").statusCode()).isEqualTo(204);
        assertThat(keep("gbcoordinator", "reason", "\"" + TYPED + "\"").statusCode())
                .isEqualTo(204);

        // Signed in anew: another session.
        assertThat(form("gbcoordinator")).contains(TYPED, "United Kingdom").doesNotContain("before");
    }

    @Test
    void a_number_and_a_tick_come_back_as_what_they_are_and_an_emptied_field_is_empty() {
        keep("gbcoordinator", "returnees", "12");
        assertThat(form("gbcoordinator")).contains("\"returnees\":{\"type\":\"Long\",\"value\":12");
        keep("gbcoordinator", "answerFinal", "true");
        assertThat(form("gbcoordinator")).contains("\"answerFinal\":{\"type\":\"Boolean\",\"value\":true");
        keep("gbcoordinator", "reason", "null");
        assertThat(form("gbcoordinator")).contains("\"reason\":{\"type\":\"Null\",\"value\":null");
    }

    @Test
    void a_colleague_who_takes_the_task_over_starts_with_an_empty_form() {
        keep("gbcoordinator", "reason", "\"" + TYPED + "\"");
        engine.getIdentityService().createMembership(COLLEAGUE, "GBcoordinator");
        users.as("gbcoordinator").does(() -> engine.getTaskService().claim(task, null));
        users.as(COLLEAGUE).does(() -> engine.getTaskService().claim(task, COLLEAGUE));

        assertThat(form(COLLEAGUE)).contains("United Kingdom").doesNotContain(TYPED);
        assertThat(form("auditor")).doesNotContain(TYPED);
    }

    @Test
    void it_goes_with_the_task() {
        keep("gbcoordinator", "reason", "\"" + TYPED + "\"");
        assertThat(kept()).isOne();

        users.as("gbcoordinator")
                .completes(
                        "userTask_answerOffer",
                        flight,
                        Map.of("takesPart", "no", "reason", "No seats are needed", "answerFinal", "yes"));

        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "gbcoordinator, crew, '\"anything\"', 400",
        "gbcoordinator, reason, '{\"a\":1}', 400",
        "gbcoordinator, reason, '[1]', 400",
        "sefinance1, reason, '\"anything\"', 403",
        "auditor, reason, '\"anything\"', 403",
    })
    void what_the_form_does_not_have_and_what_is_anothers_is_refused(
            String who, String field, String value, int status) {
        assertThat(keep(who, field, value).statusCode()).isEqualTo(status);
        assertThat(kept()).isZero();
    }

    @Test
    void whoever_has_not_claimed_the_task_types_nothing_into_it() {
        users.as("gbcoordinator").does(() -> engine.getTaskService().claim(task, null));

        assertThat(keep("gbcoordinator", "reason", "\"anything\"").statusCode()).isEqualTo(403);
        assertThat(kept()).isZero();
    }

    @Test
    void more_than_can_be_kept_is_refused_in_a_sentence() {
        HttpResponse<String> answer = keep("gbcoordinator", "reason", "\"" + "a".repeat(100_001) + "\"");

        assertThat(answer.statusCode()).isBetween(400, 413);
        assertThat(kept()).isZero();
    }

    @Test
    void the_form_that_starts_a_flight_keeps_what_its_proposer_typed_until_the_flight_is_proposed() {
        HttpUser proposer = HttpUser.signedIn(port, "frcoordinator");
        String address = ENGINE + "/process-definition/key/jointFlight/draft";
        assertThat(proposer.send("POST", address, "{\"variables\":{\"destination\":{\"value\":\"" + TYPED + "\"}}}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(startForm("frcoordinator")).contains("\"defaultValue\":\"" + TYPED + "\"");
        assertThat(startForm("gbcoordinator")).doesNotContain(TYPED);

        String start = ENGINE + "/process-definition/key/jointFlight/submit-form";
        assertThat(proposer.send("POST", start, "{\"variables\":{\"destination\":{\"value\":\"\"}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(startForm("frcoordinator")).as("after a refusal").contains(TYPED);

        new SomeFlights(users).proposed();
        assertThat(startForm("frcoordinator"))
                .as("after the flight was proposed")
                .doesNotContain(TYPED);
        assertThat(proposer.send("POST", ENGINE + "/process-definition/key/settlement/draft", "{\"variables\":{}}")
                        .statusCode())
                .isBetween(403, 404);
    }

    @Test
    void a_flight_that_nobody_goes_on_proposing_is_forgotten_after_thirty_days() {
        String address = ENGINE + "/process-definition/key/jointFlight/draft";
        String typed = "{\"variables\":{\"destination\":{\"value\":\"" + TYPED + "\"}}}";
        HttpUser.signedIn(port, "frcoordinator").send("POST", address, typed);
        database.sql("update start_draft set at = ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(31))))
                .update();

        HttpUser.signedIn(port, "gbcoordinator").send("POST", address, typed);

        assertThat(startForm("frcoordinator")).doesNotContain(TYPED);
        assertThat(startForm("gbcoordinator")).contains(TYPED);
    }

    private void claim(String who) {
        users.as(who).does(() -> engine.getTaskService().claim(task, who));
    }

    private HttpResponse<String> keep(String who, String field, String value) {
        return HttpUser.signedIn(port, who)
                .send(
                        "POST",
                        ENGINE + "/task/" + task + "/draft",
                        "{\"variables\":{\"" + field + "\":{\"value\":" + value + "}}}");
    }

    private String form(String who) {
        return HttpUser.signedIn(port, who)
                .get(ENGINE + "/task/" + task + "/form-variables")
                .body();
    }

    private String startForm(String who) {
        String model = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("jointFlight")
                .latestVersion()
                .singleResult()
                .getId();
        return HttpUser.signedIn(port, who)
                .get(ENGINE + "/process-definition/" + model + "/deployed-start-form")
                .body();
    }

    private long kept() {
        return database.sql("select count(*) from task_draft where task = ?")
                .param(task)
                .query(Long.class)
                .single();
    }
}
