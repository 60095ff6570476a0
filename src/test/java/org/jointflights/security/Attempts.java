package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people try that is not theirs to do, over HTTP. Each attempt is refused, changes nothing, and stands on the
 * flight's trail once, by who tried it, on what and why not.
 */
public final class Attempts {

    /** A way to an address that is closed to everybody; {@code {task}}, {@code {instance}} and the like are filled in. */
    private record ClosedWay(String method, String path, String body) {}

    private static final List<ClosedWay> CLOSED = List.of(
            new ClosedWay("POST", "/task/{task}/complete", "{\"variables\":{\"answer\":{\"value\":\"SIGN\"}}}"),
            new ClosedWay("POST", "/task/{task}/resolve", "{\"variables\":{\"answer\":{\"value\":\"SIGN\"}}}"),
            new ClosedWay("POST", "/task/{task}/delegate", "{\"userId\":\"{person}\"}"),
            new ClosedWay("POST", "/task/{task}/assignee", "{\"userId\":\"{person}\"}"),
            new ClosedWay("POST", "/task/{task}/bpmnError", "{\"errorCode\":\"planMoved\"}"),
            new ClosedWay("POST", "/task/{task}/bpmnEscalation", "{\"escalationCode\":\"x\"}"),
            new ClosedWay("POST", "/task/{task}/identity-links", "{\"userId\":\"{person}\",\"type\":\"candidate\"}"),
            new ClosedWay("PUT", "/task/{task}", "{\"assignee\":\"{person}\"}"),
            new ClosedWay("POST", "/task/{task}/variables", "{\"modifications\":{\"approved\":{\"value\":true}}}"),
            new ClosedWay("PUT", "/task/{task}/localVariables/answer", "{\"value\":\"SIGN\"}"),
            new ClosedWay("DELETE", "/task/{task}", ""),
            new ClosedWay("POST", "/task/{task}/identity-links/delete", "{\"groupId\":\"x\",\"type\":\"candidate\"}"));

    /** The same for many at once, or for the flight's work as a whole. */
    private static final List<ClosedWay> IN_BULK = List.of(
            new ClosedWay("POST", "/process-instance/{instance}/modification", "{\"instructions\":[]}"),
            new ClosedWay("PUT", "/process-instance/suspended", "{\"processInstanceIds\":[\"{instance}\"]}"),
            new ClosedWay("POST", "/process-instance/variables-async", "{\"processInstanceIds\":[\"{instance}\"]}"),
            new ClosedWay("POST", "/process-instance/delete", "{\"processInstanceIds\":[\"{instance}\"]}"),
            new ClosedWay("POST", "/modification/execute", "{\"processInstanceIds\":[\"{instance}\"]}"),
            new ClosedWay("POST", "/migration/execute", "{\"processInstanceIds\":[\"{instance}\"]}"),
            new ClosedWay("POST", "/execution/{instance}/signal", "{\"variables\":{}}"));

    private final ProcessEngine engine;
    private final TrailEntries trail;
    private final JdbcClient database;
    private final int port;
    private final Map<String, HttpUser> signedIn = new HashMap<>();
    /** Flights of other tests, at which the same people may have tried the same. */
    private final Set<OperationReference> ofOthers;

    private int closedWay;
    private int made;

    public Attempts(ProcessEngine engine, TrailEntries trail, JdbcClient database, int port) {
        this.engine = engine;
        this.trail = trail;
        this.database = database;
        this.port = port;
        this.ofOthers = Set.copyOf(flights());
    }

    /** How many there were. */
    public int made() {
        return made;
    }

    /** Somebody in front of a browser, the same one each time. */
    public HttpUser browser(String person) {
        return signedIn.computeIfAbsent(person, name -> HttpUser.signedIn(port, name));
    }

    /** Somebody who signs in anew, with the groups of now. */
    public HttpUser newBrowser(String person) {
        signedIn.remove(person);
        return browser(person);
    }

    /** Somebody who is signed in there. */
    public void sits(String person, HttpUser browser) {
        signedIn.put(person, browser);
    }

    /**
     * The ways in which somebody of the task's own group tries to complete it though four eyes forbid it.
     *
     * @param colleague who may, and holds the task for a while
     * @param why the code of the refusal of the plain way
     */
    public List<DynamicTest> atTask(
            String person, String colleague, Supplier<Task> task, String why, Map<String, String> fields) {
        List<DynamicTest> ways = new ArrayList<>();
        ways.add(way(person, task, "claims and submits", id -> {
            claims(person, id);
            refused(person, id, why, () -> submits(person, id, fields));
            givesBack(person, id);
        }));
        ways.add(way(
                person,
                task,
                "submits without a claim",
                id -> refused(person, id, "common.task.notClaimed", () -> submits(person, id, fields))));
        ways.add(way(
                person,
                task,
                "claims it in a colleague's name",
                id -> refused(
                        person,
                        id,
                        "common.task.claimForYourself",
                        () -> browser(person)
                                .send(
                                        "POST",
                                        ENGINE + "/task/" + id + "/claim",
                                        "{\"userId\":\"" + colleague + "\"}"))));
        ways.add(way(person, task, "submits what a colleague has claimed", id -> {
            claims(colleague, id);
            refused(person, id, "common.task.claimedByOther", () -> submits(person, id, fields));
            givesBack(colleague, id);
        }));
        ClosedWay closed = CLOSED.get(closedWay++ % CLOSED.size());
        ways.add(way(
                person,
                task,
                closed.method() + " " + closed.path(),
                id -> refused(person, id, "signin.closed", () -> goes(person, closed, id, ""))));
        return ways;
    }

    /** Somebody who has nothing to do with the task tries to submit it. */
    public DynamicTest byStranger(String person, Supplier<Task> task) {
        return way(
                person,
                task,
                "submits what another group is asked",
                id -> refused(person, id, "signin.notYours", () -> submits(person, id, Map.of("answer", "SIGN"))));
    }

    /** Each bulk address once, each by another person. */
    public List<DynamicTest> inBulk(List<String> people, Supplier<String> instance) {
        List<DynamicTest> ways = new ArrayList<>();
        for (int i = 0; i < IN_BULK.size(); i++) {
            ClosedWay closed = IN_BULK.get(i);
            String person = people.get(i);
            ways.add(dynamicTest(person + ": " + closed.method() + " " + closed.path(), () -> {
                String id = instance.get();
                refused(person, id, "signin.closed", () -> goes(person, closed, "", id));
            }));
        }
        return ways;
    }

    /** An act of a flight's page, over the API. */
    public DynamicTest act(
            String person, Supplier<OperationReference> flight, String act, Map<String, String> fields, String why) {
        return dynamicTest(
                person + " tries to " + act,
                () -> refused(
                        person,
                        name(act),
                        why,
                        () -> browser(person)
                                .sendToOurs("POST", "/api/flights/" + flight.get() + "/" + act, json(fields))));
    }

    /** The same on the page itself, with its form. */
    public DynamicTest actOnPage(
            String person, Supplier<OperationReference> flight, String act, Map<String, String> fields, String why) {
        return dynamicTest(person + " tries to " + act + " on the page", () -> {
            Map<String, String> typed = new HashMap<>(fields);
            typed.put("confirmed", "yes");
            refused(
                    person,
                    name(act),
                    why,
                    () -> browser(person).submit("/", "/flights/" + flight.get() + "/" + act, typed));
        });
    }

    private static String name(String act) {
        return act.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private DynamicTest way(String person, Supplier<Task> task, String what, Checked attempt) {
        return dynamicTest(person + " " + what, () -> attempt.on(task.get().getId()));
    }

    /** On the task of that id. */
    private interface Checked {
        void on(String id);
    }

    public void claims(String person, String task) {
        succeeded(browser(person).send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + person + "\"}"));
    }

    public void givesBack(String person, String task) {
        succeeded(browser(person).send("POST", ENGINE + "/task/" + task + "/unclaim", "{}"));
    }

    public HttpResponse<String> submits(String person, String task, Map<String, String> fields) {
        String variables = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":{\"value\":\"" + field.getValue() + "\"}")
                .collect(Collectors.joining(","));
        return browser(person)
                .send("POST", ENGINE + "/task/" + task + "/submit-form", "{\"variables\":{" + variables + "}}");
    }

    /** Somebody who may does it. */
    public void completes(String person, Task task, Map<String, String> fields) {
        claims(person, task.getId());
        succeeded(submits(person, task.getId(), fields));
    }

    private HttpResponse<String> goes(String person, ClosedWay way, String task, String instance) {
        Function<String, String> filled = text ->
                text.replace("{task}", task).replace("{instance}", instance).replace("{person}", person);
        return browser(person).send(way.method(), ENGINE + filled.apply(way.path()), filled.apply(way.body()));
    }

    /** Does it, and holds what has come of it to all that this class promises. */
    public void refused(String person, String id, String why, Supplier<HttpResponse<String>> attempt) {
        browser(person);
        List<Object> before = StoredState.of(database);
        assertThat(told(person, id, why)).as("before the attempt").isEmpty();

        HttpResponse<String> answer = attempt.get();

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        StoredState.assertUnchanged(before, database);
        assertThat(told(person, id, why)).as("told on the trail").hasSize(1);
        assertThat(attempt.get().statusCode()).isBetween(400, 499);
        assertThat(told(person, id, why))
                .as("told once, however often it is tried")
                .hasSize(1);
        made++;
    }

    private List<TrailEntry> told(String person, String id, String why) {
        return flights().stream()
                .filter(flight -> !ofOthers.contains(flight))
                .flatMap(flight -> trail.of(flight).stream())
                .filter(entry -> entry.event() == TrailEvent.ATTEMPT_REFUSED
                        && entry.actor().equals(person)
                        && entry.arguments().get(2).equals(id)
                        && ((Sentence) entry.arguments().get(1)).code().equals(why))
                .toList();
    }

    private List<OperationReference> flights() {
        return database.sql("select reference from flight order by reference")
                .query((row, number) -> new OperationReference(row.getString(1)))
                .list();
    }

    private static void succeeded(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The one open task of that id whose candidate group is that. */
    public Task task(OperationReference flight, String task, String group) {
        List<Task> found = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(task)
                .processVariableValueEquals("reference", flight.value())
                .taskCandidateGroup(group)
                .includeAssignedTasks()
                .list();
        assertThat(found).as(task + " of " + group).isNotEmpty();
        return Objects.requireNonNull(found.get(0));
    }
}
