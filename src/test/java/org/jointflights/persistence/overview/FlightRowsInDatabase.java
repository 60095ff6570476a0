package org.jointflights.persistence.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightCursor;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.FlightFilter.Order;
import org.jointflights.application.overview.FlightFilter.Waiting;
import org.jointflights.application.overview.FlightRow;
import org.jointflights.application.overview.FlightStages.Reached;
import org.jointflights.application.overview.InMemoryFlightFailures;
import org.jointflights.application.overview.InMemoryFlightRows;
import org.jointflights.application.overview.InMemoryOpenTasks;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The list in SQL against the rule in plain Java, on flights of chance: the same rows in the same order, whether the reader has
 * few or is taken to have many.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlightRowsInDatabase {

    private static final List<Viewer> READERS = List.of(
            Viewer.of(Set.of("manager")),
            Viewer.of(Set.of("FXlegal")),
            Viewer.of(Set.of("FRlegal")),
            Viewer.of(Set.of("FRlegal", "GBdoctor")),
            Viewer.of(Set.of("PLfinance", "PLlegal")),
            Viewer.of(Set.of("PTlegal")),
            Viewer.of(Set.of()));

    private static final List<String> TEXTS = List.of(
            "kos",
            "ÉTH",
            "éth",
            "GÉO",
            "%",
            "_",
            "!",
            "los",
            "jro",
            "jro-2027-01",
            "jro-2027-0017",
            "I",
            "\u0131",
            "\u0130",
            "SS",
            "ß",
            "\u212a",
            "' or 1 = 1",
            "zzz");

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    private static final int EVERY = 100_000;

    private final Random chance = new Random(20270301);
    private final GeneratedFlights flights = new GeneratedFlights(9, 150, 150);
    private final InMemoryOpenTasks tasks = new InMemoryOpenTasks();
    private final InMemoryFlightFailures failed = new InMemoryFlightFailures();
    private final InMemoryFlightRows rule = new InMemoryFlightRows(tasks, failed);
    final DataSource database;
    private final JdbcFlightRows few;
    private final JdbcFlightRows many;

    FlightRowsInDatabase(String vendor, DataSource database) {
        migrate(vendor, database);
        this.database = database;
        few = new JdbcFlightRows(JdbcClient.create(database));
        many = new JdbcFlightRows(JdbcClient.create(database), 1);
    }

    static void migrate(String vendor, DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration", "db/" + vendor)
                .load()
                .migrate();
    }

    @BeforeAll
    void fill() throws SQLException {
        flights.insert(database);
        flights.rows().forEach(rule::add);
        flights.waiting().forEach((flight, open) -> open.forEach(task -> tasks.opened(flight, task)));
        flights.failed().forEach(failed::failed);
    }

    @ParameterizedTest
    @EnumSource
    void every_reader_is_shown_the_same_flights_in_the_same_order(Order order) {
        for (Viewer reader : READERS) {
            for (int i = 0; i < 10; i++) {
                FlightChoice choice = choice(filter(order), reader);
                JdbcFlightRows rows = chance.nextBoolean() ? few : many;
                List<FlightRow> expected = rule.page(choice, 0, EVERY);

                assertThat(rows.page(choice, 0, EVERY)).as("%s", choice).isEqualTo(expected);
                assertThat(rows.count(choice)).as("%s", choice).isEqualTo(rule.count(choice));
                if (!expected.isEmpty()) {
                    FlightRow some = expected.get(chance.nextInt(expected.size()));
                    FlightCursor place = choice.cursor(rule.listed(choice, some));
                    int skipped = chance.nextInt(expected.size());
                    assertThat(rows.page(choice, skipped, 7))
                            .as("%s from %d", choice, skipped)
                            .isEqualTo(rule.page(choice, skipped, 7));
                    assertThat(rows.after(choice, place, 7))
                            .as("%s after %s", choice, place)
                            .isEqualTo(rule.after(choice, place, 7));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void parts_one_after_the_other_are_the_whole_list(Order order) {
        for (Viewer reader : READERS) {
            FlightChoice choice = choice(new FlightFilter(null, null, null, null, null, Waiting.ALL, order), reader);
            List<FlightRow> parts = new ArrayList<>();
            JdbcFlightRows rows = chance.nextBoolean() ? few : many;
            List<FlightRow> part = rows.after(choice, null, 37);
            while (!part.isEmpty()) {
                parts.addAll(part);
                assertThat(parts).doesNotHaveDuplicates();
                part = rows.after(choice, choice.cursor(rule.listed(choice, part.get(part.size() - 1))), 37);
            }

            assertThat(parts).isEqualTo(rule.page(choice, 0, EVERY));
        }
    }

    @Test
    void which_parties_there_are_is_the_same_and_the_flights_of_chance_hold_all_that_can_differ() {
        for (Viewer reader : READERS) {
            assertThat(few.parties(reader)).as("%s", reader).isEqualTo(rule.parties(reader));
            assertThat(many.parties(reader)).as("%s", reader).isEqualTo(rule.parties(reader));
        }
        FlightChoice french = choice(FlightFilter.EVERYTHING, READERS.get(2));
        List<ListedFlight> listed = rule.page(french, 0, EVERY).stream()
                .map(row -> rule.listed(french, row))
                .toList();
        assertThat(listed).anyMatch(ListedFlight::isMine).anyMatch(ListedFlight::isOverdue);
        assertThat(listed)
                .as("left, with a task of another group that is not told any more")
                .anyMatch(flight -> READERS.get(2)
                                .hasLeft(
                                        flight.flight().organiser(),
                                        flight.flight().invited(),
                                        flight.flight().withdrawn())
                        && flight.waits().isEmpty()
                        && !flights.waiting()
                                .getOrDefault(flight.flight().reference(), List.of())
                                .isEmpty());
    }

    @Test
    void what_flights_wait_for_and_which_have_failed_is_read_as_it_was_kept() {
        JdbcOpenTasks kept = new JdbcOpenTasks(JdbcClient.create(database), new JdbcTemplate(database));
        List<OperationReference> all =
                flights.rows().stream().map(FlightRow::reference).toList();
        assertThat(kept.of(all)).isEqualTo(tasks.of(all));
        assertThat(kept.of(all.subList(0, 9))).isEqualTo(tasks.of(all.subList(0, 9)));
        assertThat(kept.of(List.of())).isEmpty();
        assertThat(kept.isEmpty()).isFalse();
        JdbcFlightFailures steps = new JdbcFlightFailures(JdbcClient.create(database));
        assertThat(steps.among(all)).isEqualTo(failed.among(all)).isNotEmpty();
        assertThat(steps.among(List.of())).isEmpty();
    }

    @Test
    void the_stages_of_some_flights_are_read_in_their_order_and_nothing_else_of_their_trails() {
        List<OperationReference> all =
                flights.rows().stream().map(FlightRow::reference).limit(3).toList();
        JdbcClient sql = JdbcClient.create(database);
        happened(sql, all.get(0), 0, TrailEvent.PROPOSED, Sentence.of("common.said", "x"));
        happened(sql, all.get(1), 1, TrailEvent.STAGE, Stage.APPROVAL.words());
        happened(sql, all.get(0), 2, TrailEvent.STAGE, Stage.COST_SHARING.words());
        happened(sql, all.get(0), 3, TrailEvent.COMMENT, Stage.PERMITS.words());
        happened(sql, all.get(0), 4, TrailEvent.STAGE, Stage.PLANNING.words());

        JdbcFlightStages stages = new JdbcFlightStages(sql);
        assertThat(stages.of(all))
                .containsOnlyKeys(all.get(0), all.get(1))
                .containsEntry(
                        all.get(0),
                        List.of(
                                new Reached(Stage.PLANNING, NEW_YEAR),
                                new Reached(Stage.COST_SHARING, NEW_YEAR.plusSeconds(2)),
                                new Reached(Stage.PLANNING, NEW_YEAR.plusSeconds(4))));
        assertThat(stages.of(all.subList(2, 3))).isEmpty();
        assertThat(stages.of(List.of())).isEmpty();
    }

    private static void happened(
            JdbcClient sql, OperationReference flight, int second, TrailEvent event, Sentence about) {
        sql.sql("insert into trail (reference, at, actor, code, arguments) values (?, ?, 'system', ?, ?)")
                .params(
                        flight.value(),
                        Timestamp.from(NEW_YEAR.plusSeconds(second)),
                        event.code(),
                        SentenceJson.write(Sentence.of(event.code(), about)))
                .update();
    }

    private FlightFilter filter(Order order) {
        LocalDate from = maybe() ? FIRST.plusDays(chance.nextInt(200)) : null;
        LocalDate to = maybe() ? FIRST.plusDays(200 + chance.nextInt(100)) : null;
        if (from != null && chance.nextInt(3) == 0) {
            to = from.plusDays(chance.nextInt(3));
        }
        return new FlightFilter(
                maybe() ? one(TEXTS) : null,
                maybe() ? one(List.of(Stage.values())) : null,
                maybe() ? new Party(one(List.of("FR", "GB", "PL", "FX", "PT"))) : null,
                from,
                to,
                maybe() ? one(List.of(Waiting.values())) : Waiting.ALL,
                order);
    }

    private FlightChoice choice(FlightFilter filter, Viewer reader) {
        return new FlightChoice(filter, reader, NEW_YEAR.plus(Duration.ofHours(chance.nextInt(80))));
    }

    private boolean maybe() {
        return chance.nextInt(4) == 0;
    }

    private <T extends @Nullable Object> T one(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
