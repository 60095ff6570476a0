package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.closing.CloseFlight;
import org.jointflights.application.closing.Erasures;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.incidents.SeriousIncidents;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.SeriousIncident.State;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleSteps.Line;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Serious incidents on the engine: what it keeps of a reporter, who does what, and what waits for them. */
class IncidentsTest extends FilesCase {

    private static final Money CHARTER = Money.euro(26_200_000);
    private static final List<Line> BUDGET = List.of(common("CHARTER", 26_200_000, FR, "EQUAL"));
    private static final Map<Party, Seats> DECLARED =
            Map.of(FR, new Seats(14, 29, 1, 1, 1, 0), GB, new Seats(10, 10, 0, 0, 0, 0));

    /** Another word in each test, since they share a database. */
    private final String mark = "braslets" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    SeriousIncidents incidents;

    @Autowired
    Erasures erasures;

    @Autowired
    TrailEntries trail;

    @Autowired
    CloseFlight closing;

    @Autowired
    ListFlights list;

    @Test
    void inspectors_13_the_exceptional_channel_stores_nobodys_name() {
        OperationReference flight = asked();
        Map<String, Integer> before = rowsThatName("gbdoctor");

        reports("gbdoctor", flight, "EXCEPTIONAL");

        assertThat(rowsThatName("gbdoctor")).isEqualTo(before);
        Task assess = task("userTask_assessIncident", flight);
        launches(assess, "FR");
        completes("frlegal1", task("userTask_reportFormally", flight), Map.of("formalReport", mark + " formally"));
        completes(
                "rightsofficer2",
                task("userTask_concludeIncident", flight),
                Map.of("recommendations", mark + " must not happen"));
        assertThat(incidents.get(flight, 1).state()).isEqualTo(State.FINAL);
        assertThat(rowsThatName("gbdoctor")).as("whatever is done with it").isEqualTo(before);

        reports("gbdoctor", flight, "ORDINARY");
        assertThat(rowsThatName("gbdoctor"))
                .as("by the ordinary channel the table and the trail name the reporter, and nothing else does")
                .isEqualTo(withOneMore(before, "SERIOUS_INCIDENT", "TRAIL"));
    }

    @Test
    void whoever_has_nothing_to_do_with_it_cannot_tell_from_the_page_that_somebody_has_reported_exceptionally() {
        OperationReference flight = asked();
        Map<String, FlightFile> before = new TreeMap<>();
        List<String> others = List.of("manager1", "auditor", "executive1", "frescortleader", "frcoordinator");
        others.forEach(other -> before.put(other, file(other, flight)));

        reports("gbdoctor", flight, "EXCEPTIONAL");

        for (String other : others) {
            FlightFile seen = file(other, flight);
            assertThat(seen.operation().files().isEmpty()).as(other).isTrue();
            assertThat(seen.trail()).as(other).isEqualTo(before.get(other).trail());
            assertThat(seen.notices()).as(other).isEqualTo(before.get(other).notices());
            assertThat(seen.standing().positions())
                    .as(other)
                    .isEqualTo(before.get(other).standing().positions());
            assertThat(seen.head().waits())
                    .extracting(Wait::task)
                    .as(other)
                    .isEqualTo(before.get(other).head().waits().stream()
                            .map(Wait::task)
                            .toList());
        }
        clock.advance(Duration.ofHours(25));
        assertThat(isOverdue("manager1", flight))
                .as("late, but nobody's to know")
                .isFalse();
        assertThat(isOverdue("rightsofficer1", flight)).isTrue();
        FlightFile officers = file("rightsofficer1", flight);
        assertThat(officers.operation().files().incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.what()).contains(mark));
        assertThat(officers.head().waits())
                .anyMatch(wait -> wait.task() != null && wait.task().task().equals("userTask_assessIncident"));

        launches(task("userTask_assessIncident", flight), "FR");
        assertThat(file("manager1", flight).operation().files().counted())
                .containsExactly(new IncidentCount(flight, IncidentCategory.CATEGORY_4, State.LAUNCHED, 1));
        assertThat(file("manager1", flight).operation().files().incidents()).isEmpty();
        assertThat(incidents.counts(List.of(flight)))
                .containsExactly(new IncidentCount(flight, IncidentCategory.CATEGORY_4, State.LAUNCHED, 1));
    }

    @Test
    void its_clocks_go_on_while_the_flight_is_suspended_and_whoever_is_late_is_told_of() {
        OperationReference flight = asked();
        exampleUsers.as("rightsofficer1", () -> suspension.suspend(flight, mark + " of an incident"));
        reports("frescortleader", flight, "ORDINARY");

        clock.advance(Duration.ofHours(25));
        fires(flight);
        assertThat(told(flight)).contains("executive notice.confidential.incident.assessmentLate");
        launches(task("userTask_assessIncident", flight), "GB");
        clock.advance(Duration.ofHours(49));
        fires(flight);
        assertThat(told(flight))
                .contains(
                        "GBlegal notice.confidential.incident.launched",
                        "GBlegal notice.confidential.incident.formalSoon",
                        "GBlegal notice.confidential.incident.formalLate",
                        "executive notice.confidential.incident.formalLate");
        clock.advance(Duration.ofDays(8));
        fires(flight);
        assertThat(incidents.get(flight, 1).state())
                .as("without the formal report")
                .isEqualTo(State.FORMAL);
        clock.advance(Duration.ofDays(25));
        fires(flight);
        assertThat(told(flight))
                .contains(
                        "rightsOfficer notice.confidential.incident.finalSoon",
                        "executive notice.confidential.incident.finalLate");

        Task conclude = task("userTask_concludeIncident", flight);
        assertThat(users.shown(conclude, "formalText")).asString().contains("let its time pass");
        completes("rightsofficer1", conclude, Map.of("recommendations", "Write to London."));
        assertThat(incidents.get(flight, 1).state()).isEqualTo(State.FINAL);
        assertThat(flights.get(flight).isSuspended()).isTrue();
    }

    @Test
    void bad_answers_are_refused_and_the_task_stays_open_and_what_stands_beside_it_goes_with_it() {
        OperationReference flight = asked();
        reports("gbmonitor", flight, "ORDINARY");
        Task assess = task("userTask_assessIncident", flight);
        users.as("rightsofficer1").does(() -> tasks.createComment(assess.getId(), null, mark + " in a comment"));
        Map<String, Object> good = launch("FR");
        Map<String, String> wrong = Map.of(
                "decision", "PERHAPS",
                "incidentCategory", "CATEGORY_9",
                "reason", "",
                "concerned", "IT",
                "asked", "");
        wrong.forEach((field, value) -> {
            Map<String, Object> typed = new HashMap<>(good);
            typed.put(field, value);
            assertThatThrownBy(() -> users.as("rightsofficer1").completes(assess, typed))
                    .as(field)
                    .hasStackTraceContaining(BadInput.class.getSimpleName());
        });
        Map<String, Object> forged = new HashMap<>(good);
        forged.put("launched", true);
        assertThatThrownBy(() -> users.as("rightsofficer1").completes(assess, forged))
                .isNotNull();
        assertThat(incidents.get(flight, 1).state()).isEqualTo(State.RAISED);
        assertThatThrownBy(() -> users.as("frescortleader").completes(assess, good))
                .isNotNull();
        assertThat(task("userTask_assessIncident", flight).getId()).isEqualTo(assess.getId());

        launches(assess, "FR");

        assertThat(trail.of(flight).toString()).doesNotContain(mark);
        assertThat(rowsThatName(mark + " in a comment")).isEmpty();
        Task formal = task("userTask_reportFormally", flight);
        assertThat(users.values(formal).toString())
                .as("the party reads what it is asked")
                .doesNotContain(mark);
        assertThatThrownBy(() -> users.as("gblegal1").completes(formal, Map.of("formalReport", "not asked")))
                .isNotNull();
        assertThatThrownBy(() -> users.as("frlegal1").completes(formal, Map.of("formalReport", " ")))
                .hasStackTraceContaining(BadInput.class.getSimpleName());
    }

    @Test
    void g13_a_flight_is_neither_erased_nor_closed_while_an_incident_has_no_final_report() {
        OperationReference flight = flown();
        steps.reports(flight);
        reports("frdoctor", flight, "ORDINARY");
        erases(flight);
        assertThat(erasures.of(flight)).as("an open incident keeps the texts").isEmpty();

        setsAside(flight);
        exampleUsers.runJobs(flight);
        assertThat(erasures.of(flight)).hasSize(1).allMatch(ErasureCertificate::isOfFlight);
        reports("frdoctor", flight, "ORDINARY");
        everybodyClaims(flight, BUDGET);
        steps.settle(
                flight, today(), form -> transfers.get(form.number("transfer")).amount());
        exampleUsers.runJobs(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        assertThatThrownBy(() -> closing.close(flight))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("no final report");
        assertThat(file("manager1", flight).operation().files().incidentOpen()).isTrue();

        setsAside(flight);
        exampleUsers.runJobs(flight);

        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
        assertThatThrownBy(() -> reports("frdoctor", flight, "ORDINARY")).isInstanceOf(Conflict.class);
        assertThat(rowsThatName(mark)).containsKey("SERIOUS_INCIDENT");
        clock.advance(Duration.ofDays(31));
        fires(flight);
        assertThat(rowsThatName(mark)).isEmpty();
        assertThat(erasures.of(flight))
                .filteredOn(certificate -> !certificate.isOfFlight())
                .extracting(ErasureCertificate::file, ErasureCertificate::total)
                .containsExactlyInAnyOrder(tuple("INCIDENT/1", 2), tuple("INCIDENT/2", 2));
        assertThat(incidents.get(flight, 2).state()).as("what is kept").isEqualTo(State.NOT_LAUNCHED);
    }

    @Test
    void nor_is_a_cancelled_flight() {
        OperationReference flight = asked();
        exampleUsers.as("frcoordinator", () -> cancellation.cancel(flight, "no landing permit", null));
        exampleUsers.runJobs(flight);
        nobodyElseClaims(flight);
        exampleUsers.runJobs(flight);
        erases(flight);
        reports("gbcoordinator", flight, "ORDINARY");
        steps.settle(
                flight, today(), form -> transfers.get(form.number("transfer")).amount());
        exampleUsers.runJobs(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);

        setsAside(flight);
        exampleUsers.runJobs(flight);

        assertEnded(flight, "endEvent_cancelled", Stage.CANCELLED);
    }

    /** Whether the list of flights has it among those that are late. */
    private boolean isOverdue(String person, OperationReference flight) {
        int[] found = new int[1];
        FlightFilter late = FlightFilter.of(new TypedFields(Map.of("text", flight.value(), "waiting", "OVERDUE")));
        exampleUsers.as(person, () -> found[0] = list.total(list.choice(late)));
        return found[0] == 1;
    }

    private OperationReference asked() {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 100, "GB");
        exampleUsers.runJobs(flight);
        return flight;
    }

    private OperationReference flown() {
        OperationReference flight = asked();
        steps.takesPart(flight, FR, DECLARED.get(FR), "CDG", "");
        steps.takesPart(flight, GB, DECLARED.get(GB), "STN", "");
        steps.plan(flight, "Air One", CHARTER, 100, "CGLPL");
        steps.budget(flight, BUDGET);
        steps.acceptShares(flight, Set.of());
        Map<Party, Money> none = Map.of(FR, Money.euro(0), GB, Money.euro(0));
        steps.ceilings(flight, none, party -> "NATIONAL");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
        steps.confirmOpenGates(flight);
        passGates(flight, 28, 1);
        boardingOpens(flight);
        steps.fly(flight, DECLARED);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        return flight;
    }

    private void reports(String person, OperationReference flight, String channel) {
        Map<String, Object> typed = Map.of(
                "channel",
                channel,
                "incidentCategory",
                "CATEGORY_4",
                "incidentPhase",
                "BEFORE_DEPARTURE",
                "personsConcerned",
                3,
                "whatHappened",
                mark + " on three people");
        exampleUsers.as(person, () -> acts.perform(flight, acts.named("report-incident"), typed));
        runs(flight);
    }

    private static Map<String, Object> launch(String party) {
        return Map.of(
                "decision", "LAUNCH",
                "incidentCategory", "CATEGORY_4",
                "reason", "Force is described.",
                "concerned", party,
                "asked", "Who ordered it?");
    }

    private void launches(Task assess, String party) {
        completes("rightsofficer1", assess, launch(party));
    }

    private void setsAside(OperationReference flight) {
        completes(
                "rightsofficer2",
                task("userTask_assessIncident", flight),
                Map.of("decision", "SET_ASIDE", "incidentCategory", "CATEGORY_2", "reason", mark + " was a drill"));
    }

    private static Map<String, Integer> withOneMore(Map<String, Integer> rows, String... tables) {
        Map<String, Integer> more = new TreeMap<>(rows);
        for (String table : tables) {
            more.merge(table, 1, Integer::sum);
        }
        return more;
    }
}
