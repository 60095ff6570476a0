package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.faults.Person.Acknowledged;
import org.jointflights.faults.Typed.Start;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lives of the application that end by a kill while several people work, after the first of them was told that a task is done;
 * as many as the property {@code faults.kills} says. In one database five flights stand at each of five points of their life. A
 * life works on those of one point; the next one looks whether what it left verifies, and works on those of the next point. Now
 * and then all begins on a copy of the database as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Kills {

    private static final Logger LOG = LoggerFactory.getLogger(Kills.class);
    private static final int KILLS = Integer.getInteger("faults.kills", Start.values().length);
    private static final int MOMENTS = Integer.getInteger("faults.moments", 100);
    private static final long SEED = Long.getLong("faults.seed", 20261127L);
    private static final long LONGEST_LIFE = 400_000_000;
    private static final int FLIGHTS_AT_EACH = 5;

    /** At work in a life. */
    private static final int PEOPLE = 4;

    /** After so many rounds of the five points there would be too little left to do. */
    private static final int ROUNDS_ON_A_COPY = 3;

    /** A step that the process before has taken, and not finished, is free again after a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Longer than the engine waits until it looks for what is due. */
    private static final Duration QUIET = Duration.ofSeconds(16);

    /** Of the whole class. */
    Path folder = Path.of("");

    private final Random random = new Random(SEED);
    private final Map<Start, List<String>> flights = new EnumMap<>(Start.class);
    private final Map<Start, Integer> kills = new EnumMap<>(Start.class);
    private final Map<Start, Integer> acts = new EnumMap<>(Start.class);
    private final Map<String, Person> people = new TreeMap<>();
    private final LocalDateTime departure =
            LocalDateTime.now(ZoneId.of("Europe/Paris")).plusHours(2).plusMinutes(45);
    private QuickStart application;
    private List<String> template = List.of();

    /** Arguments that name an empty database. */
    abstract List<String> empty() throws Exception;

    /** Arguments that name a copy of it, in which nobody is. */
    abstract List<String> copy(List<String> database) throws Exception;

    /** What is in it; nobody is. */
    abstract JdbcClient open(List<String> database) throws Exception;

    /** Nobody needs it any more. */
    abstract void forget(List<String> database) throws Exception;

    /** What would be in it if the application were killed now. */
    abstract JdbcClient asKilledNow(ApplicationProcess process, List<String> database) throws Exception;

    @BeforeAll
    void prepare(@TempDir Path temporary) throws Exception {
        folder = temporary;
        application = QuickStart.in(folder);
        template = flightsAtEachPoint();
    }

    /** A kill without a new start: what it would leave is looked at, and the work goes on. */
    @Test
    void what_a_kill_at_any_of_many_moments_would_leave_is_whole() throws Exception {
        Map<Start, Integer> done = new EnumMap<>(Start.class);
        int moments = 0;
        while (moments < MOMENTS) {
            List<String> database = copy(template);
            ApplicationProcess process = application.start(database);
            Workers workers = Workers.start(
                    people.values().stream()
                            .map(person -> person.ledTo(process.port()))
                            .toList(),
                    new Workers.Work(
                            flights.values().stream().flatMap(List::stream).toList(),
                            Start.SETTLEMENT,
                            departure.toLocalDate()));
            assertThat(workers.awaitFirst(PATIENCE)).isTrue();
            while (moments < MOMENTS && !workers.areQuiet(QUIET)) {
                pause(random.nextLong(LONGEST_LIFE / 4));
                List<Acknowledged> acknowledged = workers.acknowledged();
                WholeDatabase.assertWhole(asKilledNow(process, database), acknowledged);
                moments++;
                if (moments % 50 == 0) {
                    LOG.info("{} moments, {} acts acknowledged on this copy", moments, acknowledged.size());
                }
            }
            process.kill();
            workers.awaitEnd();
            workers.acts().forEach((start, acts) -> done.merge(start, acts, Integer::sum));
            forget(database);
        }
        LOG.info("All whole at {} moments; acts acknowledged before: {}; seed {}", moments, done, SEED);
    }

    @Test
    void what_was_acknowledged_before_a_kill_is_there_once_and_everything_fits() throws Exception {
        List<Start> points = List.of(Start.values());
        int killed = 0;
        while (killed < KILLS) {
            List<String> database = copy(template);
            List<Acknowledged> acknowledged = new ArrayList<>();
            JdbcClient left = open(database);
            for (int i = 0; i < ROUNDS_ON_A_COPY * points.size() && killed < KILLS; i++) {
                Start start = points.get(i % points.size());
                List<Person> busy = busy(left, start);
                if (!busy.isEmpty()) {
                    left = life(database, start, busy, acknowledged);
                    killed++;
                }
            }
            ApplicationProcess last = application.start(database);
            assertVerifies(last.port());
            last.kill();
            WholeDatabase.assertWhole(open(database), acknowledged);
            forget(database);
        }
        LOG.info("All whole after kills by point: {}; acts acknowledged before: {}; seed {}", kills, acts, SEED);
    }

    /** Some of those for whom a task of these flights is open. */
    private List<Person> busy(JdbcClient database, Start start) {
        List<Map.Entry<String, String>> open = database.sql(
                        "select t.task, lower(g.group_id) from open_task t join open_task_group g on g.id = t.id "
                                + "where t.reference in (:flights)")
                .param("flights", flights.get(start))
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list();
        List<Person> busy = new ArrayList<>(people(start).stream()
                .filter(person -> open.stream()
                        .anyMatch(task ->
                                person.name().startsWith(task.getValue()) && Typed.isFor(person.name(), task.getKey())))
                .toList());
        Collections.shuffle(busy, random);
        return busy.subList(0, Math.min(PEOPLE, busy.size()));
    }

    /** What it has left. */
    private JdbcClient life(List<String> database, Start start, List<Person> busy, List<Acknowledged> acknowledged)
            throws Exception {
        long begun = System.nanoTime();
        ApplicationProcess process = application.start(database);
        assertVerifies(process.port());
        long ready = System.nanoTime();
        Workers workers = Workers.start(
                busy.stream().map(person -> person.ledTo(process.port())).toList(),
                new Workers.Work(flights.get(start), Start.SETTLEMENT, departure.toLocalDate()));
        boolean worked = workers.awaitFirst(PATIENCE);
        pause(random.nextLong(LONGEST_LIFE));
        process.kill();
        List<Acknowledged> told = workers.awaitEnd();
        assertThat(worked)
                .as(() -> "somebody has done something: " + start + " " + workers.refusals())
                .isTrue();
        acknowledged.addAll(told);
        JdbcClient left = open(database);
        WholeDatabase.assertWhole(left, acknowledged);
        kills.merge(start, 1, Integer::sum);
        acts.merge(start, told.size(), Integer::sum);
        LOG.info(
                "{}: started after {} ms, killed with {} acts after {} ms; kills {}, acts {}; refused {}",
                start,
                (ready - begun) / 1_000_000,
                told.size(),
                (System.nanoTime() - ready) / 1_000_000,
                kills,
                acts,
                workers.refusals());
        return left;
    }

    /** A database in which nobody is and whose flights stand where lives begin. */
    private List<String> flightsAtEachPoint() throws Exception {
        List<String> database = new ArrayList<>(empty());
        ApplicationProcess process = application.first(database);
        Stream.of(Start.values())
                .flatMap(start -> start.people().stream())
                .forEach(name -> people.computeIfAbsent(name, one -> Person.signedIn(process.port(), one)));
        Person coordinator = people.get("frcoordinator");
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (Start start : Start.values()) {
            for (int i = 0; i < FLIGHTS_AT_EACH; i++) {
                flights.computeIfAbsent(start, none -> new ArrayList<>())
                        .add(coordinator.proposes(proposal("BE, GB", departure)));
            }
        }
        for (Start passed : Start.values()) {
            List<String> further = flights.entrySet().stream()
                    .filter(entry -> entry.getKey().compareTo(passed) > 0)
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
            if (!further.isEmpty()) {
                Workers workers =
                        Workers.start(people(passed), new Workers.Work(further, passed, departure.toLocalDate()));
                workers.stopWhenQuiet(QUIET);
                acknowledged.addAll(workers.awaitEnd());
                LOG.info("{} flights have passed {}; refused: {}", further.size(), passed, workers.refusals());
            }
        }
        assertVerifies(process.port());
        process.end();
        WholeDatabase.assertWhole(open(database), acknowledged);
        return database;
    }

    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private List<Person> people(Start start) {
        return start.people().stream().map(people::get).toList();
    }

    static void assertVerifies(int port) {
        assertThat(HttpUser.signedIn(port, "auditor").get("/verification").body())
                .contains(
                        "Every version is what was signed, every signature is on its version, and what is posted is what the parties sign.",
                        "Every entry is what was written, and none is missing.");
    }

    /** What a French coordinator sends to propose a flight to these states. */
    static String proposal(String invited) {
        return proposal(invited, LocalDate.now(ZoneOffset.UTC).plusDays(90).atTime(9, 30));
    }

    /** The same with its departure. */
    static String proposal(String invited, LocalDateTime departure) {
        Map<String, Object> fields = Map.of(
                "organiser", "FR",
                "type", "JRO",
                "legalBasis", "Agreement of 2026 (invented)",
                "destination", "Nigeria",
                "embarkations", "CDG",
                "destinations", "LOS",
                "departure",
                        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                                .format(departure),
                "capacity", 300,
                "invited", invited);
        try {
            return new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "variables",
                            fields.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey, field -> Map.of("value", field.getValue())))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The arguments for the example on that database. */
    static List<String> arguments(String url, String user, String password, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password));
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
