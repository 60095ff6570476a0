package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jointflights.faults.Workers.Acknowledged;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lives of the application that end by a kill while several people work, after the first of them was told that a task is
 * done. As many as the property {@code faults.kills} says, each on a copy of a database whose flights stand at that stage.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Kills {

    private static final int KILLS = Integer.getInteger("faults.kills", 1);
    private static final long SEED = Long.getLong("faults.seed", 20261127L);
    private static final long LONGEST_LIFE = 400_000_000;

    /** Where flights stand when a life begins, and who works on which. */
    private enum Start {
        SIGNING("RO-2014-012", "executive1", "executive2"),
        OPERATION(
                "RO-2015-058",
                "gbdoctor",
                "gbmonitor",
                "gbescortleader",
                "bedoctor",
                "beescortleader",
                "rightsofficer1"),
        PROPOSAL("JRO-%d-0001", "atcoordinator", "becoordinator", "decoordinator", "ficoordinator", "secoordinator"),
        COST_SHARING("RO-2010-037", "frfinance2", "gbfinance2", "sefinance2"),
        SETTLEMENT("RO-2014-012", "itfinance1", "frfinance1", "atfinance1", "sefinance1", "befinance1");

        private final String flight;
        private final String people;

        Start(String flight, String... people) {
            this.flight = flight.formatted(proposedDeparture().getYear());
            this.people = String.join(" ", people);
        }
    }

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    /** Arguments that name an empty database. */
    abstract List<String> empty() throws Exception;

    /** Arguments that name a copy of it, in which nobody is. */
    abstract List<String> copy(List<String> database) throws Exception;

    abstract JdbcClient open(List<String> database);

    @Test
    void what_was_acknowledged_before_a_kill_is_there_once_and_everything_fits() throws Exception {
        List<String> examples = empty();
        ApplicationProcess first = ApplicationProcess.start(folder, examples);
        if (KILLS == 1) {
            // Nobody needs this database as it is.
            life(first, examples, Start.SIGNING);
            return;
        }
        proposes(first.port());
        first.kill();
        List<String> cancelled = null;
        Map<Start, Integer> kills = new TreeMap<>();
        int acts = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Start start = Start.values()[kill % Start.values().length];
            List<String> from = examples;
            if (start == Start.SETTLEMENT) {
                if (cancelled == null) {
                    cancelled = copy(examples);
                    cancels(cancelled, start.flight);
                }
                from = cancelled;
            }
            List<String> database = copy(from);
            acts += life(ApplicationProcess.start(folder, database), database, start);
            kills.merge(start, 1, Integer::sum);
            LoggerFactory.getLogger(getClass()).info("Kills: {}; acts acknowledged before: {}", kills, acts);
        }
    }

    private int life(ApplicationProcess application, List<String> database, Start start) throws Exception {
        Workers workers = Workers.start(application.port(), start.flight, List.of(start.people.split(" ")));
        assertThat(workers.awaitFirst())
                .as("somebody has done something: " + start)
                .isTrue();
        long end = System.nanoTime() + random.nextLong(LONGEST_LIFE);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        application.kill();
        List<Acknowledged> acknowledged = workers.awaitEnd();

        ApplicationProcess again = ApplicationProcess.start(folder, database);
        try {
            assertVerifies(again.port());
        } finally {
            again.kill();
        }
        assertThereOnce(acknowledged, open(database));
        return acknowledged.size();
    }

    private static void assertVerifies(int port) {
        assertThat(HttpUser.signedIn(port, "auditor").get("/verification").body())
                .contains(
                        "Every version is what was signed, and every signature is on its version.",
                        "Every entry is what was written, and none is missing.");
    }

    private static void assertThereOnce(List<Acknowledged> acknowledged, JdbcClient database) {
        List<Acknowledged> done = database.sql("select task_id, actor from completed_task")
                .query((row, number) -> new Acknowledged(row.getString(1), row.getString(2)))
                .list();
        for (Acknowledged act : acknowledged) {
            assertThat(done)
                    .filteredOn(act::equals)
                    .as("acknowledged, and there once")
                    .hasSize(1);
        }
        assertThat(database.sql("select id_ from act_ru_task")
                        .query(String.class)
                        .list())
                .as("open, and not done as well")
                .doesNotContainAnyElementsOf(
                        done.stream().map(Acknowledged::task).toList());
        assertThat(database.sql("""
                                select t.id_ from act_ru_task t where not exists (select 1 from act_ru_variable v
                                    join flight f on f.reference = v.text_
                                    where v.task_id_ = t.id_ and v.name_ = 'reference')
                                """).query(String.class).list())
                .as("tasks without a flight")
                .isEmpty();
        assertThat(database.sql("""
                                select reference from posting group by reference, currency
                                having sum(amount_minor) <> 0
                                """).query(String.class).list())
                .as("accounts that do not sum to nothing")
                .isEmpty();
        assertThat(database.sql("select count(*) from act_ru_job where retries_ < 1")
                        .query(Long.class)
                        .single())
                .as("steps that have given up")
                .isZero();
    }

    private static LocalDate proposedDeparture() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(90);
    }

    private static void proposes(int port) {
        assertThat(HttpUser.signedIn(port, "frcoordinator")
                        .send(
                                "POST",
                                ENGINE + "/process-definition/key/jointFlight/submit-form",
                                proposal("AT, BE, DE, FI, SE"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** What a French coordinator sends to propose a flight to these states. */
    static String proposal(String invited) {
        Map<String, Object> fields = Map.of(
                "organiser", "FR",
                "type", "JRO",
                "destination", "Nigeria",
                "embarkations", "CDG",
                "destinations", "LOS",
                "departure", proposedDeparture() + " 09:30",
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

    private void cancels(List<String> database, String flight) throws Exception {
        ApplicationProcess application = ApplicationProcess.start(folder, database);
        assertThat(HttpUser.signedIn(application.port(), "manager1")
                        .sendToOurs(
                                "POST",
                                "/api/flights/" + flight + "/cancel",
                                "{\"causedBy\":\"NOBODY\",\"reason\":\"no landing permit\"}")
                        .statusCode())
                .isEqualTo(204);
        application.kill();
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
