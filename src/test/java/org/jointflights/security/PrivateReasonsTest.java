package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import org.camunda.bpm.engine.ProcessEngine;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever watches the processes could read what a form was told in confidence, in the engine and in its history. */
@OverHttp
class PrivateReasonsTest {

    private static final String REASON = "a reason that is nobody else's";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    private String task = "";

    @BeforeEach
    void a_reason_stands_in_a_form_of_the_united_kingdom() {
        users.open();
        OperationReference flight = new SomeFlights(users).proposed();
        task = users.as("gbcoordinator").open("userTask_answerOffer", flight).getId();
        engine.getTaskService().setVariableLocal(task, "reason", REASON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor", "admin"})
    void who_watches_reads_no_variable_of_a_task_or_process(String name) {
        HttpUser visitor = HttpUser.signedIn(port, name);

        assertThat(visitor.send("POST", ENGINE + "/variable-instance?maxResults=2000", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.get(ENGINE + "/task/" + task + "/form-variables").statusCode())
                .isEqualTo(403);
        users.as(name)
                .does(() -> assertThat(engine.getRuntimeService()
                                .createVariableInstanceQuery()
                                .variableName("reason")
                                .count())
                        .isZero());
        assertThat(engine.getTaskService().getVariableLocal(task, "reason")).isEqualTo(REASON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor", "admin"})
    void nor_the_details_of_the_engines_history(String name) {
        users.as(name)
                .does(() -> assertThat(engine.getHistoryService()
                                .createHistoricDetailQuery()
                                .variableUpdates()
                                .count())
                        .isZero());
    }

    @Test
    void the_engines_history_does_not_hold_it() {
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("reason")
                        .count())
                .isZero();
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .count())
                .isPositive();
    }
}
