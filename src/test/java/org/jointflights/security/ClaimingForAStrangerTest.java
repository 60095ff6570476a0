package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.security.HttpUser.ENGINE;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A claim in another's name showed a stranger the form, and left it with them after the task was taken back. */
@OverHttp
class ClaimingForAStrangerTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    private String task = "";

    @BeforeEach
    void the_united_kingdom_is_asked() {
        users.open();
        OperationReference flight = new SomeFlights(users).proposed();
        task = users.as("gbcoordinator").open("userTask_answerOffer", flight).getId();
    }

    @AfterEach
    void the_colleague_is_gone() {
        engine.getIdentityService().deleteMembership("sefinance1", "GBcoordinator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secoordinator", "frcoordinator", "GBCOORDINATOR", "nobody", "system", ""})
    void a_task_is_claimed_for_oneself_alone(String stranger) {
        HttpUser member = HttpUser.signedIn(port, "gbcoordinator");

        assertThat(member.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + stranger + "\"}")
                        .statusCode())
                .isEqualTo(403);

        assertThat(open().getAssignee()).isNull();
        assertThat(HttpUser.signedIn(port, "secoordinator")
                        .get(ENGINE + "/task/" + task + "/form-variables")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nor_does_the_engine_itself_take_such_a_claim() {
        assertThatThrownBy(() -> users.as("gbcoordinator")
                        .does(() -> engine.getTaskService().claim(task, "secoordinator")))
                .hasStackTraceContaining("A task is claimed by whoever works on it, for nobody else.");
        assertThat(open().getAssignee()).isNull();
    }

    @Test
    void a_claim_gives_nobody_a_right_of_their_own() {
        claim("gbcoordinator");

        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .list())
                .allSatisfy(right -> assertThat(right.getUserId()).isNull());
    }

    @Test
    void who_leaves_the_group_loses_what_they_had_claimed() {
        engine.getIdentityService().createMembership("sefinance1", "GBcoordinator");
        HttpUser colleague = claim("sefinance1");
        assertThat(colleague.get(ENGINE + "/task/" + task + "/form-variables").statusCode())
                .isEqualTo(200);

        engine.getIdentityService().deleteMembership("sefinance1", "GBcoordinator");

        HttpUser former = HttpUser.signedIn(port, "sefinance1");
        assertThat(former.get(ENGINE + "/task/" + task + "/form-variables").statusCode())
                .isEqualTo(403);
        assertThat(former.send("POST", ENGINE + "/task?maxResults=50", "{}").body())
                .isEqualTo("[]");
        assertThat(former.send("POST", ENGINE + "/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_group_that_loses_a_task_loses_sight_of_it() {
        engine.getTaskService().addCandidateGroup(task, "SEcoordinator");
        HttpUser swede = HttpUser.signedIn(port, "secoordinator");
        assertThat(swede.get(ENGINE + "/task/" + task + "/form-variables").statusCode())
                .isEqualTo(200);

        engine.getTaskService().deleteCandidateGroup(task, "SEcoordinator");

        assertThat(swede.get(ENGINE + "/task/" + task + "/form-variables").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_colleague_gives_no_claim_of_another_back() {
        claim("gbcoordinator");
        engine.getIdentityService().createMembership("sefinance1", "GBcoordinator");
        HttpUser colleague = HttpUser.signedIn(port, "sefinance1");

        assertThat(colleague
                        .send("POST", ENGINE + "/task/" + task + "/unclaim", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(open().getAssignee()).isEqualTo("gbcoordinator");

        HttpResponse<String> given =
                HttpUser.signedIn(port, "gbcoordinator").send("POST", ENGINE + "/task/" + task + "/unclaim", "{}");
        assertThat(given.statusCode()).as(given.body()).isEqualTo(204);
        assertThat(open().getAssignee()).isNull();
    }

    private HttpUser claim(String name) {
        HttpUser visitor = HttpUser.signedIn(port, name);
        assertThat(visitor.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + name + "\"}")
                        .statusCode())
                .isEqualTo(204);
        return visitor;
    }

    private Task open() {
        List<Task> found =
                engine.getTaskService().createTaskQuery().taskId(task).list();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
