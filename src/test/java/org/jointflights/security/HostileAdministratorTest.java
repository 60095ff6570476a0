package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator who wants to sign, to run programs, or to bend what runs, gets nothing through the engine's API. */
@OverHttp
class HostileAdministratorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private JdbcClient database;

    private String task = "";
    private String instance = "";

    @BeforeEach
    void the_united_kingdom_is_asked() {
        users.open();
        OperationReference flight = new SomeFlights(users).proposed();
        task = users.as("gbcoordinator").open("userTask_answerOffer", flight).getId();
        instance = users.instance("jointFlight", flight).getId();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /authorization/create | {\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"admin\",\"resourceType\":9,\"resourceId\":\"*\"}",
                "PUT | /authorization/{right} | {\"permissions\":[\"ALL\"],\"groupId\":\"camunda-admin\",\"resourceType\":9,\"resourceId\":\"*\"}",
                "DELETE | /authorization/{right} | ''",
                "POST | /filter/create | {\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}",
                "PUT | /filter/{filter} | {\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}",
                "DELETE | /filter/{filter} | ''",
                "POST | /task/{task}/identity-links | {\"groupId\":\"camunda-admin\",\"type\":\"candidate\"}",
                "POST | /task/{task}/identity-links | {\"userId\":\"admin\",\"type\":\"candidate\"}",
                "POST | /task/{task}/identity-links/delete | {\"groupId\":\"GBcoordinator\",\"type\":\"candidate\"}",
                "POST | /task/{task}/claim | {\"userId\":\"admin\"}",
                "POST | /task/{task}/assignee | {\"userId\":\"admin\"}",
                "POST | /task/{task}/delegate | {\"userId\":\"admin\"}",
                "POST | /task/{task}/complete | {}",
                "POST | /task/{task}/submit-form | {\"variables\":{\"takesPart\":{\"value\":\"no\"}}}",
                "POST | /task/{task}/bpmnError | {\"errorCode\":\"x\"}",
                "DELETE | /task/{task} | ''",
                "PUT | /task/{task} | {\"name\":\"x\"}",
                "POST | /task/{task}/localVariables | {\"modifications\":{\"x\":{\"value\":1}}}",
                "GET | /task/{task}/variables | ''",
                "POST | /process-instance/{instance}/modification | {\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"endEvent_closed\"}]}",
                "POST | /process-instance/{instance}/modification-async | {\"instructions\":[]}",
                "POST | /modification/execute | {\"processInstanceIds\":[\"{instance}\"],\"instructions\":[]}",
                "POST | /migration/execute | {\"processInstanceIds\":[\"{instance}\"]}",
                "DELETE | /process-instance/{instance} | ''",
                "POST | /process-instance/delete | {\"processInstanceIds\":[\"{instance}\"]}",
                "PUT | /process-instance/{instance}/suspended | {\"suspended\":true}",
                "PUT | /process-instance/{instance}/variables/approved | {\"value\":true,\"type\":\"Boolean\"}",
                "POST | /process-instance/variables-async | {\"processInstanceIds\":[\"{instance}\"],\"variables\":{}}",
                "GET | /process-instance/{instance}/variables | ''",
                "POST | /variable-instance | {}",
                "POST | /history/variable-instance | {}",
                "GET | /history/detail | ''",
                "POST | /message | {\"messageName\":\"x\"}",
                "POST | /signal | {\"name\":\"x\"}",
                "POST | /condition | {}",
                "PUT | /process-definition/suspended | {\"suspended\":true}",
                "DELETE | /process-definition/key/jointFlight | ''",
                "PUT | /process-definition/key/jointFlight/history-time-to-live | {\"historyTimeToLive\":0}",
                "POST | /process-definition/key/jointFlight/start | {}",
                "POST | /process-definition/key/jointFlight/submit-form | {\"variables\":{}}",
                "DELETE | /deployment/{deployment}?cascade=true | ''",
                "POST | /deployment/{deployment}/redeploy | {}",
                "POST | /deployment/create | {}",
                "POST | /decision-definition/key/approvalRoute/evaluate | {\"variables\":{}}",
                "POST | /history/process-instance/delete | {\"historicProcessInstanceIds\":[\"{instance}\"]}",
                "POST | /history/cleanup?immediatelyDue=true | {}",
                "GET | /history/cleanup/configuration | ''",
                "PUT | /job/suspended | {\"suspended\":true}",
                "PUT | /job-definition/suspended | {\"suspended\":true}",
                "POST | /user/create | {\"profile\":{\"id\":\"system\"},\"credentials\":{\"password\":\"Joint-2026!x\"}}",
                "POST | /user/create | {\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"Joint-2026!x\"}}",
                "PUT | /user/frfinance1/profile | {\"id\":\"frfinance1\",\"firstName\":\"A\",\"lastName\":\"B\"}",
                "PUT | /user/frfinance1/credentials | {\"password\":\"Joint-2026!y\",\"authenticatedUserPassword\":\"Joint-2026!\"}",
                "DELETE | /user/frfinance1 | ''",
                "POST | /user/frfinance1/unlock | {}",
                "PUT | /group/FRfinance/members/admin | ''",
                "DELETE | /group/FRfinance/members/frfinance1 | ''",
                "POST | /group/create | {\"id\":\"intruders\",\"name\":\"x\",\"type\":\"x\"}",
                "DELETE | /group/FRfinance | ''",
                "PUT | /group/FRfinance | {\"id\":\"FRfinance\",\"name\":\"x\",\"type\":\"x\"}",
                "POST | /tenant/create | {\"id\":\"x\",\"name\":\"x\"}",
                "POST | /telemetry/configuration | {\"enableTelemetry\":true}",
                "POST | /schema/log | {}",
                "GET | /optimize/variable-update | ''",
                "POST | /external-task/fetchAndLock | {\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[]}",
                "POST | /identity/verify | {\"username\":\"frfinance1\",\"password\":\"Joint-2026!\"}",
                "DELETE | /metrics/task-worker | ''",
                "PUT | /batch/x/suspended | {\"suspended\":true}",
            })
    void what_the_table_does_not_name_is_refused_and_nothing_changes(String method, String path, String body) {
        List<Object> before = StoredState.of(database);
        HttpUser admin = HttpUser.signedIn(port, "admin");

        HttpResponse<String> answer = admin.send(method, ENGINE + filled(path), filled(body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        StoredState.assertUnchanged(before, database);
    }

    @Test
    void a_deployment_that_runs_a_program_is_refused() {
        HttpUser admin = HttpUser.signedIn(port, "admin");
        byte[] parts = """
                --x
                Content-Disposition: form-data; name="data"; filename="x.bpmn"

                <definitions/>
                --x--
                """.getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer =
                admin.sendBytes("POST", ENGINE + "/deployment/create", "multipart/form-data; boundary=x", parts);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(1);
    }

    @Test
    void looking_is_open_and_so_is_trying_a_failed_job_again() {
        HttpUser admin = HttpUser.signedIn(port, "admin");

        for (String path : List.of("/process-instance", "/job", "/incident", "/deployment")) {
            assertThat(admin.get(ENGINE + path + "?maxResults=50").statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(admin.send("PUT", ENGINE + "/job/no-such-job/retries", "{\"retries\":1}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_failed_step_that_is_tried_again_is_told_to_the_other_administrators_and_the_auditors() {
        Job job = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("stateParticipation")
                .list()
                .get(0);
        engine.getManagementService().setJobRetries(job.getId(), 0);

        HttpResponse<String> answer = HttpUser.signedIn(port, "admin")
                .send("PUT", ENGINE + "/job/" + job.getId() + "/retries", "{\"retries\":2}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        for (String reader : List.of("admin2", "auditor")) {
            assertThat(HttpUser.signedIn(port, reader).get("/administration").body())
                    .contains("Had a failed step of stateParticipation tried again");
        }
        assertThat(HttpUser.signedIn(port, "auditor").get("/notices").body())
                .contains("Had a failed step of stateParticipation tried again");
    }

    private String filled(String text) {
        return text.replace("{task}", task)
                .replace("{instance}", instance)
                .replace(
                        "{right}",
                        engine.getAuthorizationService()
                                .createAuthorizationQuery()
                                .groupIdIn("camunda-admin")
                                .list()
                                .get(0)
                                .getId())
                .replace(
                        "{filter}",
                        engine.getFilterService()
                                .createFilterQuery()
                                .list()
                                .get(0)
                                .getId())
                .replace(
                        "{deployment}",
                        engine.getRepositoryService()
                                .createDeploymentQuery()
                                .list()
                                .get(0)
                                .getId());
    }
}
