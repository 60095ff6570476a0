package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.security.EngineResources.Address;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Finding 7: what a form was told in confidence was read by managers, auditors and administrators through the engine's history.
 * A state has said why it does not take part, and has commented on the task; the task is done.
 */
@OverHttp
class ReasonsThroughTheEngineTest {

    private static final String REASON = "quittance of a ministry";
    private static final String COMMENT = "quittance in a comment";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    private String task = "";
    private String instance = "";

    @BeforeEach
    void a_state_has_declined_and_said_why() {
        users.open();
        OperationReference flight = new SomeFlights(users).proposed();
        Task offer = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        task = offer.getId();
        instance = offer.getProcessInstanceId();
        users.as("gbcoordinator").does(() -> engine.getTaskService().createComment(task, null, COMMENT));
        users.as("gbcoordinator").completes(offer, Map.of("takesPart", "no", "reason", REASON, "answerFinal", "yes"));
        users.runJobs(flight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor", "admin"})
    void finding_7_the_engines_histories_are_closed_to_who_watches(String name) {
        HttpUser visitor = HttpUser.signedIn(port, name);

        for (String history : List.of(
                "/history/variable-instance",
                "/history/variable-instance?processInstanceId=" + instance,
                "/history/detail",
                "/history/detail?processInstanceId=" + instance,
                "/history/task?taskId=" + task,
                "/history/job-log",
                "/history/decision-instance",
                "/history/process-instance/" + instance,
                "/process-instance/" + instance + "/variables",
                "/process-instance/" + instance + "/comment",
                "/variable-instance")) {
            HttpResponse<String> answer = visitor.get(ENGINE + history);
            assertThat(answer.statusCode()).as(history).isEqualTo(403);
        }
        for (String history : List.of("/history/variable-instance", "/history/detail", "/history/task")) {
            assertThat(visitor.send("POST", ENGINE + history, "{}").statusCode())
                    .as(history)
                    .isEqualTo(403);
        }
    }

    /** Every address that Camunda's classes offer for reading, with the ids of what was done in its gaps. */
    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor", "admin"})
    void finding_7_no_address_of_the_engine_hands_it_out(String name) {
        HttpUser visitor = HttpUser.signedIn(port, name);
        Map<String, String> told = new TreeMap<>();
        int answered = 0;
        for (Address address : EngineResources.all()) {
            for (String id : List.of(task, instance)) {
                String path = address.path()
                        .replaceAll("\\{name:?[^}]*}", "default")
                        .replaceAll("\\{engine[^}]*}", "default")
                        .replaceAll("\\{[^}]*}", id);
                boolean reads = address.method().equals("GET")
                        || (address.method().equals("POST") && path.matches(".*/(history/)?[a-z-]+(/count)?"));
                if (!reads || path.endsWith("/logout")) {
                    continue;
                }
                HttpResponse<String> answer = visitor.send(address.method(), path, "{}");
                answered += answer.statusCode() == 200 ? 1 : 0;
                if (answer.body().contains("quittance")) {
                    told.put(address.method() + " " + path, answer.body());
                }
            }
        }

        assertThat(told).isEmpty();
        assertThat(answered).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor", "admin"})
    void finding_7_neither_comments_nor_operations_of_users_tell_it(String name) {
        HttpUser visitor = HttpUser.signedIn(port, name);

        for (String path : List.of(
                "/task/" + task + "/comment", "/history/user-operation", "/history/user-operation?taskId=" + task)) {
            assertThat(visitor.get(ENGINE + path).body()).as(path).doesNotContain("quittance");
        }
    }

    @Test
    void finding_7_the_engines_history_holds_no_variable_with_it() {
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("quittance"));
    }
}
