package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Italy's coordinator is asked to fly to Nigeria, and wants to know and to change what is none of Italy's: another flight,
 * of France, the United Kingdom and Spain, whose plan lies before the signers, and the other parties' part of their own.
 */
@OverHttp
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileCoordinatorTest {

    /** Destination, carrier and cost item of the strange flight are called that. */
    private static final String SECRET = "Zanzarim";

    private static final List<String> SECRETS = List.of(SECRET, "262,000", "26200000", "CGLPL");

    private static final String NONE = "{\"count\":0}";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private ExampleSteps steps;

    @Autowired
    private TrailEntries trail;

    @Autowired
    private JdbcClient database;

    /** What an attempt names in braces, and the id it stands for. */
    private final Map<String, String> known = new HashMap<>();

    private HttpUser italy;
    private HttpUser manager;
    private OperationReference own;
    private OperationReference strange;

    @BeforeAll
    void a_flight_that_italy_is_asked_to_and_one_that_it_is_not() {
        users.open();
        SomeFlights flights = new SomeFlights(users);
        own = flights.proposed(Map.of("invited", "IT, DE", "embarkations", "CDG, FCO"));
        strange = flights.sharingCalled(SECRET);
        steps.acceptShares(strange, Set.of());
        steps.ceilings(strange, Map.of(new Party("FR"), Money.euro(10_000_000)), party -> "FRONTEX");
        italy = HttpUser.signedIn(port, "itcoordinator");
        manager = HttpUser.signedIn(port, "manager1");
        name();
    }

    private void name() {
        String task =
                users.open("userTask_signDecisionForFrontex", strange).get(0).getId();
        String instance = users.instance("jointFlight", strange).getId();
        ActivityInstance activity = engine.getRuntimeService().getActivityInstance(instance);
        ActivityInstance part = activity.getChildActivityInstances()[0];
        engine.getRuntimeService()
                .createIncident("failedJob", part.getExecutionIds()[0], "x", "what went wrong with " + SECRET);
        known.putAll(Map.of(
                "{own}", own.value(),
                "{strange}", strange.value(),
                "{task}", task,
                "{done}", one("select min(task_id) from completed_task where reference = ?", strange.value()),
                "{ownTask}",
                        users.as("itcoordinator")
                                .open("userTask_answerOffer", own)
                                .getId(),
                "{germanTask}",
                        users.as("decoordinator")
                                .open("userTask_answerOffer", own)
                                .getId(),
                "{instance}", instance,
                "{activity}", part.getId(),
                "{hash}", one("select hash from plan_version where reference = ?", strange.value()),
                "{job}", one("select min(id_) from act_ru_job where process_def_key_ <> ?", "none")));
        known.putAll(Map.of(
                "{filter}", one("select min(id_) from act_ru_filter where name_ like ?", "%France%"),
                "{ownFilter}",
                        one(
                                "select min(f.id_) from act_ru_filter f join act_ru_authorization a on a.resource_id_ = f.id_ where a.group_id_ = ?",
                                "ITcoordinator"),
                "{deployment}", one("select min(id_) from act_re_deployment where 'x' = ?", "x"),
                "{definition}", definition("jointFlight"),
                "{stateDefinition}", definition("stateParticipation")));
    }

    private String definition(String key) {
        return one("select max(id_) from act_re_procdef where key_ = ?", key);
    }

    private String one(String sql, String parameter) {
        return database.sql(sql).param(parameter).query(String.class).single();
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : known.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }

    private void nothingOfTheStrangeFlight(String body) {
        assertThat(body).doesNotContain(SECRETS);
    }

    private void nothingHasChangedSince(List<Object> before) {
        StoredState.assertUnchanged(before, database);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /task/{task}/assignee | {\"userId\":\"itcoordinator\"}",
                "POST | /task/{task}/delegate | {\"userId\":\"itcoordinator\"}",
                "POST | /task/{task}/resolve | {}",
                "POST | /task/{task}/complete | {\"variables\":{\"answer\":{\"value\":\"SIGN\"}}}",
                "POST | /task/{ownTask}/complete | {}",
                "POST | /task/{ownTask}/delegate | {\"userId\":\"itcoordinator\"}",
                "POST | /task/{ownTask}/resolve | {}",
                "POST | /task/{ownTask}/bpmnError | {\"errorCode\":\"planMoved\"}",
                "POST | /task/{ownTask}/identity-links | {\"groupId\":\"ITfinance\",\"type\":\"candidate\"}",
                "PUT | /task/{ownTask} | {\"owner\":\"itcoordinator\"}",
                "POST | /task/{task}/identity-links | {\"userId\":\"itcoordinator\",\"type\":\"candidate\"}",
                "GET | /task/{task}/variables | ''",
                "GET | /task/{task}/localVariables | ''",
                "GET | /task/{task}/variables/hash/data | ''",
                "GET | /task/{ownTask}/variables | ''",
                "PUT | /task/{ownTask}/localVariables/returnees | {\"value\":9}",
                "GET | /task/{task}/attachment | ''",
                "POST | /task/{ownTask}/attachment/create | {}",
                "GET | /task/{task}/rendered-form | ''",
                "GET | /task/report/candidate-group-count | ''",
                "GET | /process-instance?businessKey={strange} | ''",
                "POST | /process-instance/count | {\"businessKey\":\"{strange}\"}",
                "GET | /process-instance/{instance} | ''",
                "GET | /process-instance/{instance}/activity-instances | ''",
                "GET | /process-instance/{instance}/variables | ''",
                "GET | /process-instance/{instance}/comment | ''",
                "DELETE | /process-instance/{instance} | ''",
                "POST | /process-instance/{instance}/modification | {\"instructions\":[]}",
                "GET | /variable-instance/count?variableName=shown0&variableValues=shown0_like_%25{hash}%25 | ''",
                "POST | /variable-instance | {\"variableName\":\"reference\"}",
                "GET | /execution?processInstanceId={instance} | ''",
                "POST | /execution/{instance}/signal | {}",
                "GET | /event-subscription | ''",
                "POST | /message | {\"messageName\":\"stateWithdrew\",\"businessKey\":\"{strange}\"}",
                "POST | /signal | {\"name\":\"x\"}",
                "POST | /condition | {\"variables\":{}}",
                "GET | /job?processInstanceId={instance} | ''",
                "POST | /job/{job}/execute | {}",
                "PUT | /job/{job}/duedate | {\"duedate\":\"2026-01-01T00:00:00.000+0000\"}",
                "PUT | /job/{job}/retries | {\"retries\":0}",
                "GET | /job/{job}/stacktrace | ''",
                "POST | /external-task/fetchAndLock | {\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[]}",
                "GET | /external-task/count | ''",
                "GET | /incident?processInstanceId={instance} | ''",
                "GET | /history/process-instance?processInstanceBusinessKey={strange} | ''",
                "POST | /history/process-instance/count | {\"processInstanceBusinessKey\":\"{strange}\"}",
                "POST | /history/variable-instance | {\"variableName\":\"hash\"}",
                "GET | /history/task?processInstanceBusinessKey={strange} | ''",
                "GET | /history/detail | ''",
                "GET | /history/activity-instance?processInstanceId={instance} | ''",
                "GET | /history/identity-link-log | ''",
                "GET | /history/decision-instance?includeInputs=true | ''",
                "GET | /history/job-log | ''",
                "GET | /history/incident | ''",
                "POST | /history/process-instance/delete | {\"historicProcessInstanceIds\":[\"{instance}\"]}",
                "POST | /process-instance/delete | {\"processInstanceIds\":[\"{instance}\"]}",
                "GET | /batch | ''",
                "POST | /migration/generate | {\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\"}",
                "POST | /process-definition/{definition}/restart | {\"processInstanceIds\":[\"{instance}\"]}",
                "POST | /process-definition/key/jointFlight/start | {\"businessKey\":\"{strange}\"}",
                "GET | /process-definition/{definition}/diagram | ''",
                "GET | /process-definition/{definition}/statistics | ''",
                "GET | /process-definition/statistics?incidents=true | ''",
                "GET | /decision-definition/key/approvalRoute/xml | ''",
                "GET | /deployment/{deployment}/resources | ''",
                "GET | /user | ''",
                "GET | /user/count?memberOfGroup=FRfinance | ''",
                "GET | /group?member=frfinance1 | ''",
                "GET | /authorization | ''",
                "GET | /authorization/check?permissionName=READ&resourceName=x&resourceType=7&userId=frfinance1 | ''",
                "POST | /filter/create | {\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}",
                "PUT | /filter/{ownFilter} | {\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{}}",
                "DELETE | /filter/{ownFilter} | ''",
                "GET | /filter/{ownFilter}/singleResult | ''",
                "PUT | /user/itcoordinator/profile | {\"id\":\"itcoordinator\",\"firstName\":\"A\",\"lastName\":\"B\"}",
                "PUT | /user/itcoordinator/credentials | {\"password\":\"Joint-2026!y\",\"authenticatedUserPassword\":\"Joint-2026!\"}",
                "GET | /metrics/task-worker/sum | ''",
                "GET | /version | ''",
                "GET | /telemetry/data | ''",
                "GET | /schema/log | ''",
                "GET | /history/cleanup/configuration | ''",
                "GET | /job-definition | ''",
            })
    void what_the_table_does_not_name_is_refused(String method, String path, String body) {
        HttpResponse<String> answer = tries(method, path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /task/{task} | ''",
                "GET | /task/{task}/form | ''",
                "GET | /task/{task}/deployed-form | ''",
                "GET | /task/{task}/form-variables?variableNames=hash | ''",
                "GET | /task/{task}/comment | ''",
                "GET | /task/{task}/identity-links | ''",
                "POST | /task/{task}/comment/create | {\"message\":\"I was here\"}",
                "POST | /task/{task}/claim | {\"userId\":\"itcoordinator\"}",
                "POST | /task/{task}/claim | {\"userId\":\"fxfinance1\"}",
                "POST | /task/{task}/unclaim | {}",
                "POST | /task/{task}/submit-form | {\"variables\":{\"answer\":{\"value\":\"SIGN\"}}}",
                "POST | /task/{germanTask}/claim | {\"userId\":\"itcoordinator\"}",
                "POST | /task/{germanTask}/submit-form | {\"variables\":{\"takesPart\":{\"value\":\"no\"}}}",
                "GET | /task/{germanTask}/form-variables | ''",
                "POST | /task/{done}/claim | {\"userId\":\"itcoordinator\"}",
                "POST | /task/{done}/submit-form | {\"variables\":{}}",
                "GET | /task/{done} | ''",
                "GET | /task/{done}/comment | ''",
                "POST | /task/{done}/comment/create | {\"message\":\"I was here\"}",
                "GET | /filter/{filter} | ''",
                "GET | /filter/{filter}/list | ''",
                "GET | /filter/{filter}/count | ''",
                "POST | /filter/{filter}/list | {}",
                "GET | /user/frfinance1/profile | ''",
                "POST | /task/{ownTask}/claim | {\"userId\":\"decoordinator\"}",
                "POST | /process-definition/{stateDefinition}/submit-form | {\"businessKey\":\"{strange}/IT\",\"variables\":{\"reference\":{\"value\":\"{strange}\"},\"party\":{\"value\":\"IT\"}}}",
                "POST | /process-definition/key/settlement/submit-form | {\"businessKey\":\"{strange}\",\"variables\":{}}",
                "POST | /process-definition/key/costSharing/submit-form | {\"variables\":{\"reference\":{\"value\":\"{strange}\"}}}",
                "POST | /process-definition/{definition}/submit-form | {\"variables\":{\"organiser\":{\"value\":\"FR\"},\"type\":{\"value\":\"JRO\"},\"destination\":{\"value\":\"Nigeria\"},\"embarkations\":{\"value\":\"CDG\"},\"destinations\":{\"value\":\"LOS\"},\"departure\":{\"value\":\"2027-05-20 09:30\"},\"capacity\":{\"value\":200},\"invited\":{\"value\":\"IT\"}}}",
                "POST | /process-definition/{definition}/submit-form | {\"variables\":{\"organiser\":{\"value\":\"IT\"},\"type\":{\"value\":\"JRO\"},\"destination\":{\"value\":\"Nigeria\"},\"embarkations\":{\"value\":\"FCO\"},\"destinations\":{\"value\":\"LOS\"},\"departure\":{\"value\":\"2027-05-20 09:30\"},\"capacity\":{\"value\":200},\"invited\":{\"value\":\"FR\"},\"reference\":{\"value\":\"{strange}\"}}}",
                "POST | /process-definition/{definition}/submit-form | {\"variables\":{\"organiser\":{\"value\":\"IT\"},\"approved\":{\"value\":true}}}",
                "POST | /process-definition/{definition}/submit-form | {\"variables\":{\"organiser\":{\"value\":\"IT\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"x\"}}}}",
            })
    void what_is_another_partys_or_flights_is_refused(String method, String path, String body) {
        HttpResponse<String> answer = tries(method, path, body);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("completed this task");
    }

    /** Whatever is answered, nothing of the strange flight is in it, and nothing has changed. */
    private HttpResponse<String> tries(String method, String path, String body) {
        List<Object> before = StoredState.of(database);
        HttpResponse<String> answer = italy.send(method, ENGINE + filled(path), filled(body));
        nothingOfTheStrangeFlight(answer.body());
        nothingHasChangedSince(before);
        return answer;
    }

    @Test
    void what_was_tried_at_the_strange_flight_stands_on_its_trail() {
        italy.send("POST", ENGINE + filled("/task/{task}/claim"), "{\"userId\":\"itcoordinator\"}");

        assertThat(trail.of(strange))
                .filteredOn(entry -> entry.event() == TrailEvent.ATTEMPT_REFUSED)
                .extracting(entry -> entry.actor())
                .contains("itcoordinator");
    }

    /** Whether there is an answer tells as much as the answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"processInstanceBusinessKey\":\"{strange}\"}",
                "{\"processInstanceBusinessKeyLike\":\"{strange}%\"}",
                "{\"processInstanceBusinessKeyIn\":[\"{strange}\"]}",
                "{\"processInstanceId\":\"{instance}\"}",
                "{\"taskId\":\"{task}\"}",
                "{\"activityInstanceIdIn\":[\"{activity}\"]}",
                "{\"taskIdIn\":[\"{task}\"]}",
                "{\"taskDefinitionKey\":\"userTask_signDecisionForFrontex\"}",
                "{\"taskDefinitionKeyLike\":\"userTask_sign%\"}",
                "{\"processVariables\":[{\"name\":\"reference\",\"operator\":\"eq\",\"value\":\"{strange}\"}]}",
                "{\"processVariables\":[{\"name\":\"reference\",\"operator\":\"like\",\"value\":\"{strange}%\"}],\"variableValuesIgnoreCase\":true}",
                "{\"taskVariables\":[{\"name\":\"shown0\",\"operator\":\"like\",\"value\":\"%{hash}%\"}]}",
                "{\"taskVariables\":[{\"name\":\"shown0\",\"operator\":\"neq\",\"value\":\"x\"}],\"taskDefinitionKeyLike\":\"userTask_sign%\"}",
                "{\"candidateGroup\":\"FXfinance\",\"includeAssignedTasks\":true}",
                "{\"candidateGroups\":[\"FXfinance\",\"FRfinance\"]}",
                "{\"candidateUser\":\"fxfinance1\"}",
                "{\"orQueries\":[{\"taskId\":\"{task}\",\"processInstanceBusinessKey\":\"{strange}\"}]}",
                "{\"orQueries\":[{\"candidateGroup\":\"FXfinance\",\"taskId\":\"{ownTask}\"}],\"taskDefinitionKeyLike\":\"userTask_sign%\"}",
                "{\"withCandidateGroups\":true,\"taskDefinitionKeyIn\":[\"userTask_signDecisionForFrontex\"]}",
            })
    void no_question_for_tasks_tells_whether_the_strange_flight_has_something(String question) {
        assertThat(italy.send("POST", ENGINE + "/task?maxResults=50", filled(question))
                        .body())
                .isEqualTo("[]");
        assertThat(italy.send("POST", ENGINE + "/task/count", filled(question)).body())
                .isEqualTo(NONE);
    }

    /** What the engine leaves out of such a question, the list answers as if it had not been asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"processInstanceBusinessKey\":\"{strange}\"}",
                "{\"processInstanceBusinessKeyIn\":[\"{strange}\"]}",
                "{\"taskVariables\":[{\"name\":\"shown0\",\"operator\":\"like\",\"value\":\"%{hash}%\"}]}",
                "{\"candidateUser\":\"fxfinance1\"}",
                "{\"candidateGroup\":\"FXfinance\"}",
                "{\"orQueries\":[{\"taskId\":\"{task}\"}]}",
            })
    void nor_does_one_that_widens_a_stored_list(String question) {
        String list = ENGINE + filled("/filter/{ownFilter}");
        String all = italy.get(list + "/count").body();

        HttpResponse<String> count = italy.send("POST", list + "/count", filled(question));
        HttpResponse<String> tasks = italy.send("POST", list + "/list", filled(question));

        assertThat(count.statusCode()).as(count.body()).isLessThan(500);
        assertThat(count.statusCode() >= 400 || Set.of(NONE, all).contains(count.body()))
                .as(count.body())
                .isTrue();
        assertThat(tasks.body()).doesNotContain(filled("{task}"), filled("{germanTask}"), SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?processInstanceBusinessKey={strange}",
                "/task?processVariables=reference_eq_{strange}",
                "/task?taskVariables=shown0_like_%25{hash}%25",
                "/task?candidateGroup=FXfinance",
                "/history/user-operation",
                "/history/user-operation?processInstanceId={instance}",
                "/history/user-operation?taskId={task}",
                "/process-definition?incidentId=none",
            })
    void nor_does_one_in_the_address(String path) {
        HttpResponse<String> answer = italy.get(ENGINE + filled(path));

        assertThat(answer.statusCode() == 400 || answer.body().equals("[]"))
                .as(answer.body())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidentMessageLike=%25Zanzarim%25",
                "incidentMessage=what%20went%20wrong%20with%20Zanzarim",
                "incidentType=failedJob",
            })
    void models_are_not_asked_for_what_went_wrong_in_a_strange_flight(String question) {
        for (String path : List.of("/process-definition?", "/process-definition/count?")) {
            HttpResponse<String> answer = italy.get(ENGINE + path + question);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
    }

    @Test
    void sorting_by_a_variable_brings_nothing_strange_up() {
        for (String sorting : List.of("processVariable", "executionVariable", "taskVariable")) {
            HttpResponse<String> answer = italy.send(
                    "POST",
                    ENGINE + "/task?maxResults=50",
                    "{\"sorting\":[{\"sortBy\":\"" + sorting + "\",\"sortOrder\":\"asc\",\"parameters\":"
                            + "{\"variable\":\"hash\",\"type\":\"String\"}}]}");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains(filled("{ownTask}")).doesNotContain(filled("{task}"), SECRET);
        }
    }

    /** The questions above are not empty because they are wrong. */
    @Test
    void whoever_may_see_it_gets_answers_to_the_same_questions() {
        for (String question : List.of(
                "{\"processInstanceBusinessKey\":\"{strange}\"}",
                "{\"processVariables\":[{\"name\":\"reference\",\"operator\":\"eq\",\"value\":\"{strange}\"}]}",
                "{\"taskVariables\":[{\"name\":\"shown0\",\"operator\":\"like\",\"value\":\"%{hash}%\"}]}",
                "{\"taskDefinitionKey\":\"userTask_signDecisionForFrontex\"}")) {
            assertThat(manager.send("POST", ENGINE + "/task/count", filled(question))
                            .body())
                    .as(question)
                    .isNotEqualTo("{\"count\":0}");
        }
    }

    @Test
    void groups_of_others_and_who_is_in_them_are_not_told() {
        HttpResponse<String> answer = italy.get(ENGINE + "/identity/groups?userId=frfinance1");

        assertThat(answer.body()).doesNotContain("FRfinance", "frfinance2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/flights/{strange}",
                "/flights/{strange}?process=settlement",
                "/flights/{strange}/plan",
                "/flights/{strange}/costs",
                "/flights/{strange}/signatures",
                "/flights/{strange}/operation",
                "/flights/{strange}/accounts",
                "/flights/{strange}/history",
                "/flights/{strange}/history.csv",
                "/flights/{strange}/history.json",
                "/flights/{strange}/print",
                "/flights/{strange}/statement",
                "/flights/{strange}/statement.pdf",
                "/flights/{strange}/statement.xlsx",
                "/flights/{strange}/models/jointFlight.bpmn",
                "/flights/{strange}/withdraw",
                "/flights/{strange}/cancel",
                "/flights/{own}/models/flight-model-of-nobody.bpmn",
                "/what-if?flight={strange}",
                "/signed/{hash}.json",
                "/api/flights/{strange}",
                "/api/flights/{strange}/statement",
                "/api/flights/{strange}/final-posting",
                "/trail.csv",
                "/administration.csv",
                "/administration",
                "/verification",
                "/replay",
                "/rounding",
                "/reports",
                "/reports/2027-H1",
                "/reports/2027-H1.csv",
                "/reports/2027-H1.pdf",
                "/figures",
                "/figures.xlsx",
                "/figures/days-waiting",
                "/figures/days-waiting.csv",
                "/figures/days-waiting.json",
                "/api/figures",
                "/api/figures/days-waiting",
                "/api/rounding",
                "/admin/people",
                "/admin/people/itcoordinator",
                "/admin/parties",
            })
    void a_page_or_file_that_is_not_italys_is_refused(String path) {
        List<Object> before = StoredState.of(database);

        HttpResponse<String> answer = italy.get(filled(path));

        assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404);
        nothingOfTheStrangeFlight(answer.body());
        nothingHasChangedSince(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/flights",
                "/flights?text=Zanz",
                "/flights?party=GB",
                "/flights?order=DEPARTURE&page=2",
                "/flights.csv",
                "/flights.csv?text=Zanz",
                "/api/flights",
                "/api/flights?text=Zanz&party=GB",
                "/notices",
                "/what-if",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/filter?itemCount=true",
                "/camunda/api/engine/engine/default/process-definition",
                "/camunda/api/engine/engine/default/history/user-operation",
            })
    void no_list_holds_anything_of_the_strange_flight(String path) {
        HttpResponse<String> answer = italy.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
        nothingOfTheStrangeFlight(answer.body());
        assertThat(answer.body()).doesNotContain(strange.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/flights/{strange}/withdraw | party=IT;cause=LEGAL;reason=Court order",
                "/flights/{strange}/withdraw | party=GB;cause=LEGAL;reason=Court order",
                "/flights/{strange}/cancel | reason=Court order",
                "/flights/{strange}/postpone | departure=2027-06-20 09:30;reason=Later",
                "/flights/{strange}/suspend | reason=Later",
                "/flights/{strange}/change-plan | capacity=20;reason=Less",
                "/flights/{own}/withdraw | party=DE;cause=LEGAL;reason=Court order",
                "/flights/{own}/withdraw | party=FR;cause=LEGAL;reason=Court order",
                "/flights/{own}/withdraw | party=IT;cause=LEGAL;reason=Court order;reference={strange}",
                "/flights/{own}/cancel | reason=Court order",
                "/flights/{own}/postpone | departure=2027-06-20 09:30;reason=Later",
                "/flights/{own}/suspend | reason=Later",
                "/flights/{own}/resume | reason=Later",
                "/flights/{own}/change-plan | capacity=20;reason=Less",
                "/flights/{own}/tasks/{task}/take-over | ''",
                "/flights/{own}/tasks/{germanTask}/take-over | ''",
                "/flights/{own}/tasks/{done}/take-over | ''",
                "/flights/{strange}/tasks/{task}/take-over | ''",
                "/flights/{strange}/tasks/{ownTask}/take-over | ''",
                "/admin/people/itcoordinator | act=give;group=camunda-admin",
                "/admin/people/add-person | signInName=intruder;firstName=A;lastName=B",
                "/admin/parties | party=PL;authority=x",
            })
    void an_act_that_is_not_italys_is_refused_on_the_page(String path, String fields) {
        List<Object> before = StoredState.of(database);
        Map<String, String> typed = fields(filled(fields));
        typed.put("confirmed", "yes");

        HttpResponse<String> answer = italy.submit("/", filled(path), typed);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        nothingOfTheStrangeFlight(answer.body());
        nothingHasChangedSince(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/flights/{strange}/withdraw | {\"party\":\"IT\",\"cause\":\"LEGAL\",\"reason\":\"Court order\"}",
                "/api/flights/{strange}/withdraw | {\"party\":\"GB\",\"cause\":\"LEGAL\",\"reason\":\"Court order\"}",
                "/api/flights/{strange}/cancel | {\"reason\":\"Court order\"}",
                "/api/flights/{own}/withdraw | {\"party\":\"DE\",\"cause\":\"LEGAL\",\"reason\":\"Court order\"}",
                "/api/flights/{own}/withdraw | {\"party\":\"IT\",\"cause\":\"LEGAL\",\"reason\":\"Court order\",\"reference\":\"{strange}\"}",
                "/api/flights/{own}/withdraw | {\"party\":[\"IT\",\"DE\"],\"cause\":\"LEGAL\",\"reason\":\"Court order\"}",
                "/api/flights/{own}/cancel | {\"reason\":\"Court order\"}",
                "/api/flights/{own}/resume | {\"reason\":\"Court order\"}",
                "/api/flights | {\"organiser\":\"FR\"}",
            })
    void nor_over_the_api(String path, String body) {
        List<Object> before = StoredState.of(database);

        HttpResponse<String> answer = italy.sendToOurs("POST", filled(path), filled(body));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        nothingOfTheStrangeFlight(answer.body());
        nothingHasChangedSince(before);
    }

    @Test
    void of_italys_own_form_nothing_is_taken_but_its_fields_and_these_once() {
        OperationReference flight = new SomeFlights(users).proposed(Map.of("invited", "IT, DE"));
        String task =
                users.as("itcoordinator").open("userTask_answerOffer", flight).getId();
        String form = ENGINE + "/task/" + task + "/submit-form";
        String seats = "\"takesPart\":{\"value\":\"yes\"},\"returnees\":{\"value\":3},\"escorts\":{\"value\":6},"
                + "\"embarkation\":{\"value\":\"STN\"},\"answerFinal\":{\"value\":\"yes\"}";
        italy.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"itcoordinator\"}");
        List<Object> claimed = StoredState.of(database);

        for (String forged : List.of(
                "\"party\":{\"value\":\"DE\"}",
                "\"reference\":{\"value\":\"" + strange + "\"}",
                "\"approved\":{\"value\":true}",
                "\"organiser\":{\"value\":\"IT\"}",
                "\"actor\":{\"value\":\"decoordinator\"}",
                "\"remark\":{\"value\":{\"a\":1}}",
                "\"remark\":{\"value\":\"rO0AB\",\"type\":\"Object\"}",
                "\"returnees\":{\"value\":-3}",
                "\"escorts\":{\"value\":\"6; delete from flight\"}")) {
            HttpResponse<String> answer = italy.send("POST", form, "{\"variables\":{" + seats + "," + forged + "}}");
            assertThat(answer.statusCode()).as(forged + answer.body()).isEqualTo(400);
            nothingHasChangedSince(claimed);
        }

        assertThat(italy.send("POST", form, "{\"variables\":{" + seats + "}}").statusCode())
                .isEqualTo(204);
        List<Object> answered = StoredState.of(database);
        assertThat(italy.send("POST", form, "{\"variables\":{" + seats + "}}").statusCode())
                .isEqualTo(409);
        nothingHasChangedSince(answered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /flights/{strange} | X-Forwarded-User | frcoordinator",
                "GET | /flights/{strange} | X-Remote-User | frcoordinator",
                "GET | /flights/{strange} | Authorization | Basic ZnJjb29yZGluYXRvcjpKb2ludC0yMDI2IQ==",
                "GET | /flights/{strange} | X-Original-URL | /flights/{own}",
                "GET | /flights/{strange} | X-Rewrite-URL | /flights/{own}",
                "GET | /flights/{strange} | X-Forwarded-Prefix | /camunda/app",
                "GET | /flights/{strange} | X-Forwarded-For | 127.0.0.1",
                "GET | /flights/{strange} | Host | 127.0.0.1",
                "GET | /flights/{strange}/statement.pdf | Range | bytes=0-20000",
                "GET | /signed/{hash}.json | If-None-Match | *",
                "GET | /signed/{hash}.json | If-Modified-Since | Thu, 26 Nov 2099 19:00:00 GMT",
                "HEAD | /flights/{strange}/statement.pdf | Accept | */*",
                "GET | /api/flights/{strange} | Accept | text/html",
                "GET | /camunda/api/engine/engine/default/task/{task} | X-Authorized-Engines | default",
                "POST | /camunda/api/engine/engine/default/task/{ownTask} | X-HTTP-Method-Override | DELETE",
                "POST | /camunda/api/engine/engine/default/task/{ownTask}/variables/approved | X-HTTP-Method | PUT",
                "GET | /camunda/api/engine/engine/default/task/{task} | X-HTTP-Method-Override | POST",
                "POST | /flights/{strange}?_method=get | X-Method-Override | GET",
            })
    void no_header_makes_italy_somebody_else_or_a_request_another(
            String method, String path, String header, String value) {
        List<Object> before = StoredState.of(database);
        Map<String, String> headers = new HashMap<>(italy.identity());
        headers.put("Content-Type", "application/json");
        headers.put(header, filled(value));

        RawRequest.Answer answer =
                new RawRequest(method, filled(path), headers, method.equals("POST") ? "{}" : "").sendTo(port);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        nothingOfTheStrangeFlight(answer.text());
        nothingHasChangedSince(before);
    }

    @Test
    void a_header_shows_no_other_page_and_leads_nowhere_else() {
        Map<String, String> headers = new HashMap<>(italy.identity());
        headers.put("X-Original-URL", "/flights/" + strange);
        headers.put("X-Forwarded-Host", "elsewhere.example");
        headers.put("Forwarded", "host=elsewhere.example");

        RawRequest.Answer page = new RawRequest("GET", "/flights/" + own, headers, "").sendTo(port);
        RawRequest.Answer door = new RawRequest(
                        "GET", "/flights", Map.of("Accept", "text/html", "X-Forwarded-Host", "elsewhere.example"), "")
                .sendTo(port);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(own.value()).doesNotContain(SECRET, "elsewhere.example", strange.value());
        assertThat(door.status()).isEqualTo(302);
        assertThat(door.text()).doesNotContain("elsewhere.example");
    }

    @Test
    void what_france_has_just_read_is_in_no_cache_that_italy_could_ask() {
        HttpUser france = HttpUser.signedIn(port, "frcoordinator");
        for (String path : List.of(
                "/flights/{strange}",
                "/flights/{strange}/statement",
                "/flights/{strange}/statement.xlsx",
                "/flights/{strange}/models/jointFlight.bpmn",
                "/signed/{hash}.json",
                "/api/flights/{strange}")) {
            HttpResponse<String> theirs = france.get(filled(path));

            assertThat(theirs.statusCode()).as(path).isEqualTo(200);
            assertThat(String.join(",", theirs.headers().allValues("Cache-Control")))
                    .as(path)
                    .contains("no-store")
                    .doesNotContain("public");
            assertThat(theirs.headers().firstValue("ETag")).as(path).isEmpty();
            assertThat(italy.get(filled(path)).statusCode()).as(path).isEqualTo(403);
        }
    }

    private static Map<String, String> fields(String written) {
        return Stream.of(written.split(";", -1))
                .filter(field -> field.contains("="))
                .collect(Collectors.toMap(
                        field -> field.substring(0, field.indexOf('=')),
                        field -> field.substring(field.indexOf('=') + 1),
                        (one, other) -> other,
                        HashMap::new));
    }
}
