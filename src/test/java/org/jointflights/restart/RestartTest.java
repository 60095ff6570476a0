package org.jointflights.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.JointFlightsApplication;
import org.jointflights.faults.ManyMoments;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * France has answered and was told so; the United Kingdom's answer is written but not committed when the process is killed.
 * It is then started again on the same file, with a model that has changed meanwhile.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MODEL = "bpmn/stateParticipation.bpmn";
    private static final String ANSWER = "userTask_answerOffer";

    @TempDir
    static Path folder;

    private Process application;
    private int port;
    private String flight;
    private Map<String, String> answersAtTheKill;
    private List<String> completedAtTheKill;
    private boolean toldTheUnitedKingdom;

    @BeforeAll
    void killed_in_the_middle_and_started_with_another_model() throws Exception {
        copy(Path.of(JointFlightsApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        start();
        flight = proposed();
        assertThat(answered("fr", flight, "CDG")).isEqualTo(204);
        HttpUser british = HttpUser.signedIn(port, "gbcoordinator");
        String task = claimed(british, "gbcoordinator", flight);
        Files.createFile(folder.resolve(StoppableApplication.ARMED));
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                () -> submitted(british, task, "STN").statusCode());
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve(StoppableApplication.REACHED)));
        assertThat(application.destroyForcibly().waitFor()).isEqualTo(137);
        toldTheUnitedKingdom = answer.handle((status, broken) -> status != null).join();
        readFile();
        changeModel();
        Files.delete(folder.resolve(StoppableApplication.ARMED));
        Files.delete(folder.resolve(StoppableApplication.PORT));
        start();
    }

    @AfterAll
    void end() throws InterruptedException {
        application.destroyForcibly().waitFor();
    }

    @Test
    void what_was_acknowledged_is_kept_and_what_was_not_has_left_no_trace() {
        assertThat(toldTheUnitedKingdom).isFalse();
        assertThat(answersAtTheKill).containsEntry("FR", "DECLARED").containsEntry("GB", "INVITED");
        assertThat(completedAtTheKill).containsExactly("frcoordinator");
    }

    @Test
    void a_running_flight_goes_on_on_its_own_model_and_a_new_one_takes_the_changed_one() throws Exception {
        HttpUser british = HttpUser.signedIn(port, "gbcoordinator");
        JsonNode open = task(british, flight, ANSWER);
        assertThat(open.get("name").asText()).isEqualTo("Answer the offer");
        assertThat(open.get("assignee").asText()).isEqualTo("gbcoordinator");

        assertThat(submitted(british, open.get("id").asText(), "STN").statusCode())
                .isEqualTo(204);

        assertThat(tasks(british, flight)).isEmpty();
        HttpUser french = HttpUser.signedIn(port, "frcoordinator");
        await().atMost(PATIENCE).until(() -> !tasks(french, flight).isEmpty());
        assertThat(tasks(french, flight).get(0).get("taskDefinitionKey").asText())
                .isEqualTo("userTask_consolidatePlan");

        String later = proposed();
        assertThat(task(british, later, ANSWER).get("name").asText()).isEqualTo("Answer the offer in writing");
        assertThat(answered("gb", later, "STN")).isEqualTo(204);
        assertThat(tasks(british, later).get(0).get("taskDefinitionKey").asText())
                .isEqualTo("userTask_correctAnswer");
    }

    /** And once more, while people work: a kill at any of these moments would leave a file in which all is whole. */
    @Test
    void what_a_kill_at_any_of_forty_moments_would_leave_holds_what_was_acknowledged_once() throws Exception {
        assertThat(ManyMoments.assertWhole(40, 20261127L, application, port, folder.resolve("flights"), folder))
                .isGreaterThan(10);
    }

    /** The same process once more: with real sessions and real rights, each refusal is one sentence and changes nothing. */
    @Test
    void what_is_refused_at_the_door_is_said_in_one_sentence_and_stores_nothing() throws Exception {
        HttpUser french = HttpUser.signedIn(port, "frcoordinator");
        String flightsBefore = french.get("/api/flights").body();
        Map.of(
                        "organiser", "UK",
                        "type", "XRO",
                        "destination", " ",
                        "embarkations", "CDG, XXX",
                        "departure", "tomorrow",
                        "capacity", "NaN",
                        "invited", "FX",
                        "reference", "JRO-2026-0001")
                .forEach((field, value) -> assertRefused(400, start(french, Map.of(field, value))));
        assertRefused(403, start(HttpUser.signedIn(port, "gbcoordinator"), Map.of()));
        assertThat(french.get("/api/flights").body()).isEqualTo(flightsBefore);

        String reference = proposed();
        HttpUser british = HttpUser.signedIn(port, "gbcoordinator");
        String id = task(british, reference, ANSWER).get("id").asText();
        assertRefused(403, submitted(british, id, "STN"));
        assertRefused(403, submitted(french, id, "STN"));
        claimed(british, "gbcoordinator", reference);
        task(french, reference, ANSWER);
        String before = british.get("/api/flights/" + reference).body();
        Map.of(
                        "takesPart", "perhaps",
                        "returnees", "-1",
                        "escorts", "1.5",
                        "medical", "99999999999999999999",
                        "monitors", "NaN",
                        "embarkation", "LHR",
                        "handOver", "CDG",
                        "planned", "true")
                .forEach((field, value) -> assertRefused(400, submitted(british, id, Map.of(field, value))));
        assertRefused(404, submitted(british, "no-such-task", "STN"));
        assertThat(task(british, reference, ANSWER).get("id").asText()).isEqualTo(id);
        assertThat(british.get("/api/flights/" + reference).body()).isEqualTo(before);

        assertThat(submitted(british, id, "STN").statusCode()).isEqualTo(204);
        assertThat(british.get("/api/flights/" + reference).body()).isNotEqualTo(before);
        assertRefused(409, submitted(british, id, "STN"));
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"message\":\"").doesNotContain("ENGINE-", "Exception", "Cannot submit");
    }

    private void copy(Path classes) throws IOException {
        Path target = folder.resolve("classes");
        Files.walkFileTree(classes, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path there = target.resolve(classes.relativize(file).toString());
                Files.createDirectories(there.getParent());
                Files.copy(file, there);
                return FileVisitResult.CONTINUE;
            }
        });
        String mine = "org/jointflights/restart/";
        Files.createDirectories(target.resolve(mine));
        Path own = Path.of(RestartTest.class.getResource("RestartTest.class").getPath())
                .getParent();
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(mine).resolve(file.getFileName()));
            }
        }
    }

    /** Every answer is looked at once more before it counts. */
    private void changeModel() throws IOException {
        Path model = folder.resolve("classes").resolve(MODEL);
        String before = Files.readString(model);
        String after = before.replace("name=\"Answer the offer\"", "name=\"Answer the offer in writing\"")
                .replace(
                        "sourceRef=\"userTask_answerOffer\" targetRef=\"gateway_answerFinal\"",
                        "sourceRef=\"userTask_answerOffer\" targetRef=\"userTask_correctAnswer\"");
        assertThat(after).contains("in writing", "targetRef=\"userTask_correctAnswer\" />\n");
        Files.writeString(model, after);
    }

    private void start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> jars = Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .toList();
        Path log = folder.resolve("log");
        application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        folder.resolve("classes") + File.pathSeparator + String.join(File.pathSeparator, jars),
                        StoppableApplication.class.getName(),
                        folder.toString(),
                        "--spring.profiles.active=example",
                        "--jointflights.example-flights=false",
                        "--jointflights.sign-in.password-cost=4",
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("flights")
                                + ";WRITE_DELAY=50;RETENTION_TIME=500")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Path portFile = folder.resolve(StoppableApplication.PORT);
        await().atMost(PATIENCE)
                .failFast(
                        "the application ended",
                        () -> assertThat(application.isAlive())
                                .as(Files.readString(log))
                                .isTrue())
                .until(() -> Files.exists(portFile) && Files.size(portFile) > 0);
        port = Integer.parseInt(Files.readString(portFile).strip());
    }

    private void readFile() {
        JdbcClient file =
                JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("flights"), "sa", ""));
        answersAtTheKill = file
                .sql("select party, status from participation where reference = ?")
                .param(flight)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        completedAtTheKill = file.sql("select actor from completed_task where task = ?")
                .param(ANSWER)
                .query(String.class)
                .list();
    }

    private String proposed() throws IOException {
        HttpResponse<String> answer = start(HttpUser.signedIn(port, "frcoordinator"), Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).get("businessKey").asText();
    }

    private static HttpResponse<String> start(HttpUser visitor, Map<String, ?> changes) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "organiser", "FR",
                "type", "JRO",
                "legalBasis", "Agreement of 2026 (invented)",
                "destination", "Nigeria",
                "embarkations", "CDG, STN",
                "destinations", "LOS",
                "departure", LocalDate.now(ZoneOffset.UTC).plusDays(90) + " 09:30",
                "capacity", 200,
                "invited", "GB"));
        fields.putAll(changes);
        return visitor.send(
                "POST", HttpUser.ENGINE + "/process-definition/key/jointFlight/submit-form", variables(fields));
    }

    private int answered(String state, String reference, String embarkation) throws IOException {
        HttpUser coordinator = HttpUser.signedIn(port, state + "coordinator");
        return submitted(coordinator, claimed(coordinator, state + "coordinator", reference), embarkation)
                .statusCode();
    }

    private static String claimed(HttpUser visitor, String user, String reference) throws IOException {
        String task = task(visitor, reference, ANSWER).get("id").asText();
        assertThat(visitor.send("POST", HttpUser.ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + user + "\"}")
                        .statusCode())
                .isEqualTo(204);
        return task;
    }

    private static HttpResponse<String> submitted(HttpUser visitor, String task, String embarkation) {
        return submitted(visitor, task, Map.of("embarkation", embarkation));
    }

    private static HttpResponse<String> submitted(HttpUser visitor, String task, Map<String, ?> changes) {
        Map<String, Object> fields = new HashMap<>(
                Map.of("takesPart", "yes", "returnees", 14, "escorts", 29, "embarkation", "STN", "answerFinal", "yes"));
        fields.putAll(changes);
        return visitor.send("POST", HttpUser.ENGINE + "/task/" + task + "/submit-form", variables(fields));
    }

    private static JsonNode task(HttpUser visitor, String reference, String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> tasks(visitor, reference).stream()
                                .filter(task ->
                                        task.get("taskDefinitionKey").asText().equals(id))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    private static List<JsonNode> tasks(HttpUser visitor, String reference) throws IOException {
        HttpResponse<String> answer =
                visitor.get(HttpUser.ENGINE + "/task?maxResults=50&processVariables=reference_eq_" + reference);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<JsonNode> tasks = new ArrayList<>();
        new ObjectMapper().readTree(answer.body()).forEach(tasks::add);
        return tasks;
    }

    private static String variables(Map<String, ?> values) {
        ObjectMapper json = new ObjectMapper();
        var variables = json.createObjectNode();
        values.forEach((name, value) -> variables.putObject(name).set("value", json.valueToTree(value)));
        return json.createObjectNode().set("variables", variables).toString();
    }
}
