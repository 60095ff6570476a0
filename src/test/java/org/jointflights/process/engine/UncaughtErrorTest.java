package org.jointflights.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class UncaughtErrorTest {

    @Autowired
    TasklistUsers users;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void an_error_that_no_event_of_the_model_catches_fails_the_step_and_leaves_the_process_where_it_was() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("uncaught")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .intermediateCatchEvent("waiting")
                .message("goOn")
                .endEvent()
                .error("sharesOutdated")
                .done();
        Deployment deployment = models.createDeployment()
                .addModelInstance("uncaught.bpmn", model)
                .deploy();
        try {
            String process = runtime.startProcessInstanceByKey("uncaught").getId();

            assertThatThrownBy(() -> runtime.correlateMessage("goOn")).hasMessageContaining("sharesOutdated");
            assertThat(runtime.getActiveActivityIds(process)).containsExactly("waiting");
        } finally {
            models.deleteDeployment(deployment.getId(), true);
        }
    }
}
