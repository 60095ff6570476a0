package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.security.HttpUser.ENGINE;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SignInSliceTest
class RightsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    private String process = "";
    private String task = "";

    @BeforeEach
    void a_task_waits_for_frances_finance() {
        engine.getIdentityService().clearAuthentication();
        process = engine.getRuntimeService()
                .startProcessInstanceByKey("jointFlight", Map.of("party", "FR"))
                .getId();
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process)
                .singleResult()
                .getId();
    }

    @AfterEach
    void nothing_waits() {
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test over"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /task/{task}/complete | {\"variables\":{\"approved\":{\"value\":true}}}",
                "POST | /task/{task}/resolve | {}",
                "POST | /task/{task}/bpmnError | {\"errorCode\":\"x\"}",
                "POST | /task/{task}/bpmnEscalation | {\"escalationCode\":\"x\"}",
                "POST | /task/{task}/assignee | {\"userId\":\"gbfinance1\"}",
                "POST | /task/{task}/delegate | {\"userId\":\"gbfinance1\"}",
                "POST | /task/{task}/identity-links | {\"groupId\":\"GBfinance\",\"type\":\"candidate\"}",
                "POST | /task/{task}/identity-links/delete | {\"groupId\":\"FRfinance\",\"type\":\"candidate\"}",
                "PUT | /task/{task} | {\"name\":\"Other\",\"assignee\":\"gbfinance1\"}",
                "PUT | /task/{task}/variables/approved | {\"value\":true,\"type\":\"Boolean\"}",
                "POST | /task/{task}/variables | {\"modifications\":{\"approved\":{\"value\":true}}}",
                "PUT | /task/{task}/localVariables/approved | {\"value\":true,\"type\":\"Boolean\"}",
                "POST | /task/{task}/localVariables | {\"modifications\":{\"approved\":{\"value\":true}}}",
                "DELETE | /task/{task} | ''",
                "POST | /task/create | {\"name\":\"Mine\"}",
                "PUT | /process-instance/{process}/variables/approved | {\"value\":true,\"type\":\"Boolean\"}",
                "POST | /process-instance/{process}/variables | {\"modifications\":{\"approved\":{\"value\":true}}}",
                "POST | /process-instance/{process}/modification | {\"instructions\":[]}",
                "DELETE | /process-instance/{process} | ''",
                "PUT | /execution/{process}/localVariables/approved | {\"value\":true,\"type\":\"Boolean\"}",
                "POST | /execution/{process}/signal | {}",
                "POST | /message | {\"messageName\":\"x\"}",
                "POST | /signal | {\"name\":\"x\"}",
                "POST | /process-definition/key/jointFlight/start | {}",
                "POST | /filter/create | {\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{\"assigneeExpression\":\"${1}\"}}",
                "POST | /authorization/create | {\"type\":0,\"permissions\":[\"ALL\"],\"userId\":\"*\",\"resourceType\":7,\"resourceId\":\"*\"}",
                "POST | /user/create | {\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"Joint-2026!x\"}}",
                "PUT | /user/frfinance1/profile | {\"id\":\"frfinance1\",\"firstName\":\"Emma\",\"lastName\":\"Taylor\"}",
                "DELETE | /user/frfinance1 | ''",
                "PUT | /group/camunda-admin/members/frfinance1 | ''",
                "POST | /deployment/create | {}",
            })
    void who_may_complete_a_task_may_not_go_round_it(String method, String path, String body) {
        HttpUser visitor = HttpUser.signedIn(port, "frfinance1");
        assertThat(visitor.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"frfinance1\"}")
                        .statusCode())
                .isEqualTo(204);

        HttpResponse<String> answer =
                visitor.send(method, ENGINE + path.replace("{task}", task).replace("{process}", process), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertNothingHasChanged();
    }

    private void assertNothingHasChanged() {
        Task open = engine.getTaskService().createTaskQuery().taskId(task).singleResult();
        assertThat(open.getAssignee()).isEqualTo("frfinance1");
        assertThat(open.getName()).isEqualTo("Try something");
        assertThat(engine.getRuntimeService().getVariables(process)).containsOnlyKeys("party");
        assertThat(engine.getTaskService().getVariablesLocal(task)).isEmpty();
        assertThat(engine.getTaskService().getIdentityLinksForTask(task))
                .filteredOn(link -> link.getGroupId() != null)
                .extracting(link -> link.getGroupId())
                .containsExactly("FRfinance");
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId("frfinance1")
                        .singleResult()
                        .getFirstName())
                .isEqualTo("Julien");
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId("intruder")
                        .count())
                .isZero();
    }

    /** The same behind the gate, in the engine itself. */
    @Test
    void the_engine_itself_grants_no_more_than_working_on_the_task() {
        List<ThrowingCallable> acts = List.of(
                () -> engine.getTaskService().setVariable(task, "approved", true),
                () -> engine.getTaskService().setVariableLocal(task, "approved", true),
                () -> engine.getTaskService().setAssignee(task, "gbfinance1"),
                () -> engine.getTaskService().addCandidateGroup(task, "GBfinance"),
                () -> engine.getTaskService().setPriority(task, 1),
                () -> engine.getRuntimeService().setVariable(process, "approved", true),
                () -> engine.getRuntimeService().deleteProcessInstance(process, "x"),
                () -> engine.getRuntimeService().startProcessInstanceByKey("jointFlight"),
                () -> engine.getFilterService()
                        .saveFilter(engine.getFilterService().newTaskFilter("x")),
                () -> engine.getAuthorizationService()
                        .saveAuthorization(
                                engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT)),
                () -> engine.getIdentityService().createMembership("frfinance1", "camunda-admin"),
                () -> engine.getIdentityService()
                        .saveUser(engine.getIdentityService().newUser("intruder")),
                () -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("x.bpmn", "<x/>")
                        .deploy());
        engine.getTaskService().claim(task, "frfinance1");
        engine.getIdentityService().setAuthentication("frfinance1", List.of("FRfinance"));

        for (ThrowingCallable act : acts) {
            assertThatThrownBy(act).isInstanceOf(AuthorizationException.class);
        }
        engine.getIdentityService().clearAuthentication();
        assertNothingHasChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbfinance1", "frlegal1", "frcoordinator", "rightsofficer1", "fxfinance1"})
    void nobody_sees_or_takes_a_task_of_another_group(String name) {
        HttpUser visitor = HttpUser.signedIn(port, name);

        assertThat(visitor.send("POST", ENGINE + "/task?firstResult=0&maxResults=50", "{}")
                        .body())
                .isEqualTo("[]");
        assertThat(visitor.get(ENGINE + "/task/" + task).statusCode()).isIn(403, 404);
        assertThat(visitor.get(ENGINE + "/task/" + task + "/form-variables").statusCode())
                .isEqualTo(403);
        assertThat(visitor.get(ENGINE + "/process-instance/" + process + "/variables")
                        .statusCode())
                .isEqualTo(403);
        Map<String, String> acts = Map.of(
                "claim", "{\"userId\":\"" + name + "\"}",
                "submit-form", "{}",
                "comment/create", "{\"message\":\"hello\"}");
        acts.forEach((act, body) -> assertThat(visitor.send("POST", ENGINE + "/task/" + task + "/" + act, body)
                        .statusCode())
                .as(act)
                .isEqualTo(403));
        engine.getTaskService().createComment(task, process, "among ourselves");
        for (String path : List.of("/task/" + task + "/comment", "/process-instance/" + process + "/comment")) {
            assertThat(visitor.get(ENGINE + path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(engine.getTaskService().getTaskComments(task)).hasSize(1);
    }

    @Test
    void an_administrator_sees_tasks_but_works_on_none() {
        HttpUser admin = HttpUser.signedIn(port, "admin");

        assertThat(admin.get(ENGINE + "/task/" + task).statusCode()).isEqualTo(200);
        assertThat(admin.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"admin\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.send("POST", ENGINE + "/task/" + task + "/assignee", "{\"userId\":\"admin\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.send("POST", ENGINE + "/task/" + task + "/complete", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.send("POST", ENGINE + "/deployment/create", "{}").statusCode())
                .isIn(403, 415);
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(1);
    }

    /** What an administrator may do with people is on our page; the engine itself has no right of theirs for it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /authorization/create | {\"type\":1,\"permissions\":[\"ALL\"],\"groupId\":\"camunda-admin\",\"resourceType\":7,\"resourceId\":\"*\"}",
                "POST | /authorization/create | {\"type\":0,\"permissions\":[\"ALL\"],\"userId\":\"*\",\"resourceType\":7,\"resourceId\":\"*\"}",
                "POST | /user/create | {\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"Joint-2026!x\"}}",
                "PUT | /user/frfinance1/profile | {\"id\":\"frfinance1\",\"firstName\":\"Emma\",\"lastName\":\"Taylor\"}",
                "PUT | /user/frfinance1/credentials | {\"password\":\"Joint-2026!x\",\"authenticatedUserPassword\":\"Joint-2026!\"}",
                "DELETE | /user/frfinance1 | ''",
                "DELETE | /user/admin | ''",
                "PUT | /user/admin/profile | {\"id\":\"admin\",\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"x@y.example\"}",
                "PUT | /group/FRfinance/members/admin | ''",
                "PUT | /group/camunda-admin/members/manager1 | ''",
                "DELETE | /group/FRfinance/members/frfinance1 | ''",
                "POST | /group/create | {\"id\":\"extra\",\"name\":\"extra\",\"type\":\"WORKFLOW\"}",
                "POST | /filter/create | {\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}",
            })
    void an_administrator_changes_no_people_and_no_rights_through_the_engine(String method, String path, String body) {
        HttpUser admin = HttpUser.signedIn(port, "admin");
        long rights =
                engine.getAuthorizationService().createAuthorizationQuery().count();

        HttpResponse<String> answer = admin.send(method, ENGINE + path, body);

        // People whom one may not even read of are not there, for the engine.
        assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404);
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count())
                .isEqualTo(rights);
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId("intruder")
                        .count())
                .isZero();
        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupMember("admin")
                        .list())
                .extracting(group -> group.getId())
                .containsExactly("camunda-admin");
        assertThat(engine.getIdentityService().checkPassword("frfinance1", HttpUser.PASSWORD))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor"})
    void who_watches_changes_nothing(String name) {
        HttpUser visitor = HttpUser.signedIn(port, name);

        assertThat(visitor.get(ENGINE + "/process-instance/" + process).statusCode())
                .isEqualTo(200);
        assertThat(visitor.send("DELETE", ENGINE + "/process-instance/" + process, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + name + "\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void coordinators_may_start_the_one_process_and_others_none() {
        String startable =
                ENGINE + "/process-definition?startablePermissionCheck=true&latestVersion=true&maxResults=50";
        HttpUser coordinator = HttpUser.signedIn(port, "frcoordinator");
        String start = "{\"variables\":{\"party\":{\"value\":\"FR\"}}}";

        assertThat(coordinator.get(startable).body()).contains("jointFlight").doesNotContain("otherProcess");
        assertThat(coordinator
                        .send("POST", ENGINE + "/process-definition/key/jointFlight/submit-form", start)
                        .statusCode())
                .isEqualTo(200);
        assertThat(coordinator
                        .send("POST", ENGINE + "/process-definition/key/otherProcess/submit-form", start)
                        .statusCode())
                .isEqualTo(403);
        HttpUser finance = HttpUser.signedIn(port, "frfinance2");
        assertThat(finance.get(startable).body()).isEqualTo("[]");
        assertThat(finance.send("POST", ENGINE + "/process-definition/key/jointFlight/submit-form", start)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_is_refused_is_said_in_one_sentence_and_leaves_the_task_open() {
        HttpUser visitor = claimant("frfinance1");
        String typed = "{\"variables\":{\"answer\":{\"value\":\"forty\"}}}";

        HttpResponse<String> answer = visitor.send("POST", ENGINE + "/task/" + task + "/submit-form", typed);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isIn(
                        "{\"type\":\"BadInput\",\"message\":\"" + SENTENCE + "\"}",
                        "{\"message\":\"" + SENTENCE + "\",\"type\":\"BadInput\"}");
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isEqualTo(1);
        assertThat(engine.getRuntimeService().getVariables(process)).containsOnlyKeys("party");
    }

    private static final String SENTENCE =
            "Party cannot be “forty”. Enter the state's two-letter ISO code in capitals, "
                    + "for example FR, or FX for Frontex.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/task/{task}/comment/create | {'message':'a\\u0000b'} | Comment cannot be “a\\u0000b”.",
                "/task/{task}/submit-form | {'variables':{'reason':{'value':'a\\u001bb'}}} | Reason cannot be “a\\u001bb”.",
                "/task/{task}/submit-form | {'variables':{'a\\u0007b':{'value':1}}} | cannot be “a\\u0007b”.",
                "/task?nameLike=a%00b | {} | nameLike cannot be “a\\u0000b”.",
                "/task | {'nameLike':'a\\ud800b'} | nameLike cannot be “a\\ud800b”.",
            })
    void what_no_keyboard_types_is_refused_before_the_engine_reads_it(String path, String body, String sentence) {
        HttpResponse<String> answer =
                claimant("frfinance1").send("POST", ENGINE + path.replace("{task}", task), body.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence.replace("\\", "\\\\"));
        assertThat(engine.getTaskService().getTaskComments(task)).isEmpty();
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isEqualTo(1);
    }

    @Test
    void whoever_works_on_a_task_comments_on_it_and_reads_what_colleagues_wrote() {
        String comment = ENGINE + "/task/" + task + "/comment";

        HttpResponse<String> written =
                claimant("frfinance1").send("POST", comment + "/create", "{\"message\":\"one\\n\\ttwo\"}");

        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(engine.getTaskService().getTaskComments(task))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.getUserId()).isEqualTo("frfinance1");
                    assertThat(kept.getFullMessage()).isEqualTo("one\n\ttwo");
                });
        assertThat(HttpUser.signedIn(port, "frfinance2").get(comment).body()).contains("frfinance1", "one\\n\\ttwo");
        for (String bad : List.of("{\"message\":\" \"}", "{}", "{\"message\":\"" + "x".repeat(1001) + "\"}")) {
            HttpResponse<String> refused = HttpUser.signedIn(port, "frfinance1").send("POST", comment + "/create", bad);
            assertThat(refused.statusCode()).as(bad).isEqualTo(400);
            assertThat(refused.body()).contains("Comment ");
        }
        assertThat(engine.getTaskService().getTaskComments(task)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor", "admin"})
    void whoever_only_watches_reads_the_comments_and_writes_none(String name) {
        String comment = ENGINE + "/task/" + task + "/comment";
        engine.getTaskService().createComment(task, process, "among ourselves");
        HttpUser visitor = HttpUser.signedIn(port, name);

        HttpResponse<String> refused = visitor.send("POST", comment + "/create", "{\"message\":\"me too\"}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("This task is for FRfinance. Your account does not belong to that group.");
        assertThat(visitor.get(comment).body()).contains("among ourselves");
        assertThat(engine.getTaskService().getTaskComments(task)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /comment/create/ | {\"message\":\"me too\"}",
                "PUT | /comment | {\"id\":\"{comment}\",\"message\":\"me too\"}",
                "DELETE | /comment/{comment} | ''",
                "DELETE | /comment | ''",
                "POST | /attachment/create | {\"name\":\"me too\"}",
            })
    void an_administrator_changes_no_comment_in_any_other_way(String method, String path, String body) {
        String comment = engine.getTaskService()
                .createComment(task, process, "among ourselves")
                .getId();
        HttpUser admin = HttpUser.signedIn(port, "admin");

        HttpResponse<String> refused = admin.send(
                method,
                ENGINE + "/task/" + task + path.replace("{comment}", comment),
                body.replace("{comment}", comment));

        assertThat(refused.statusCode()).as(refused.body()).isGreaterThanOrEqualTo(400);
        assertThat(engine.getTaskService().getTaskComments(task))
                .singleElement()
                .satisfies(kept -> assertThat(kept.getFullMessage()).isEqualTo("among ourselves"));
        assertThat(engine.getTaskService().getTaskAttachments(task)).isEmpty();
    }

    @Test
    void the_sentence_is_in_the_language_that_was_chosen() {
        HttpUser visitor = claimant("frfinance1");
        visitor.submit("/", "/language", Map.of("language", "fr"));

        assertThat(visitor.send(
                                "POST",
                                ENGINE + "/task/" + task + "/submit-form",
                                "{\"variables\":{\"answer\":{\"value\":\"forty\"}}}")
                        .body())
                .contains("Partie ne peut pas être «\u00a0forty\u00a0».");
        // It is kept for the person, whom other tests take to read English.
        visitor.submit("/", "/language", Map.of("language", "en"));
    }

    @Test
    void a_start_that_is_refused_starts_nothing() {
        long before = engine.getRuntimeService().createProcessInstanceQuery().count();

        HttpResponse<String> answer = HttpUser.signedIn(port, "frcoordinator")
                .send("POST", ENGINE + "/process-definition/key/jointFlight/submit-form", "{\"variables\":{}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Party cannot be “”.").doesNotContain("ENGINE-", "Cannot");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(before);
    }

    @Test
    void a_failure_of_ours_shows_a_number_and_nothing_of_the_inside() {
        HttpResponse<String> answer = claimant("frfinance1")
                .send(
                        "POST",
                        ENGINE + "/task/" + task + "/submit-form",
                        "{\"variables\":{\"answer\":{\"value\":\"broken\"}}}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("name the number").doesNotContain("secret", "ENGINE-", "trialTask");
    }

    @Test
    void the_second_of_two_is_told_who_was_first_and_when() {
        HttpUser first = claimant("frfinance1");
        HttpUser second = HttpUser.signedIn(port, "frfinance2");

        HttpResponse<String> taken =
                second.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"frfinance2\"}");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("Julien Laurent has claimed this task already.");

        assertThat(first.send("POST", ENGINE + "/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> late =
                second.send("POST", ENGINE + "/task/" + task + "/submit-form", "{\"variables\":{}}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Julien Laurent completed this task at 23 Nov 2026, 14:02 UTC.");
        assertThat(second.send("POST", ENGINE + "/task/no-such-task/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tasklist_opens_on_the_lists_of_the_person() {
        HttpUser visitor = claimant("frfinance1");
        String filters = visitor.get(ENGINE + "/filter?resourceType=Task&firstResult=0&maxResults=50")
                .body();

        assertThat(filters).contains("To claim: France, finance approver", "My tasks", "Open: France");
        assertThat(filters).doesNotContain("Spain", "legal");
        assertThat(tasksIn(visitor, "My tasks", "frfinance1")).contains(task);
        assertThat(tasksIn(visitor, "Open: France, finance approver", "frfinance1"))
                .contains(task);
        assertThat(tasksIn(visitor, "To claim: France, finance approver", "frfinance1"))
                .doesNotContain(task);
    }

    private String tasksIn(HttpUser visitor, String name, String person) {
        List<Filter> found = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName(name)
                .list();
        return found.stream()
                .map(filter -> visitor.send(
                        "POST", ENGINE + "/filter/" + filter.getId() + "/list?firstResult=0&maxResults=15", "{}"))
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body)
                .findFirst()
                .orElseThrow(() -> new AssertionError(person + " may read no list " + name));
    }

    private HttpUser claimant(String name) {
        HttpUser visitor = HttpUser.signedIn(port, name);
        assertThat(visitor.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + name + "\"}")
                        .statusCode())
                .isEqualTo(204);
        return visitor;
    }
}
