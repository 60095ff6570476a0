package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.security.HttpUser.ENGINE;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializationDataFormat;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator could have the server build an object of any class, through a variable of a start form or a task. */
@OverHttp
class ObjectsFromVariablesTest {

    private static final String TOUCHED = "org.jointflights.security.Touched";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    private Task task;

    @BeforeEach
    void the_united_kingdom_is_asked() {
        users.open();
        OperationReference flight = new SomeFlights(users).proposed();
        task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        Touched.once();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'Object','value':'{\\'name\\':\\'x\\'}','valueInfo':{'objectTypeName':'" + TOUCHED
                        + "','serializationDataFormat':'application/json'}}",
                "{'type':'object','value':'{\\'name\\':\\'x\\'}','valueInfo':{'objectTypeName':'" + TOUCHED
                        + "','serializationDataFormat':'application/json'}}",
                "{'type':'Object','value':'rO0ABQ==','valueInfo':{'objectTypeName':'java.util.HashMap',"
                        + "'serializationDataFormat':'application/x-java-serialized-object'}}",
                "{'type':'Object','value':{'name':'x'}}",
                "{'type':'" + TOUCHED + "','value':{'name':'x'}}",
                "{'type':'Json','value':'{}'}",
                "{'type':'Xml','value':'<x/>'}",
                "{'type':'Bytes','value':'AAAA'}",
                "{'type':'File','value':'AAAA','valueInfo':{'filename':'x'}}",
                "{'type':'Date','value':'2027-01-01T00:00:00.000+0000'}",
                "{'value':{'a':1}}",
                "{'value':[1,2]}",
            })
    void only_text_numbers_yes_and_no_are_taken(String variable) {
        String body = "{'variables':{'destination':%s}}"
                .formatted(variable)
                .replace("\\'", "\\\"")
                .replace('\'', '"');
        HttpUser coordinator = HttpUser.signedIn(port, "gbcoordinator");
        assertThat(coordinator
                        .send("POST", ENGINE + "/task/" + task.getId() + "/claim", "{\"userId\":\"gbcoordinator\"}")
                        .statusCode())
                .isEqualTo(204);
        long flights = engine.getRuntimeService().createProcessInstanceQuery().count();

        for (String path : new String[] {
            "/process-definition/key/jointFlight/submit-form", "/task/" + task.getId() + "/submit-form"
        }) {
            HttpResponse<String> answer = coordinator.send("POST", ENGINE + path, body);

            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("Destination cannot be a value of type");
        }
        assertThat(Touched.once()).isFalse();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(flights);
    }

    /** Behind the filter: neither form takes one from anybody, and the engine would build none. */
    @Test
    void the_engine_takes_no_object_and_builds_none() {
        Map<String, Object> typed = new HashMap<>();
        typed.put(
                "destination",
                Variables.serializedObjectValue("{\"name\":\"x\"}")
                        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                        .objectTypeName(TOUCHED)
                        .create());
        String model = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("jointFlight")
                .latestVersion()
                .singleResult()
                .getId();

        assertThatThrownBy(() -> users.as("frcoordinator")
                        .does(() -> engine.getFormService().submitStartForm(model, typed)))
                .hasStackTraceContaining("cannot be a value of type object");
        assertThatThrownBy(() -> users.as("gbcoordinator").completes(task, typed))
                .hasStackTraceContaining("cannot be a value of type object");
        assertThat(Touched.once()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {TOUCHED, "org.springframework.jdbc.datasource.DriverManagerDataSource"})
    void what_is_stored_as_an_object_is_not_read_back_as_one(String type) {
        SerializationDataFormat json = Variables.SerializationDataFormats.JSON;
        String instance = task.getProcessInstanceId();
        engine.getRuntimeService()
                .setVariable(
                        instance,
                        "planted",
                        Variables.serializedObjectValue("{\"name\":\"something\"}")
                                .serializationDataFormat(json)
                                .objectTypeName(type)
                                .create());

        assertThatThrownBy(() -> engine.getRuntimeService().getVariable(instance, "planted"))
                .hasStackTraceContaining("not whitelisted");
        assertThat(Touched.once()).isFalse();
    }
}
