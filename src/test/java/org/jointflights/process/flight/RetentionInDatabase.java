package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.closing.Erasures;
import org.jointflights.application.costs.ReadFlightFigures;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.GateAnswers;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.application.scenario.KeepScenarios;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.scenario.ScenarioOrigin;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.process.example.ExampleSteps.Line;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finding 7: reasons stayed in our tables and in the engine without end. Every text of a flight here holds a word that is looked
 * for in the whole database, which of the two it may be.
 */
abstract class RetentionInDatabase extends FlightCase {

    private static final Money CHARTER = Money.euro(4_000_000);
    static final List<Line> BUDGET = List.of(common("CHARTER", 4_000_000, FR, "PER_RETURNEE"));
    static final Map<Party, Seats> DECLARED =
            Map.of(FR, new Seats(10, 12, 1, 1, 1, 0), GB, new Seats(10, 8, 0, 0, 0, 0));
    /** Keys of the message bundles, and what administrators ask of one another. */
    private static final Set<String> KEYS_OR_OF_NO_FLIGHT =
            Set.of("share.reason", "posting.reason", "people_request.reason");

    /** Another word in each test, since they share a database. */
    final String mark = "quittance" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @Autowired
    JdbcClient database;

    @Autowired
    Erasures erasures;

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    GateAnswers gateAnswers;

    @Autowired
    HeadCounts counts;

    @Autowired
    TrailEntries trail;

    @Autowired
    VerifyTrail chains;

    @Autowired
    VerifySignatures signatures;

    @Autowired
    ReadFlightFile read;

    @Autowired
    KeepScenarios scenarios;

    @Autowired
    ReadFlightFigures figures;

    @Test
    void finding_7_at_its_term_no_table_holds_what_was_typed_while_counts_sums_signatures_and_chains_still_fit() {
        // Other classes leave flights with faults of their own in the same database.
        List<String> brokenBefore = faults();
        OperationReference flight = flownWithReasons();
        // Those who tried its figures out may have written a name too.
        exampleUsers.as(
                "gbcoordinator",
                () -> scenarios.keep(
                        new TypedFields(Map.of("scenarioName", mark + " in a scenario")),
                        figures.of(flight).json(),
                        ScenarioOrigin.of(flight)));
        assertThat(tablesWith(mark))
                .contains("SCENARIO", "TAKEN_OFF", "GATE_ANSWER", "PARTICIPATION", "TRAIL", "ACT_HI_COMMENT");
        assertThat(exampleUsers.open(flight)).contains("userTask_acknowledgeWithdrawal");

        erases(flight);

        assertThat(tablesWith(mark)).as("tables that still hold a word").isEmpty();
        ErasureCertificate certificate = erasures.of(flight).get(0);
        assertThat(certificate.texts())
                .containsEntry("taken_off.reason", 1)
                .containsEntry("participation.reason", 2)
                .containsEntry("scenario.name", 1)
                .containsEntry("engine.comments", 1);
        assertThat(certificate.at()).isEqualTo(clock.instant());
        assertThat(certificate.term().rule()).isEqualTo("REGULATION_2019_1896");
        assertThat(gateAnswers.of(flight)).filteredOn(GateAnswer::isStop).isNotEmpty();
        assertThat(counts.takenOff(flight)).singleElement().satisfies(off -> {
            assertThat(off.persons()).isEqualTo(2);
            assertThat(off.cause()).isEqualTo(Cause.MEDICAL);
        });
        assertThat(faults()).isEqualTo(brokenBefore);
        assertThat(trail.of(flight))
                .extracting(entry -> entry.event())
                .contains(TrailEvent.ERASED, TrailEvent.WITHDRAWN);
        exampleUsers.as(
                "manager1",
                () -> assertThat(read.file(flight).accounts().closing().erasures())
                        .containsExactly(certificate));
    }

    /** Whoever adds a column for somebody's reason says what becomes of it. */
    @Test
    void every_column_of_ours_for_a_reason_is_erased_or_named_among_those_that_stay() throws IOException {
        String document = Files.readString(Path.of("docs", "retention.md"));
        List<String> reasons = database.sql("""
                        select lower(table_name) || '.' || lower(column_name) from information_schema.columns
                        where upper(table_schema) = 'PUBLIC' and upper(table_name) not like 'ACT%'
                        """).query(String.class).list().stream()
                .filter(column -> column.matches(
                        ".*\\.(.*reason|.*because|.*_for|objection|reply|remark|note|why|advice|comment|message|text)"))
                .filter(column -> !KEYS_OR_OF_NO_FLIGHT.contains(column))
                .toList();

        assertThat(reasons)
                .contains("taken_off.reason", "claim.withdrawn_for", "statement_answer.reply")
                .allSatisfy(column -> assertThat(document).contains("`" + column + "`"));
    }

    /** The names of all tables, ours and the engine's, in a row of which the word stands as text or as bytes. */
    Set<String> tablesWith(String word) {
        Set<String> found = new TreeSet<>();
        List<String[]> columns = database.sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where upper(table_schema) = 'PUBLIC'
                        """)
                .query((row, number) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .list();
        for (String[] column : columns) {
            String where = holds(column[2].toUpperCase(Locale.ROOT)).formatted("\"" + column[1] + "\"");
            if (!where.isEmpty()
                    && database.sql("select count(*) from \"" + column[0] + "\" where " + where)
                                    .param(word)
                                    .query(Long.class)
                                    .single()
                            > 0) {
                found.add(column[0].toUpperCase(Locale.ROOT));
            }
        }
        return found;
    }

    /** Texts and bytes, as the two databases call them. */
    private static String holds(String type) {
        if (type.startsWith("CHARACTER") || type.equals("TEXT")) {
            return "position(cast(? as varchar) in %s) > 0";
        }
        if (type.startsWith("BINARY")) {
            return "locate(rawtohex(cast(? as varchar)), rawtohex(%s)) > 0";
        }
        return type.equals("BYTEA") ? "position(convert_to(?, 'UTF8') in %s) > 0" : "";
    }

    void does(String person, OperationReference flight, String act, Map<String, ?> fields) {
        exampleUsers.as(person, () -> acts.perform(flight, acts.named(act), fields));
        exampleUsers.runJobs(flight);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    void acknowledges(OperationReference flight) {
        exampleUsers.complete(
                "frcoordinator", "userTask_acknowledgeWithdrawal", flight, Map.of("note", mark + " of a note"));
    }

    void settlesTheAccounts(OperationReference flight) {
        everybodyClaims(flight, BUDGET);
        steps.settle(
                flight, today(), form -> transfers.get(form.number("transfer")).amount());
        exampleUsers.runJobs(flight);
    }

    /** Of all signatures and chains, in words. */
    private List<String> faults() {
        return Stream.concat(signatures.run().faults().stream(), chains.run(List.of()).faults().stream())
                .map(Object::toString)
                .toList();
    }

    OperationReference planned() {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB, SE, BE");
        plan(flight);
        return flight;
    }

    /** Belgium declines, Sweden withdraws, and the suspension has its reasons too. */
    private void plan(OperationReference flight) {
        steps.takesPart(flight, FR, DECLARED.get(FR), "CDG", "");
        steps.takesPart(flight, GB, DECLARED.get(GB), "STN", "");
        steps.takesPart(flight, SE, new Seats(5, 5, 0, 0, 0, 0), "CDG", "");
        exampleUsers.complete(
                "becoordinator",
                "userTask_answerOffer",
                flight,
                Map.of("takesPart", "no", "reason", mark + " of Belgium", "answerFinal", "yes"));
        steps.plan(flight, "Air One", CHARTER, 60, "CGLPL");
        steps.budget(flight, BUDGET);
        users.as("gbfinance1")
                .completes("userTask_acceptShare", flight, Map.of("answer", "OBJECT", "reason", mark + " of a share"));
        steps.acceptShares(flight, Set.of());
        exampleUsers.complete(
                "frcoordinator",
                "userTask_decideObjection",
                flight,
                Map.of("decision", "KEEP", "reason", mark + " of the decision"));
        steps.acceptShares(flight, Set.of());
        Map<Party, Money> none = Map.of(FR, Money.euro(0), GB, Money.euro(0), SE, Money.euro(0));
        steps.ceilings(flight, none, party -> "NATIONAL");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.OPERATION);
        exampleUsers.as("rightsofficer1", () -> suspension.suspend(flight, mark + " of a suspension"));
        exampleUsers.runJobs(flight);
        resumes(flight, "executive1", mark + " of the resumption");
        does(
                "frmonitor",
                flight,
                "stop-people",
                Map.of("stopped", "GB", "cause", "COURT", "reason", mark + " of a stop that was ordered"));
        does("frlegal1", flight, "lift-stop", Map.of("stopNumber", "1", "view", mark + " of the monitor"));
        steps.withdraws(flight, SE, WithdrawalCause.OTHER, mark + " of Sweden");
    }

    OperationReference flown() {
        OperationReference flight = planned();
        fly(flight, DECLARED);
        return flight;
    }

    OperationReference flownWithReasons() {
        OperationReference flight = planned();
        passGates(flight, 28, 7);
        onDayBefore(flight, 5);
        Task gates = users.as("gblegal1").open("userTask_confirmGates", flight);
        users.as("gblegal1").does(() -> tasks.createComment(gates.getId(), null, mark + " in a comment"));
        Map<String, Object> stop = new HashMap<>();
        ExampleSteps.places(users.values(gates)).forEach(place -> {
            stop.put("answer" + place, "STOP");
            stop.put("reason" + place, mark + " of a stop");
        });
        users.as("gblegal1").completes(gates, stop);
        exampleUsers.runJobs(flight);
        steps.confirmOpenGates(flight);
        passGates(flight, 3, 2);
        onDayBefore(flight, 1);
        Task list = users.as("gblegal2").open("userTask_confirmGates", flight);
        Map<String, Object> off =
                new HashMap<>(Map.of("takenOff", 2L, "cause", "MEDICAL", "why", mark + " of two people"));
        ExampleSteps.places(users.values(list)).forEach(place -> off.put("answer" + place, "CONFIRMED"));
        users.as("gblegal2").completes(list, off);
        exampleUsers.runJobs(flight);
        fly(flight, Map.of(FR, DECLARED.get(FR), GB, new Seats(8, 8, 0, 0, 0, 0)));
        return flight;
    }

    private void fly(OperationReference flight, Map<Party, Seats> aboard) {
        steps.confirmOpenGates(flight);
        passGates(flight, 28, 1);
        boardingOpens(flight);
        steps.fly(flight, aboard);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
    }
}
