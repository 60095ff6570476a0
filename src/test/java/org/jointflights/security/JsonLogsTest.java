package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.monitoring.WorkInHand;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TypedForms;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** With the profile json-logs each line is JSON, tells the flight and the act, and holds nothing that somebody typed. */
@OverHttp
class JsonLogsTest {

    private static final String SECRET = "Geheimnis-4711";
    private static final String LEVELS = "logging.level.";

    private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger all = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> json = new OutputStreamAppender<>();
    private final Map<String, Level> before = new HashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private TasklistUsers users;

    /** What the profile's file says is done to the log that is there: a start of its own would change that of all tests. */
    @BeforeEach
    void the_log_is_as_the_profile_has_it() throws IOException {
        users.open();
        StandardEnvironment settings = new StandardEnvironment();
        EnumerablePropertySource<?> profile = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("json-logs", new ClassPathResource("application-json-logs.yaml"))
                .get(0);
        settings.getPropertySources().addFirst(profile);
        LoggerContext itsOwn = new LoggerContext();
        itsOwn.putObject(Environment.class.getName(), settings);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(itsOwn);
        encoder.setFormat(settings.getRequiredProperty("logging.structured.format.console"));
        encoder.start();
        for (String name : profile.getPropertyNames()) {
            if (name.startsWith(LEVELS)) {
                level(name.substring(LEVELS.length()), settings.getRequiredProperty(name));
            }
        }
        json.setContext(logs);
        json.setEncoder(encoder);
        json.setOutputStream(written);
        json.start();
        all.addAppender(json);
    }

    @AfterEach
    void the_log_is_as_it_was() {
        all.detachAppender(json);
        before.forEach((name, level) -> logs.getLogger(name).setLevel(level));
    }

    @Test
    void the_lines_of_tasks_and_acts_tell_the_flight_and_the_act_and_nothing_that_was_typed() throws IOException {
        OperationReference flight = new SomeFlights(users).proposed();
        HttpUser gb = HttpUser.signedIn(port, "gbcoordinator");
        HttpUser fr = HttpUser.signedIn(port, "frcoordinator");
        Task task = users.as("gbcoordinator").open("userTask_answerOffer", flight);
        String address = ENGINE + "/task/" + task.getId();
        String page = "/flights/" + flight + "/postpone";

        assertThat(gb.send("POST", address + "/claim", "{\"userId\":\"gbcoordinator\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(gb.send("POST", address + "/submit-form", form("returnees", SECRET))
                        .statusCode())
                .isEqualTo(400);
        assertThat(gb.send("POST", address + "/submit-form", form("reason", SECRET))
                        .statusCode())
                .isEqualTo(204);
        assertThat(fr.submit(page, page, act(SECRET, "late")).statusCode()).isEqualTo(400);
        assertThat(fr.submit(page, page, act("2027-05-27 09:30", SECRET)).statusCode())
                .isEqualTo(302);

        assertThat(text()).doesNotContain(SECRET);
        assertThat(lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                OffsetDateTime.parse(line.path("@timestamp").asText())
                                        .getOffset())
                        .as("a moment with its zone")
                        .isNotNull());
        assertThat(lines().stream()
                        .filter(line -> line.path("logger_name").asText().endsWith("RecordActTimes"))
                        .map(line -> line.path("person").asText() + " "
                                + line.path("flight").asText() + " "
                                + line.path("message").asText().replaceAll("[0-9]+ ms", "n ms") + " "
                                + line.path("act").asText()))
                .containsSubsequence(
                        "gbcoordinator " + flight
                                + " userTask_answerOffer was stopped after n ms. userTask_answerOffer",
                        "gbcoordinator " + flight + " userTask_answerOffer was done after n ms. userTask_answerOffer",
                        "frcoordinator " + flight + " POSTPONE was stopped after n ms. POSTPONE",
                        "frcoordinator " + flight + " POSTPONE was done after n ms. POSTPONE");
    }

    @Test
    void the_lines_of_an_automatic_step_tell_it_too_and_those_after_it_do_not() throws IOException {
        OperationReference flight = new SomeFlights(users).proposed();
        level("org.springframework.jdbc.core", "DEBUG");

        users.fireTimer("boundaryEvent_reminder", flight);
        users.runJobs(flight);
        LoggerFactory.getLogger("afterwards").info("Nothing is in hand.");

        assertThat(lines().stream()
                        .filter(line -> line.path("act").asText().startsWith("serviceTask_"))
                        .map(line -> line.path("flight").asText()))
                .isNotEmpty()
                .containsOnly(flight.value());
        assertThat(lines().stream()
                        .filter(line -> line.path("logger_name").asText().equals("afterwards")))
                .singleElement()
                .satisfies(line -> assertThat(line.has("flight") || line.has("act") || line.has("person"))
                        .isFalse());
        assertThat(WorkInHand.act()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_not_quoted() throws IOException {
        HttpUser person = HttpUser.signedIn(port, "frcoordinator");

        person.sendToOurs("POST", "/api/cost-sharing/preview", "{\"" + SECRET + "\": nothing");
        person.sendToOurs("POST", "/flights/JRO-2027-9999/postpone", SECRET);
        person.send("POST", ENGINE + "/task?firstResult=" + SECRET, "{\"" + SECRET + "\":1}");
        person.send("POST", ENGINE + "/task", "{\"sorting\":[{\"sortBy\":\"" + SECRET + "\",\"sortOrder\":\"asc\"}]}");
        person.get("/flights?stage=" + SECRET + "&sort=" + SECRET);
        new HttpUser(port, "en").signIn(SECRET, SECRET);

        lines();
        assertThat(text()).doesNotContainIgnoringCase(SECRET);
    }

    @Test
    void a_failure_is_told_by_its_kind_and_place_and_without_its_words() throws IOException {
        LoggerFactory.getLogger("failing")
                .error(
                        "It failed, number {}",
                        "1a2b3c4d",
                        new IllegalStateException(
                                "of “" + SECRET + "”\n\tat forged", new IllegalArgumentException(SECRET)));

        JsonNode line = lines().get(lines().size() - 1);
        assertThat(line.path("message").asText()).isEqualTo("It failed, number 1a2b3c4d");
        assertThat(line.path("stack_trace").asText())
                .startsWith("java.lang.IllegalStateException\n\tat " + JsonLogsTest.class.getName())
                .contains("\nCaused by: java.lang.IllegalArgumentException\n\tat ")
                .doesNotContain("forged");
        assertThat(text()).doesNotContain(SECRET);
    }

    private void level(String name, String level) {
        before.putIfAbsent(name, logs.getLogger(name).getLevel());
        logs.getLogger(name).setLevel(Level.toLevel(level));
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** Each line, as a program reads it; one that is no object fails the test. */
    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text().lines().toList()) {
            JsonNode read = new ObjectMapper().readTree(line);
            assertThat(read.isObject() && read.has("@timestamp") && read.has("level"))
                    .as(line)
                    .isTrue();
            lines.add(read);
        }
        return lines;
    }

    private static Map<String, String> act(String departure, String reason) {
        return Map.of("departure", departure, "reason", reason, "confirmed", "yes");
    }

    private static String form(String field, String value) {
        Map<String, Object> fields = new HashMap<>(TypedForms.seats(22, 38, "STN", true));
        fields.put(field, value);
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, typed) -> variables.put(name, Map.of("value", typed)));
        return new ObjectMapper().valueToTree(Map.of("variables", variables)).toString();
    }
}
