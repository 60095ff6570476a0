package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.process.operation.OperationCrew.BE;
import static org.jointflights.process.operation.OperationCrew.FR;
import static org.jointflights.process.operation.OperationCrew.GB;
import static org.jointflights.process.operation.OperationCrew.SE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.acts.ApplyFlightChange;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.operation.GateAnswers;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.operation.OperationRuns;
import org.jointflights.application.operation.OperationRuns.Outcome;
import org.jointflights.application.operation.OperationWorkflow;
import org.jointflights.application.operation.ReadFlownSeats;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.TestEvidence;
import org.jointflights.process.StoredTexts;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path and way out of {@code flightOperation}, through the tasks of the people concerned. */
class OperationProcessTest extends OperationCase {

    private static final String GATES = "userTask_confirmGates";
    private static final String BOARDING = "userTask_confirmBoarding";
    private static final String COUNT = "userTask_countAboard";
    private static final String CLEAR = "userTask_clearDeparture";
    private static final String LAST_CALL = "userTask_answerLastCall";
    private static final String HAND_OVER = "userTask_confirmHandOver";

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Flights flights;

    @Autowired
    ReadFlightFile files;

    @Autowired
    GateAnswers answers;

    @Autowired
    HeadCounts counts;

    @Autowired
    ReadFlownSeats flownSeats;

    @Autowired
    OperationRuns runs;

    @Autowired
    OperationWorkflow workflow;

    @Autowired
    TaskService tasks;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplyFlightChange changes;

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    Outbox outbox;

    @Autowired
    TrailEntries trail;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService models;

    @Autowired
    HistoryService history;

    @Test
    void with_every_gate_confirmed_everybody_is_flown_and_handed_over() {
        OperationReference reference = crew.frenchFlight();
        ProcessInstance operation = crew.start(reference);
        crew.countDown(reference);
        users.fireTimer("event_boardingOpen", reference);
        crew.confirmAll(BOARDING, reference);
        crew.leader(FR)
                .completes(
                        COUNT,
                        reference,
                        Map.of("returnees", 10, "escorts", 12, "medical", 1, "interpreters", 1, "monitors", 1));
        crew.leader(SE).completes(COUNT, reference, Map.of("returnees", 5, "escorts", 8));
        assertThat(flownSeats.of(reference)).isEmpty();
        crew.clears(FR, CLEAR, reference);

        assertThat(flights.get(reference).stage()).isEqualTo(Stage.IN_FLIGHT);
        assertThat(flownSeats.of(reference))
                .containsExactly(
                        Map.entry(FR, new Seats(10, 12, 1, 1, 1, 0)), Map.entry(SE, new Seats(5, 8, 0, 0, 0, 0)));

        crew.lands(FR, reference);
        crew.confirmAll(LAST_CALL, reference);
        crew.handsOver(FR, reference, 10);
        crew.handsOver(SE, reference, 5);

        BpmnAwareTests.assertThat(operation).isEnded().hasPassed("endEvent_operationOver");
        assertThat(outcome(operation, "flown")).isTrue();
        assertThat(outcome(operation, "recalled")).isFalse();
        assertThat(runs.latest(reference).orElseThrow().outcome()).isEqualTo(Outcome.FLOWN);
        assertThat(counts.handOvers(reference)).extracting(HandOver::handedOver).containsExactly(10, 5);
    }

    @Test
    void each_point_asks_only_the_roles_that_have_a_gate_there() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference);
        assertThat(crew.asked(GATES, reference)).containsExactly("FRlegal", "SElegal");
        crew.nextPointAfterAll(reference, "D_7");
        assertThat(crew.asked(GATES, reference))
                .containsExactly("FRcoordinator", "FRdoctor", "FRlegal", "SEcoordinator", "SEdoctor", "SElegal");
        crew.nextPointAfterAll(reference, "D_3");
        assertThat(crew.asked(GATES, reference)).containsExactly("FRescortleader", "FRmonitor", "SEmonitor");
        crew.nextPointAfterAll(reference, "D_1");
        assertThat(crew.asked(GATES, reference)).containsExactly("FRlegal", "SElegal", "rightsOfficer");
        crew.confirmAll(GATES, reference);
        users.fireTimer("event_boardingOpen", reference);
        assertThat(crew.asked(BOARDING, reference))
                .containsExactly(
                        "FRdoctor", "FRlegal", "FRmonitor", "SEdoctor", "SElegal", "SEmonitor", "rightsOfficer");
    }

    @Test
    void one_gate_without_an_answer_holds_the_whole_flight() {
        OperationReference reference = crew.frenchFlight();
        ProcessInstance operation = crew.start(reference);
        crew.nextPoint(reference);
        crew.confirm("FRlegal", GATES, reference);
        users.runJobs(reference);
        BpmnAwareTests.assertThat(operation).isWaitingAt(GATES);
        assertThat(crew.asked(GATES, reference)).containsExactly("SElegal");
        assertThat(users.timers("event_gatesOpen", reference)).isEmpty();
    }

    @Test
    void the_gates_open_at_the_beginning_of_the_day_at_the_departure_airport() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        assertThat(users.timers("event_gatesOpen", reference).get(0).getDuedate())
                .isEqualTo(Instant.parse("2027-03-22T23:00:00Z"));
        crew.nextPoint(reference, "D_1");
        crew.confirmAll(GATES, reference);
        assertThat(users.timers("event_boardingOpen", reference).get(0).getDuedate())
                .isEqualTo(Instant.parse("2027-04-20T05:00:00Z"));
    }

    @Test
    void a_point_after_the_clocks_changed_opens_at_the_new_midnight() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference, "D_28");
        crew.confirmAll(GATES, reference);
        // 30 March 2027, two days after summer time began in Paris.
        assertThat(users.timers("event_gatesOpen", reference).get(0).getDuedate())
                .isEqualTo(Instant.parse("2027-03-29T22:00:00Z"));
    }

    @Test
    void a_stop_is_told_on_the_flights_page_at_once_to_its_state_the_organiser_and_those_who_see_all() {
        OperationReference reference = crew.frenchFlight();
        crew.takesPart(reference, new Party("GB"), new Seats(3, 4, 0, 0, 0, 0), "CDG", null);
        crew.start(reference);
        crew.nextPoint(reference, "D_14");
        crew.stop("SElegal", GATES, reference);

        assertThat(crew.asked(GATES, reference)).contains("FRlegal").doesNotContain("SElegal");
        for (String reader : List.of("sedoctor", "frcoordinator", "manager1", "rightsofficer1")) {
            assertThat(stopsSeenBy(reader, reference))
                    .as(reader)
                    .extracting(stop ->
                            stop.question().gate() + " " + stop.question().party())
                    .containsExactly("G2 SE");
        }
        assertThat(stopsSeenBy("gbcoordinator", reference)).isEmpty();

        crew.confirmAll(GATES, reference);
        crew.confirm("SElegal", GATES, reference);
        assertThat(stopsSeenBy("manager1", reference)).isEmpty();
    }

    private List<GateAnswer> stopsSeenBy(String reader, OperationReference reference) {
        List<GateAnswer> seen = new ArrayList<>();
        users.as(reader).does(() -> seen.addAll(files.file(reference).standing().stops()));
        return seen;
    }

    @Test
    void a_stop_is_mailed_at_once_and_once_whoever_else_has_still_to_answer() {
        OperationReference reference = crew.frenchFlight();
        crew.takesPart(reference, GB, new Seats(3, 4, 0, 0, 0, 0), "CDG", null);
        crew.start(reference);
        crew.nextPoint(reference, "D_14");
        assertThat(crew.asked(GATES, reference)).contains("FRlegal", "GBlegal", "SElegal");

        crew.stop("SElegal", GATES, reference);
        assertThat(toldOfStops(reference)).containsExactly("FRcoordinator: SE G2 D-14", "rightsOfficer: SE G2 D-14");

        crew.stop("GBlegal", GATES, reference);
        List<String> both = List.of(
                "FRcoordinator: GB G2 D-14",
                "FRcoordinator: SE G2 D-14",
                "rightsOfficer: GB G2 D-14",
                "rightsOfficer: SE G2 D-14");
        assertThat(toldOfStops(reference)).containsExactlyElementsOf(both);

        crew.confirmAll(GATES, reference);
        assertThat(crew.asked(GATES, reference)).containsExactly("GBlegal", "SElegal");
        assertThat(toldOfStops(reference)).containsExactlyElementsOf(both);

        crew.stop("SElegal", GATES, reference);
        assertThat(toldOfStops(reference))
                .as("the same people stop it a second time")
                .hasSize(6)
                .filteredOn("FRcoordinator: SE G2 D-14"::equals)
                .hasSize(2);
    }

    @Test
    void a_stop_at_the_last_call_is_mailed_before_the_others_have_answered() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        crew.stop("SElegal", LAST_CALL, reference);

        assertThat(outbox.of(reference))
                .filteredOn(notice -> notice.text().code().equals("notice.stoppedAtLastCall"))
                .extracting(Notice::recipient)
                .contains("FRcoordinator", "rightsOfficer");
        crew.confirm("FRlegal", LAST_CALL, reference);
        int told = outbox.of(reference).size();
        users.runJobs(reference);
        assertThat(outbox.of(reference)).hasSize(told);
    }

    @Test
    void an_answer_that_is_refused_tells_nobody_of_a_stop() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference, "D_14");

        assertRefused(
                () -> crew.answer(crew.open("SElegal", GATES, reference), "STOP", null, Map.of()),
                "operation.reasonMissing");
        assertThat(toldOfStops(reference)).isEmpty();
    }

    /** Whom, and of whose stop of which gate where, in order. */
    private List<String> toldOfStops(OperationReference reference) {
        return outbox.of(reference).stream()
                .filter(notice -> notice.text().code().equals("notice.stopped"))
                .map(notice -> notice.recipient() + ": "
                        + notice.text().arguments().stream()
                                .skip(1)
                                .map(gap -> gap instanceof Sentence point ? point.in(Locale.ENGLISH) : gap.toString())
                                .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }

    @Test
    void a_stop_in_the_count_down_is_asked_again_of_the_same_people_until_they_confirm() {
        OperationReference reference = crew.frenchFlight();
        ProcessInstance operation = crew.start(reference);
        crew.nextPoint(reference, "D_14");
        crew.stop("SElegal", GATES, reference);
        crew.confirmAll(GATES, reference);

        assertThat(crew.asked(GATES, reference)).containsExactly("SElegal");
        Task again = crew.open("SElegal", GATES, reference);
        assertThat(users.shown(again, "stops"))
                .isEqualTo("G2 was stopped by Anders Bergström: something stands against it");
        assertThat(users.shown(again, "about").toString()).startsWith("**14 days before departure.** Sweden: ");
        assertThat(again.getDueDate().toInstant())
                .isEqualTo(GatePoint.D_14.dueAt(flights.get(reference).departure()));
        assertThat(outbox.of(reference))
                .filteredOn(notice -> notice.text().code().equals("notice.stopped"))
                .extracting(notice -> notice.recipient())
                .containsExactlyInAnyOrder("FRcoordinator", "rightsOfficer");

        crew.stop("SElegal", GATES, reference);
        users.runJobs(reference);
        assertThat(crew.asked(GATES, reference)).containsExactly("SElegal");

        crew.confirm("SElegal", GATES, reference);
        users.runJobs(reference);
        BpmnAwareTests.assertThat(operation).isWaitingAt("event_gatesOpen");
        assertThat(answers.of(reference))
                .filteredOn(answer -> answer.question().point() == GatePoint.D_14
                        && answer.question().gate() == Gate.NON_REFOULEMENT
                        && answer.question().party().equals(SE))
                .hasSize(3);
    }

    @Test
    void a_stop_at_the_aircraft_keeps_it_on_the_ground_until_it_is_lifted() {
        OperationReference reference = crew.frenchFlight();
        ProcessInstance operation = crew.start(reference);
        crew.openBoarding(reference);
        for (String group : List.of("FRdoctor", "FRlegal", "FRmonitor", "SElegal", "SEmonitor", "rightsOfficer")) {
            crew.confirm(group, BOARDING, reference);
        }
        crew.stop("SEdoctor", BOARDING, reference);
        users.runJobs(reference);
        assertThat(crew.asked(BOARDING, reference)).containsExactly("SEdoctor");
        BpmnAwareTests.assertThat(operation).isNotWaitingAt(COUNT).hasNotPassed("serviceTask_recordDeparture");

        crew.takesOff("SEdoctor", BOARDING, reference, 1, "MEDICAL");
        users.runJobs(reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.countsAboard(SE, COUNT, reference, 4);
        crew.clears(FR, CLEAR, reference);
        assertThat(flownSeats.of(reference).get(SE)).isEqualTo(new Seats(4, 8, 0, 0, 0, 0));
    }

    @Test
    void a_stop_at_the_last_call_brings_that_states_people_back_and_nobody_elses() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        crew.stop("SElegal", LAST_CALL, reference);
        crew.confirmAll(LAST_CALL, reference);

        assertThat(crew.asked(HAND_OVER, reference)).containsExactly("FRescortleader");
        crew.handsOver(FR, reference, 10);
        assertThat(counts.handOvers(reference))
                .extracting(HandOver::party, HandOver::handedOver, HandOver::returning)
                .containsExactly(tuple(FR, 10, 0), tuple(SE, 0, 5));
        assertThat(new StoredTexts(jdbc).sentences()).isEmpty();
    }

    @Test
    void if_every_last_call_is_stopped_nobody_is_handed_over_and_the_flight_ends() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        crew.stop("SElegal", LAST_CALL, reference);
        crew.stop("FRlegal", LAST_CALL, reference);
        crew.confirmAll(LAST_CALL, reference);
        assertThat(counts.handOvers(reference)).extracting(HandOver::handedOver).containsExactly(0, 0);
        crew.countsBack(FR, reference, 10);
        crew.countsBack(SE, reference, 5);
        assertThat(users.openTasks(reference)).isEmpty();
        assertThat(runs.latest(reference).orElseThrow().outcome()).isEqualTo(Outcome.FLOWN);
    }

    @Test
    void nobody_leaves_the_aircraft_while_a_last_call_is_unanswered() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        for (String group : List.of("FRlegal", "FRdoctor", "SEdoctor", "rightsOfficer")) {
            crew.confirm(group, LAST_CALL, reference);
            users.runJobs(reference);
        }
        assertThat(users.openTasks(reference)).containsExactly(LAST_CALL);
        assertThat(crew.asked(LAST_CALL, reference)).containsExactly("SElegal");
    }

    @Test
    void finding_5_everybody_who_can_stop_it_hears_of_the_landing_and_has_45_minutes() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);

        assertThat(outbox.of(reference))
                .filteredOn(notice -> notice.text().code().equals("notice.landed"))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("FRlegal", "SElegal");
        Instant end = clock.instant().plus(Duration.ofMinutes(45));
        assertThat(users.open(LAST_CALL, reference))
                .hasSize(5)
                .allSatisfy(task -> assertThat(task.getDueDate().toInstant()).isEqualTo(end));
        assertThat(users.timers("boundaryEvent_lastCallOver", reference).get(0).getDuedate())
                .isEqualTo(end);
    }

    @Test
    void finding_5_whoever_is_silent_for_45_minutes_keeps_that_states_people_on_board_and_nobody_elses() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        for (String group : List.of("FRlegal", "FRdoctor", "SEdoctor", "rightsOfficer")) {
            crew.confirm(group, LAST_CALL, reference);
        }
        users.fireTimer("boundaryEvent_lastCallOver", reference);
        users.runJobs(reference);

        assertThat(crew.asked(HAND_OVER, reference)).containsExactly("FRescortleader");
        crew.handsOver(FR, reference, 10);
        assertThat(counts.handOvers(reference))
                .extracting(HandOver::party, HandOver::handedOver, HandOver::returning)
                .containsExactly(tuple(FR, 10, 0), tuple(SE, 0, 5));

        users.fireTimer("boundaryEvent_returnOverdue", reference);
        users.runJobs(reference);
        assertThat(told("notice.returnOverdue", reference))
                .containsExactlyInAnyOrder("SEescortleader", "SEcoordinator", "rightsOfficer");
        crew.countsBack(SE, reference, 5);
        assertThat(told("notice.landedBack", reference)).containsExactly("SElegal");
        assertThat(users.openTasks(reference)).isEmpty();
    }

    @Test
    void finding_5_without_the_rights_officer_nobody_is_handed_over() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        for (String group : List.of("FRlegal", "FRdoctor", "SElegal", "SEdoctor")) {
            crew.confirm(group, LAST_CALL, reference);
        }
        users.fireTimer("boundaryEvent_lastCallOver", reference);
        users.runJobs(reference);

        assertThat(counts.handOvers(reference))
                .extracting(HandOver::handedOver, HandOver::returning)
                .containsExactly(tuple(0, 10), tuple(0, 5));
        assertThat(users.openTasks(reference)).containsOnly("userTask_countReturned");
    }

    /** Issue 10, “last call”: whoever answers it is warned an hour before the landing. */
    @Test
    void finding_5_an_hour_before_the_landing_those_who_answer_the_last_call_are_warned() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.countsAboard(SE, COUNT, reference, 5);
        assertRefused(
                () -> crew.leader(FR)
                        .completes(CLEAR, reference, Map.of("decision", "CLEAR", "landing", "2020-04-19 12:00")),
                "operation.landing.expected");
        crew.leader(FR).completes(CLEAR, reference, Map.of("decision", "CLEAR", "landing", "2027-04-20 17:00"));
        users.runJobs(reference);
        Instant landing = Instant.parse("2027-04-20T16:00:00Z");
        assertThat(users.timers("boundaryEvent_landingAhead", reference).get(0).getDuedate())
                .isEqualTo(landing.minus(Duration.ofHours(1)));
        assertThat(users.timers("boundaryEvent_landingOverdue", reference)
                        .get(0)
                        .getDuedate())
                .isEqualTo(landing.plus(Duration.ofMinutes(30)));

        users.fireTimer("boundaryEvent_landingAhead", reference);
        users.runJobs(reference);
        assertThat(told("notice.landingAhead", reference))
                .containsExactlyInAnyOrder("FRlegal", "FRdoctor", "SElegal", "SEdoctor", "rightsOfficer");
        users.fireTimer("boundaryEvent_landingOverdue", reference);
        users.runJobs(reference);
        assertThat(told("notice.landingOverdue", reference))
                .containsExactlyInAnyOrder("FRescortleader", "FRcoordinator", "rightsOfficer");

        crew.lands(FR, reference);
        assertThat(users.open(LAST_CALL, reference)).hasSize(5);
    }

    @Test
    void inspectors_8_two_hours_at_a_stop_over_are_told_once_to_those_who_can_end_them() {
        OperationReference reference = standingInPristina();
        assertThat(users.timers("boundaryEvent_stopoverLongAtStopover", reference))
                .isNotEmpty()
                .extracting(Job::getDuedate)
                .containsOnly(Date.from(clock.instant().plus(Duration.ofHours(2))));

        users.fireTimer("boundaryEvent_stopoverLongAtStopover", reference);
        users.runJobs(reference);
        crew.confirmAll("userTask_confirmStopover", reference);
        users.runJobs(reference);
        users.fireTimer("boundaryEvent_stopoverLongAtOnward", reference);
        users.runJobs(reference);

        assertThat(told("notice.stopoverLong", reference))
                .containsExactlyInAnyOrder(
                        "rightsOfficer", "FRcoordinator", "FRescortleader", "FRmonitor", "SEmonitor");
        crew.clears(FR, "userTask_clearOnward", reference);
    }

    @Test
    void inspectors_7_whoever_claims_the_crews_gate_reads_of_how_many_with_needs_the_states_have_told_by_then() {
        OperationReference reference = readyToClear();
        orders("semonitor", reference, "ALL");
        lifts("frlegal1", reference);
        Task crewsGate = crew.open("FRescortleader", BOARDING, reference);
        assertThat(users.shown(crewsGate, "needsTold")).isEqualTo("0");

        for (String group : List.of("FRlegal", "SElegal", "FRcoordinator", "SEcoordinator")) {
            crew.confirm(group, BOARDING, reference);
        }
        users.as("frescortleader").does(() -> tasks.claim(crewsGate.getId(), "frescortleader"));

        assertThat(users.shown(crewsGate, "needsTold")).isEqualTo("2");
    }

    private List<String> told(String code, OperationReference reference) {
        return outbox.of(reference).stream()
                .filter(notice -> notice.text().code().equals(code))
                .map(Notice::recipient)
                .toList();
    }

    @Test
    void finding_6_a_flight_that_is_diverted_asks_again_and_goes_on_to_where_it_was_to_land() {
        OperationReference reference = crew.frenchFlightInTheAir();
        assertRefused(
                () -> crew.leader(FR)
                        .completes(
                                "userTask_recordLanding",
                                reference,
                                Map.of("outcome", "DIVERTED", "airportInstead", "XXX", "reason", "fog")),
                "common.airport");
        crew.leader(FR)
                .completes(
                        "userTask_recordLanding",
                        reference,
                        Map.of("outcome", "DIVERTED", "airportInstead", "ATH", "reason", "fog"));
        users.runJobs(reference);

        assertThat(crew.asked("userTask_confirmStopover", reference))
                .containsExactly("FRdoctor", "FRlegal", "SEdoctor", "SElegal", "rightsOfficer");
        assertThat(users.openTasks(reference)).doesNotContain(HAND_OVER, LAST_CALL);
        crew.confirmAll("userTask_confirmStopover", reference);
        crew.clears(FR, "userTask_clearOnward", reference);
        crew.lands(FR, reference);
        crew.confirmAll(LAST_CALL, reference);
        crew.handsOver(FR, reference, 10);
        crew.handsOver(SE, reference, 5);

        assertThat(runs.latest(reference).orElseThrow().outcome()).isEqualTo(Outcome.FLOWN);
        assertThat(trail.of(reference))
                .extracting(entry -> entry.what().code())
                .contains("trail.diverted", "trail.landed");
        assertThat(flights.get(reference).route().destinations())
                .as("what was signed is the plan, and stays so")
                .containsExactly("LOS");
    }

    @Test
    void what_is_left_to_a_colleague_at_the_last_call_is_asked_again_and_keeps_nobody_on_board() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        Task task = crew.open("FRlegal", LAST_CALL, reference);
        users.as("frlegal1").completes(task, Map.of("answer1", "COLLEAGUE", "answer2", "CONFIRMED"));
        crew.confirmAll(LAST_CALL, reference);

        assertThat(crew.asked(LAST_CALL, reference)).containsExactly("FRlegal");
        crew.confirmAll(LAST_CALL, reference);
        assertThat(crew.asked(HAND_OVER, reference)).containsExactly("FRescortleader", "SEescortleader");
    }

    @Test
    void finding_8_one_legal_verifier_does_not_answer_everything_alone() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference);
        crew.confirmAll(GATES, reference);
        crew.nextPoint(reference, "D_14");
        Task task = crew.open("FRlegal", GATES, reference);

        assertRefused(() -> users.as("frlegal1").completes(task, Map.of("answer1", "CONFIRMED")), "operation.apart");
        assertRefused(() -> users.as("frlegal1").completes(task, Map.of("answer1", "COLLEAGUE")), "operation.allLeft");
        crew.releases("frlegal1", task);
        users.as("frlegal2").completes(task, Map.of("answer1", "CONFIRMED"));
    }

    @Test
    void finding_3_a_gate_without_its_evidence_is_not_confirmed() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference, "D_21");
        Task decisions = crew.open("FRlegal", GATES, reference);
        String hash = TestEvidence.fingerprint(FR);
        Map<String, Object> list = Map.of(
                "answer1", "CONFIRMED", "decisions", 10, "listDay", "2027-03-01", "listVersion", 1, "listHash", hash);
        Map<String, Map<String, Object>> refused = Map.of(
                "operation.evidence.missing", with(list, "listVersion", null),
                "operation.evidence.fewerDecisions", with(list, "decisions", 9),
                "operation.evidence.listHash", with(list, "listHash", "z".repeat(64)),
                "operation.evidence.ahead", with(list, "listDay", "2030-01-01"));
        refused.forEach((code, fields) ->
                assertRefused(() -> crew.whoseTaskIs(decisions).completes(decisions, fields), code));
        assertThat(answers.of(reference)).noneMatch(answer -> answer.question().gate() == Gate.RETURN_DECISION);

        crew.confirmAll(GATES, reference);
        crew.nextPoint(reference);
        Task second = crew.open("FRcoordinator", GATES, reference);
        assertRefused(
                () -> crew.whoseTaskIs(second)
                        .completes(second, Map.of("answer1", "CONFIRMED", "listHash", "0".repeat(64))),
                "operation.evidence.anotherList");
        crew.confirmAll(GATES, reference);
        crew.nextPoint(reference);
        Task frontex = crew.open("FXlegal", GATES, reference);
        assertRefused(
                () -> crew.whoseTaskIs(frontex).completes(frontex, Map.of("answer1", "CONFIRMED", "decisions", 14)),
                "operation.evidence.otherSum");
    }

    /** A stop that is lifted brings both on one form. */
    @Test
    void a_list_of_decisions_and_a_notice_that_are_confirmed_together_keep_a_day_each() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference, "D_7");
        orders("semonitor", reference, "SE");
        lifts("frlegal1", reference);
        Task both = crew.open("SElegal", GATES, reference);
        assertThat(crew.asks(both)).contains(Gate.RETURN_DECISION, Gate.NOTICE_AND_LAWYER);

        assertRefused(
                () -> crew.whoseTaskIs(both).completes(both, with(crew.says(both, "CONFIRMED"), "servedOn", null)),
                "operation.evidence.missing");
        crew.confirmAll(GATES, reference);

        assertThat(answers.of(reference))
                .filteredOn(answer ->
                        answer.question().party().equals(SE) && answer.at().isAfter(TestClock.START))
                .filteredOn(answer -> answer.question().gate() == Gate.RETURN_DECISION
                        || answer.question().gate() == Gate.NOTICE_AND_LAWYER)
                .extracting(
                        answer -> answer.question().gate(),
                        answer -> answer.evidence().day())
                .containsExactlyInAnyOrder(
                        tuple(Gate.RETURN_DECISION, LocalDate.of(2027, 3, 1)),
                        tuple(Gate.NOTICE_AND_LAWYER, LocalDate.of(2027, 2, 19)));
    }

    private static Map<String, Object> with(Map<String, Object> fields, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(field, value);
        return changed;
    }

    @Test
    void finding_3_the_crew_and_the_monitor_are_more_than_a_tick() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference, "D_3");
        Task leader = crew.open("FRescortleader", GATES, reference);
        assertRefused(
                () -> crew.whoseTaskIs(leader)
                        .completes(leader, Map.of("answer1", "CONFIRMED", "languages", 2, "dutyHours", 10)),
                "operation.evidence.languages");
        assertRefused(
                () -> crew.whoseTaskIs(leader)
                        .completes(leader, Map.of("answer1", "CONFIRMED", "languages", 1, "dutyHours", 17)),
                "operation.evidence.dutyHours");
        Task monitor = crew.open("SEmonitor", GATES, reference);
        assertRefused(
                () -> crew.whoseTaskIs(monitor)
                        .completes(
                                monitor,
                                Map.of(
                                        "answer1",
                                        "CONFIRMED",
                                        "monitoringBody",
                                        "direction nationale de la police aux frontières")),
                "operation.evidence.runsTheFlight");
        crew.confirmAll(GATES, reference);
        assertThat(users.timers("event_gatesOpen", reference)).hasSize(1);
    }

    @Test
    void finding_1_nobody_leaves_without_doctor_interpreter_and_monitor_on_board() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.leader(FR).completes(COUNT, reference, Map.of("returnees", 10, "escorts", 12));
        crew.leader(SE).completes(COUNT, reference, Map.of("returnees", 5));

        assertThatThrownBy(() -> crew.clears(FR, CLEAR, reference))
                .rootCause()
                .hasMessage("The aircraft may not leave CDG yet: no doctor is aboard, no interpreter is aboard,"
                        + " no monitor is aboard, SE has people aboard, but neither escorts nor 2 representatives.");
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.OPERATION);
    }

    @Test
    void finding_4_a_stop_ordered_between_the_tasks_is_seen_in_them_and_holds_until_everything_is_verified_anew() {
        OperationReference reference = crew.frenchFlight();
        ProcessInstance operation = crew.start(reference);
        crew.nextPoint(reference, "D_14");
        orders("semonitor", reference, "SE");

        Task seen = crew.open("SElegal", GATES, reference);
        assertThat(users.shown(seen, "stops").toString())
                .startsWith("Stop 1 is open for the people of SE (a court has ordered it)");
        assertRefused(() -> crew.confirm("SElegal", GATES, reference), "operation.order.notWhileOpen");
        crew.confirm("FRlegal", GATES, reference);

        crew.releases("selegal2", seen);
        lifts("frlegal1", reference);
        crew.confirmAll(GATES, reference);
        BpmnAwareTests.assertThat(operation).isWaitingAt("event_gatesOpen");
        assertThat(answers.of(reference))
                .filteredOn(answer -> answer.question().party().equals(SE))
                .filteredOn(answer -> answer.question().point() == GatePoint.D_28
                        || answer.question().point() == GatePoint.D_21)
                .hasSize(4);
    }

    @Test
    void finding_4_a_stop_in_flight_brings_those_people_back() {
        OperationReference reference = crew.frenchFlightInTheAir();
        orders("semonitor", reference, "SE");
        crew.lands(FR, reference);

        assertRefused(() -> crew.confirm("SElegal", LAST_CALL, reference), "operation.order.notWhileOpen");
        for (String group : List.of("FRlegal", "FRdoctor", "rightsOfficer")) {
            crew.confirm(group, LAST_CALL, reference);
        }
        users.fireTimer("boundaryEvent_lastCallOver", reference);
        users.runJobs(reference);
        crew.handsOver(FR, reference, 10);
        assertThat(counts.handOvers(reference))
                .extracting(HandOver::party, HandOver::handedOver, HandOver::returning)
                .containsExactly(tuple(FR, 10, 0), tuple(SE, 0, 5));
    }

    @Test
    void finding_4_ordered_between_the_clearance_and_the_departure_it_does_not_leave() {
        OperationReference reference = readyToClear();
        crew.leader(FR).completes(CLEAR, reference, Map.of("decision", "CLEAR"));
        orders("semonitor", reference, "ALL");
        users.runJobs(reference);

        assertThat(flights.get(reference).stage()).isEqualTo(Stage.OPERATION);
        assertThat(trail.of(reference)).extracting(entry -> entry.what().code()).contains("trail.heldBack");
        lifts("frlegal1", reference);
        crew.confirmAll(BOARDING, reference);
        crew.clears(FR, CLEAR, reference);
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.IN_FLIGHT);
    }

    @Test
    void finding_6_a_silent_state_at_a_stop_over_is_left_behind_and_holds_nobody_else() {
        OperationReference reference = standingInPristina();
        crew.confirm("rightsOfficer", "userTask_confirmStopover", reference);
        crew.confirm("SEdoctor", "userTask_confirmStopover", reference);
        assertThat(crew.asked("userTask_confirmStopover", reference)).containsExactly("SElegal");
        assertRefused(() -> does("selegal1", reference, "leave-behind", LEFT_BEHIND), "flight.notYours");

        does("frescortleader", reference, "leave-behind", LEFT_BEHIND);

        assertThat(counts.takenOff(reference))
                .extracting(off -> off.party() + " " + off.persons() + " " + off.point() + " " + off.stop())
                .containsExactly("SE 5 STOPOVER 1");
        assertThat(users.openTasks(reference)).containsExactly("userTask_clearOnward");
        crew.clears(FR, "userTask_clearOnward", reference);
        crew.lands(FR, reference);
        assertThat(runs.latest(reference).orElseThrow().outcome()).isEqualTo(Outcome.FLOWN);
    }

    @Test
    void finding_6_in_the_air_nobody_can_be_left_behind() {
        OperationReference reference = crew.frenchFlightInTheAir();

        assertRefused(
                () -> does("frescortleader", reference, "leave-behind", LEFT_BEHIND), "flight.leaveBehind.inTheAir");
        assertThat(counts.takenOff(reference)).isEmpty();
    }

    @Test
    void who_was_handed_over_is_not_left_behind_afterwards() {
        OperationReference reference = standingInPristina();

        assertRefused(
                () -> does(
                        "frescortleader",
                        reference,
                        "leave-behind",
                        Map.of("leftBehind", "FR", "cause", "OTHER", "reason", "nobody answers")),
                "flight.leaveBehind.nobody");
        assertThat(counts.takenOff(reference)).isEmpty();
        assertThat(flownSeats.of(reference).get(FR).returnees()).isEqualTo(10);
    }

    @Test
    void on_the_way_back_nobody_is_left_behind_and_all_are_counted_where_they_land() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        crew.stop("SElegal", LAST_CALL, reference);
        crew.confirmAll(LAST_CALL, reference);
        crew.handsOver(FR, reference, 10);
        assertThat(crew.asked("userTask_countReturned", reference)).containsExactly("SEescortleader");

        assertRefused(
                () -> does("frescortleader", reference, "leave-behind", LEFT_BEHIND), "flight.leaveBehind.inTheAir");
        crew.countsBack(SE, reference, 5);
        assertThat(counts.takenOff(reference)).isEmpty();
    }

    @Test
    void finding_6_an_operation_that_cannot_go_on_is_ended_where_it_stands() {
        OperationReference reference = standingInPristina();
        ProcessInstance operation = users.instance(OperationProcess.KEY, reference);
        assertRefused(
                () -> does("selegal1", reference, "end-operation", Map.of("reason", "fog")), "flight.endOperation.who");

        does("executive1", reference, "end-operation", Map.of("reason", "fog"));

        assertThat(crew.asked("userTask_countReturned", reference)).containsExactly("SEescortleader");
        crew.countsBack(SE, reference, 5);
        BpmnAwareTests.assertThat(operation).isEnded().hasPassed("serviceTask_recordAbort");
        assertThat(runs.latest(reference).orElseThrow().outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(counts.handOvers(reference)).extracting(HandOver::party).doesNotContain(SE);
    }

    private static final Map<String, String> LEFT_BEHIND =
            Map.of("leftBehind", "SE", "cause", "OTHER", "reason", "nobody answers");

    private void does(String user, OperationReference reference, String act, Map<String, String> fields) {
        users.as(user).does(() -> acts.perform(reference, acts.named(act), fields));
        users.runJobs(reference);
    }

    /** The French have been handed over; the Swedish fly on to Tirana. */
    private OperationReference standingInPristina() {
        OperationReference reference = crew.flight(
                FR,
                new Stop("CDG", Purpose.START, 0),
                new Stop("PRN", Purpose.DESTINATION, 1600),
                new Stop("TIA", Purpose.DESTINATION, 200),
                new Stop("CDG", Purpose.RETURN, 1700));
        crew.takesPart(reference, FR, new Seats(10, 2, 1, 1, 1, 0), "CDG", "PRN");
        crew.takesPart(reference, SE, new Seats(5, 2, 0, 0, 0, 0), "CDG", "TIA");
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.countsAboard(SE, COUNT, reference, 5);
        crew.clears(FR, CLEAR, reference);
        crew.lands(FR, reference);
        crew.confirmAll(LAST_CALL, reference);
        crew.handsOver(FR, reference, 10);
        return reference;
    }

    private void orders(String user, OperationReference reference, String whom) {
        users.as(user)
                .does(() -> acts.perform(
                        reference,
                        acts.named("stop-people"),
                        Map.of("stopped", whom, "cause", "COURT", "reason", "canary of a court")));
        users.runJobs(reference);
    }

    private void lifts(String user, OperationReference reference) {
        users.as(user)
                .does(() -> acts.perform(
                        reference, acts.named("lift-stop"), Map.of("stopNumber", "1", "view", "It may go on.")));
        clock.advance(Duration.ofMinutes(1));
        users.runJobs(reference);
    }

    @Test
    void finding_2_three_weeks_after_its_day_the_aircraft_does_not_leave() {
        OperationReference reference = readyToClear();
        clock.set(OperationCrew.DEPARTURE.plusDays(21).toInstant());

        assertRefused(() -> crew.clears(FR, CLEAR, reference), "operation.mayNotDepart");
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.OPERATION);
    }

    @Test
    void a_person_protected_at_the_last_call_stays_aboard_while_the_others_leave() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        crew.takesOff("FRlegal", LAST_CALL, reference, 1, "INTERIM_MEASURE");
        crew.confirmAll(LAST_CALL, reference);
        assertRefused(() -> crew.handsOver(FR, reference, 10), "operation.handedOver.sum");
        crew.handsOver(FR, reference, 9);
        assertThat(counts.handOvers(reference))
                .extracting(HandOver::handedOver, HandOver::returning)
                .containsExactly(tuple(9, 1));
        assertThat(flownSeats.of(reference).get(FR)).isEqualTo(new Seats(10, 12, 1, 1, 1, 0));
    }

    @Test
    void whoever_is_not_handed_over_needs_a_reason() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        crew.confirmAll(LAST_CALL, reference);
        assertRefused(
                () -> crew.leader(SE)
                        .completes(
                                HAND_OVER, reference, Map.of("handedOver", 4, "withProperty", 4, "notHandedOver", 1)),
                "operation.handedOver.reason");
        crew.leader(SE)
                .completes(
                        HAND_OVER,
                        reference,
                        Map.of(
                                "handedOver",
                                4,
                                "withProperty",
                                4,
                                "notHandedOver",
                                1,
                                "reason",
                                "travel document not recognised"));
        assertThat(counts.handOvers(reference)).extracting(HandOver::returning).containsExactly(1);
    }

    @Test
    void recalled_before_departure_it_begins_anew_with_every_gate_unanswered() {
        OperationReference reference = crew.frenchFlight();
        ProcessInstance operation = crew.start(reference);
        crew.nextPoint(reference, "D_7");
        crew.recalls(reference);
        users.runJobs(reference);
        BpmnAwareTests.assertThat(operation).isEnded().hasPassed("endEvent_recalled");
        assertThat(outcome(operation, "flown")).isFalse();
        assertThat(outcome(operation, "recalled")).isTrue();
        assertThat(runs.latest(reference).orElseThrow().outcome()).isEqualTo(Outcome.RECALLED);

        crew.start(reference);
        crew.nextPoint(reference);
        assertThat(answers.of(reference)).isEmpty();
        assertThat(crew.point(reference)).isEqualTo("D_28");
        assertThat(crew.asked(GATES, reference)).containsExactly("FRlegal", "SElegal");
    }

    @Test
    void recalled_after_boarding_nobody_has_flown_and_everybody_is_counted_again() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.recalls(reference);
        users.runJobs(reference);
        crew.start(reference);
        assertThat(counts.boardings(reference)).isEmpty();
        assertThat(flownSeats.of(reference)).isEmpty();
    }

    @Test
    void after_departure_nothing_recalls_it() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.recalls(reference);
        users.runJobs(reference);
        assertThat(users.openTasks(reference)).containsExactly("userTask_recordLanding");
    }

    @Test
    void turned_back_in_flight_nobody_is_handed_over() {
        ends_without_hand_over("TURNED_BACK", Outcome.ABORTED);
    }

    @Test
    void refused_on_arrival_nobody_is_handed_over() {
        ends_without_hand_over("REFUSED_ON_ARRIVAL", Outcome.REFUSED_ON_ARRIVAL);
    }

    private void ends_without_hand_over(String landing, Outcome expected) {
        OperationReference reference = crew.frenchFlightInTheAir();
        ProcessInstance operation = users.instance(OperationProcess.KEY, reference);
        assertRefused(
                () -> crew.leader(FR).completes("userTask_recordLanding", reference, Map.of("outcome", landing)),
                "operation.landing.reason");
        crew.leader(FR)
                .completes("userTask_recordLanding", reference, Map.of("outcome", landing, "reason", "the weather"));
        users.runJobs(reference);
        crew.countsBack(FR, reference, 10);
        crew.countsBack(SE, reference, 5);
        BpmnAwareTests.assertThat(operation).isEnded().hasPassed("serviceTask_recordAbort");
        assertThat(outcome(operation, "flown")).isFalse();
        assertThat(outcome(operation, "recalled")).isFalse();
        assertThat(runs.latest(reference).orElseThrow().outcome()).isEqualTo(expected);
        assertThat(counts.handOvers(reference)).isEmpty();
        assertThat(flownSeats.of(reference)).containsOnlyKeys(FR, SE);
    }

    @Test
    void a_state_that_withdraws_in_the_count_down_is_not_waited_for_any_more() {
        OperationReference reference = crew.frenchFlight();
        ProcessInstance operation = crew.start(reference);
        crew.nextPoint(reference);
        crew.confirm("FRlegal", GATES, reference);
        crew.withdraws(reference, SE);
        workflow.stateWithdrew(reference);
        users.runJobs(reference);
        BpmnAwareTests.assertThat(operation).isWaitingAt("event_gatesOpen");
        crew.nextPoint(reference);
        assertThat(crew.asked(GATES, reference)).containsExactly("FRlegal");
    }

    @Test
    void a_state_that_withdraws_does_not_lift_anybody_elses_question() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference);
        crew.withdraws(reference, SE);
        workflow.stateWithdrew(reference);
        users.runJobs(reference);
        assertThat(crew.asked(GATES, reference)).containsExactly("FRlegal");
    }

    @Test
    void a_state_that_withdraws_at_the_aircraft_leaves_without_a_stop_of_its_own() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.openBoarding(reference);
        crew.stop("SElegal", BOARDING, reference);
        crew.withdraws(reference, SE);
        workflow.stateWithdrew(reference);
        users.runJobs(reference);
        assertThat(crew.asked(BOARDING, reference))
                .containsExactly("FRdoctor", "FRlegal", "FRmonitor", "rightsOfficer");
        crew.confirmAll(BOARDING, reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.clears(FR, CLEAR, reference);
        assertThat(flownSeats.of(reference)).containsOnlyKeys(FR);
    }

    @Test
    void a_state_that_withdraws_while_heads_are_counted_is_not_counted() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.withdraws(reference, SE);
        workflow.stateWithdrew(reference);
        users.runJobs(reference);
        assertThat(users.openTasks(reference)).containsExactly(CLEAR);
    }

    @Test
    void a_state_that_withdraws_after_its_people_were_counted_has_not_flown() {
        OperationReference reference = readyToClear();
        crew.withdraws(reference, SE);
        crew.clears(FR, CLEAR, reference);
        assertThat(flownSeats.of(reference)).containsOnlyKeys(FR);
    }

    @Test
    void the_course_of_the_flight_tells_the_operation_of_a_withdrawal() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference);
        crew.withdraws(reference, SE);
        changes.afterWithdrawal(reference, SE);
        users.runJobs(reference);
        assertThat(crew.asked(GATES, reference)).containsExactly("FRlegal");
    }

    @Test
    void suspended_between_the_clearance_and_the_departure_it_does_not_leave() {
        OperationReference reference = readyToClear();
        crew.leader(FR).completes(CLEAR, reference, Map.of("decision", "CLEAR"));
        flights.put(flights.get(reference).suspended("opinion of the rights officer"));
        users.runJobs(reference);
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.OPERATION);
        assertThat(flownSeats.of(reference)).isEmpty();
        assertThat(users.openTasks(reference)).containsExactly(CLEAR);
        assertRefused(() -> crew.clears(FR, CLEAR, reference), "common.flight.suspended");
        flights.put(flights.get(reference).resumed());
        crew.clears(FR, CLEAR, reference);
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.IN_FLIGHT);
    }

    @Test
    void recalled_between_the_clearance_and_the_departure_it_does_not_leave() {
        OperationReference reference = readyToClear();
        ProcessInstance operation = users.instance(OperationProcess.KEY, reference);
        crew.leader(FR).completes(CLEAR, reference, Map.of("decision", "CLEAR"));
        crew.recalls(reference);
        users.runJobs(reference);
        BpmnAwareTests.assertThat(operation).isEnded().hasPassed("endEvent_recalled");
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.OPERATION);
    }

    @Test
    void stopped_between_the_clearance_and_the_departure_it_does_not_leave() {
        OperationReference reference = readyToClear();
        crew.leader(FR).completes(CLEAR, reference, Map.of("decision", "CLEAR"));
        crew.stopBehindTheTasks(reference, SE);
        users.runJobs(reference);
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.OPERATION);
        assertThat(crew.asked(BOARDING, reference)).containsExactly("SElegal");
        assertThat(trail.of(reference)).extracting(entry -> entry.what().code()).contains("trail.heldBack");
        crew.confirmAll(BOARDING, reference);
        crew.clears(FR, CLEAR, reference);
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.IN_FLIGHT);
    }

    @Test
    void people_taken_off_after_a_held_back_departure_are_no_longer_on_board() {
        OperationReference reference = readyToClear();
        crew.leader(FR).completes(CLEAR, reference, Map.of("decision", "CLEAR"));
        crew.stopBehindTheTasks(reference, SE);
        users.runJobs(reference);
        crew.takesOff("SElegal", BOARDING, reference, 2, "COURT");
        users.runJobs(reference);

        Task clear = users.open(CLEAR, reference).get(0);
        assertThat(users.shown(clear, "states").toString())
                .contains("Sweden, boards at Paris (CDG)\",\"onList\":3,\"aboard\":3,");
        crew.clears(FR, CLEAR, reference);
        assertThat(flownSeats.of(reference).get(SE).returnees()).isEqualTo(3);
        crew.lands(FR, reference);
        crew.confirmAll(LAST_CALL, reference);
        assertRefused(() -> crew.handsOver(SE, reference, 5), "operation.handedOver.sum");
        crew.handsOver(SE, reference, 3);
        crew.handsOver(FR, reference, 10);
        assertThat(counts.handOvers(reference)).extracting(HandOver::handedOver).containsExactly(10, 3);
        assertThat(counts.handOvers(reference)).extracting(HandOver::returning).containsExactly(0, 0);
    }

    private OperationReference readyToClear() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.countsAboard(SE, COUNT, reference, 5);
        return reference;
    }

    @Test
    void who_was_confirmed_a_day_before_the_aircraft_leaves_is_asked_about_again_and_then_it_leaves() {
        OperationReference reference = readyToClear();
        crew.leader(FR).completes(CLEAR, reference, Map.of("decision", "CLEAR"));
        clock.advance(Duration.ofHours(25));
        users.runJobs(reference);

        assertThat(flights.get(reference).stage()).isEqualTo(Stage.OPERATION);
        assertThat(crew.asked(BOARDING, reference))
                .containsExactly(
                        "FRdoctor", "FRlegal", "FRmonitor", "SEdoctor", "SElegal", "SEmonitor", "rightsOfficer");
        crew.confirmAll(BOARDING, reference);
        crew.clears(FR, CLEAR, reference);
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.IN_FLIGHT);
    }

    @Test
    void the_aircraft_is_not_cleared_while_a_gate_was_stopped_behind_the_tasks() {
        OperationReference reference = readyToClear();
        crew.stopBehindTheTasks(reference, SE);
        assertRefused(() -> crew.clears(FR, CLEAR, reference), "operation.mayNotDepart");
        assertThat(users.openTasks(reference)).containsExactly(CLEAR);
        assertThat(flights.get(reference).stage()).isEqualTo(Stage.OPERATION);
    }

    @Test
    void nobody_is_counted_on_board_past_a_stop() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.stopBehindTheTasks(reference, SE);
        assertRefused(() -> crew.countsAboard(SE, COUNT, reference, 5), "operation.mayNotBoard");
        assertThat(counts.boardings(reference)).isEmpty();
        crew.countsAboard(FR, COUNT, reference, 10);
    }

    @Test
    void a_stop_that_comes_with_the_doors_closed_refuses_the_hand_over() {
        OperationReference reference = crew.frenchFlightInTheAir();
        crew.lands(FR, reference);
        crew.confirmAll(LAST_CALL, reference);
        crew.stopBehindTheTasks(reference, SE);
        assertRefused(() -> crew.handsOver(SE, reference, 5), "operation.mayNotHandOver");
        assertThat(counts.handOvers(reference)).isEmpty();
    }

    @Test
    void scenario_b_80_are_declared_and_64_fly() {
        OperationReference reference = crew.flight(
                GB,
                new Stop("STN", Purpose.START, 0),
                new Stop("LIL", Purpose.PICK_UP, 250),
                new Stop("TIA", Purpose.DESTINATION, 1700),
                new Stop("STN", Purpose.RETURN, 1900));
        crew.takesPart(reference, GB, new Seats(50, 100, 1, 1, 1, 0), "STN", null);
        crew.takesPart(reference, FR, new Seats(24, 29, 0, 0, 0, 0), "LIL", null);
        crew.takesPart(reference, BE, new Seats(6, 9, 0, 0, 2, 0), "STN", null);
        crew.start(reference);
        crew.nextPoint(reference, "D_5");
        crew.takesOff("FRlegal", GATES, reference, 3, "COURT");
        crew.nextPointAfterAll(reference, "D_1");
        crew.takesOff("GBlegal", GATES, reference, 8, "COURT");
        crew.takesOff("BElegal", GATES, reference, 2, "DOCUMENT");
        crew.confirmAll(GATES, reference);
        users.fireTimer("event_boardingOpen", reference);
        assertThat(crew.asked(BOARDING, reference)).doesNotContain("FRlegal", "FRdoctor");
        crew.takesOff("GBdoctor", BOARDING, reference, 1, "MEDICAL");
        crew.takesOff("GBlegal", BOARDING, reference, 1, "INTERIM_MEASURE");
        crew.confirmAll(BOARDING, reference);
        assertRefused(() -> crew.countsAboard(GB, COUNT, reference, 41), "operation.aboard");
        crew.leader(GB)
                .completes(
                        COUNT,
                        reference,
                        Map.of("returnees", 40, "escorts", 100, "medical", 1, "interpreters", 1, "monitors", 1));
        crew.countsAboard(BE, COUNT, reference, 4);
        crew.clears(GB, CLEAR, reference);

        crew.lands(GB, reference);
        assertThat(crew.asked("userTask_confirmStopover", reference))
                .containsExactly(
                        "BEdoctor",
                        "BElegal",
                        "FRdoctor",
                        "FRlegal",
                        "FRmonitor",
                        "GBdoctor",
                        "GBlegal",
                        "rightsOfficer");
        crew.stop("FRdoctor", "userTask_confirmStopover", reference);
        crew.confirmAll("userTask_confirmStopover", reference);
        assertThat(crew.asked("userTask_confirmStopover", reference)).containsExactly("FRdoctor");
        crew.takesOff("FRdoctor", "userTask_confirmStopover", reference, 1, "MEDICAL");
        users.runJobs(reference);
        crew.countsAboard(FR, "userTask_countAboardAtStop", reference, 20);
        crew.clears(GB, "userTask_clearOnward", reference);

        crew.lands(GB, reference);
        crew.confirmAll(LAST_CALL, reference);
        crew.handsOver(GB, reference, 40);
        crew.handsOver(FR, reference, 20);
        crew.handsOver(BE, reference, 4);
        assertThat(runs.latest(reference).orElseThrow().outcome()).isEqualTo(Outcome.FLOWN);
        assertThat(flownSeats.of(reference).values().stream()
                        .mapToInt(Seats::returnees)
                        .sum())
                .isEqualTo(64);
        assertThat(80
                        - counts.takenOff(reference).stream()
                                .mapToInt(off -> off.persons())
                                .sum())
                .isEqualTo(64);
    }

    @Test
    void each_destination_has_its_own_last_call_and_the_others_are_checked_again_before_they_fly_on() {
        OperationReference reference = crew.flight(
                FR,
                new Stop("CDG", Purpose.START, 0),
                new Stop("PRN", Purpose.DESTINATION, 1600),
                new Stop("TIA", Purpose.DESTINATION, 200),
                new Stop("CDG", Purpose.RETURN, 1700));
        crew.takesPart(reference, FR, new Seats(10, 2, 1, 1, 1, 0), "CDG", "PRN");
        crew.takesPart(reference, SE, new Seats(5, 2, 0, 0, 0, 0), "CDG", "TIA");
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.countsAboard(SE, COUNT, reference, 5);
        crew.clears(FR, CLEAR, reference);

        crew.lands(FR, reference);
        assertThat(crew.asked(LAST_CALL, reference)).containsExactly("FRdoctor", "FRlegal", "rightsOfficer");
        // France's people stay aboard; that does not keep the Swedish from flying on.
        crew.stop("FRlegal", LAST_CALL, reference);
        crew.confirmAll(LAST_CALL, reference);
        assertThat(crew.asked("userTask_confirmStopover", reference))
                .containsExactly("SEdoctor", "SElegal", "rightsOfficer");
        crew.confirmAll("userTask_confirmStopover", reference);
        crew.clears(FR, "userTask_clearOnward", reference);

        crew.lands(FR, reference);
        assertThat(crew.asked(LAST_CALL, reference)).containsExactly("SEdoctor", "SElegal", "rightsOfficer");
        crew.confirmAll(LAST_CALL, reference);
        crew.handsOver(SE, reference, 5);
        assertThat(runs.latest(reference).orElseThrow().outcome()).isEqualTo(Outcome.FLOWN);
    }

    @Test
    void forged_variables_pass_no_gateway() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference);
        Task task = crew.open("SElegal", GATES, reference);
        for (String forged : List.of(
                "gatesConfirmed",
                "landed",
                "lastCallsClear",
                "lastCallOpen",
                "lastCallEndsAt",
                "lastStop",
                "flown",
                "recalled")) {
            assertRefused(
                    () -> crew.whoseTaskIs(task).completes(task, Map.of("answer1", "CONFIRMED", forged, true)),
                    "common.undeclared");
        }
        assertThat(answers.of(reference)).isEmpty();
    }

    @Test
    void a_flag_forged_beside_the_tasks_is_overwritten_before_the_gateway_reads_it() {
        OperationReference reference = crew.frenchFlight();
        ProcessInstance operation = crew.start(reference);
        crew.nextPoint(reference);
        runtime.setVariable(operation.getId(), "gatesConfirmed", true);
        crew.stop("SElegal", GATES, reference);
        crew.confirm("FRlegal", GATES, reference);
        users.runJobs(reference);
        assertThat(crew.asked(GATES, reference)).containsExactly("SElegal");
    }

    @Test
    void forged_flags_do_not_lead_past_the_landing_or_the_last_call() {
        OperationReference reference = crew.frenchFlightInTheAir();
        ProcessInstance operation = users.instance(OperationProcess.KEY, reference);
        runtime.setVariable(operation.getId(), "lastCallsClear", true);
        runtime.setVariable(operation.getId(), "landed", false);
        crew.lands(FR, reference);
        crew.stop("SElegal", LAST_CALL, reference);
        crew.stop("FRlegal", LAST_CALL, reference);
        crew.confirmAll(LAST_CALL, reference);
        assertThat(counts.handOvers(reference)).extracting(HandOver::handedOver).containsExactly(0, 0);
    }

    @Test
    void another_state_or_another_role_does_not_answer() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference);
        Task task = crew.open("SElegal", GATES, reference);
        for (String stranger : List.of("frlegal1", "sedoctor", "secoordinator", "rightsofficer1", "frescortleader")) {
            assertThatThrownBy(() -> users.as(stranger).completes(task, Map.of("answer1", "CONFIRMED")))
                    .isNotNull();
        }
        assertRefused(
                () -> users.as("selegal1").submits(task, Map.of("answer1", "CONFIRMED")), "common.task.notClaimed");
        assertThat(answers.of(reference)).isEmpty();
    }

    @Test
    void bad_input_leaves_the_task_open_and_stores_nothing() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference);
        Task task = crew.open("SElegal", GATES, reference);
        Map<Map<String, Object>, String> refused = Map.of(
                Map.of(), "operation.unanswered",
                Map.of("answer1", "YES"), "common.choice",
                Map.of("answer1", "STOP"), "operation.reasonMissing",
                Map.of("answer1", "CONFIRMED", "reason1", "but"), "operation.reasonWithConfirmation",
                Map.of("answer1", "CONFIRMED", "answer2", "CONFIRMED"), "operation.notAsked",
                Map.of("answer1", "CONFIRMED", "takenOff", 6, "cause", "COURT", "why", "x"), "operation.takenOff",
                Map.of("answer1", "CONFIRMED", "takenOff", -1, "cause", "COURT", "why", "x"), "common.wholeNumber",
                Map.of("answer1", "CONFIRMED", "takenOff", 1, "why", "x"), "common.missing",
                Map.of("answer1", "CONFIRMED", "takenOff", 1, "cause", "COURT"), "common.missing");
        refused.forEach(
                (fields, code) -> assertRefused(() -> crew.whoseTaskIs(task).completes(task, fields), code));
        assertThat(answers.of(reference)).isEmpty();
        assertThat(counts.takenOff(reference)).isEmpty();
        assertThat(crew.asked(GATES, reference)).containsExactly("FRlegal", "SElegal");
    }

    @Test
    void only_a_states_own_verifiers_take_its_people_off() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference, "D_3");
        Task task = crew.open("SEmonitor", GATES, reference);
        assertRefused(
                () -> crew.whoseTaskIs(task)
                        .completes(task, Map.of("answer1", "CONFIRMED", "takenOff", 1, "cause", "OTHER", "why", "x")),
                "operation.takenOff.notYours");
        assertThat(counts.takenOff(reference)).isEmpty();
    }

    @Test
    void why_a_gate_was_stopped_is_in_no_table_of_the_engine_once_it_is_lifted() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference);
        crew.stop("SElegal", GATES, reference, "canary of Sweden");
        crew.confirm("FRlegal", GATES, reference);
        users.runJobs(reference);
        assertThat(engineTablesWith("canary of Sweden")).containsExactly("ACT_RU_VARIABLE");

        crew.confirm("SElegal", GATES, reference);
        users.runJobs(reference);

        assertThat(engineTablesWith("canary of Sweden")).isEmpty();
        assertThat(answers.of(reference)).extracting(GateAnswer::reason).contains("canary of Sweden");
    }

    /** Which tables of the engine hold the text in any column, as text or in bytes. */
    private List<String> engineTablesWith(String text) {
        return database
                .sql(
                        "select table_name, column_name, data_type from information_schema.columns where table_schema = 'PUBLIC'"
                                + " and table_name like 'ACT\\_%' escape '\\'"
                                + " and data_type in ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT', 'BINARY LARGE OBJECT')")
                .query((row, number) -> {
                    String bytes = row.getString(3).startsWith("BINARY") ? "utf8tostring(%s)" : "%s";
                    String column = bytes.formatted("\"" + row.getString(2) + "\"");
                    boolean found = database.sql("select count(*) from \"%s\" where %s like ?"
                                            .formatted(row.getString(1), column))
                                    .param("%" + text + "%")
                                    .query(Long.class)
                                    .single()
                            > 0;
                    return found ? row.getString(1) : "";
                })
                .list()
                .stream()
                .filter(table -> !table.isEmpty())
                .distinct()
                .toList();
    }

    @Test
    void heads_that_do_not_add_up_are_refused() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        Map<Map<String, Object>, String> refused = Map.of(
                Map.of(), "common.missing",
                Map.of("returnees", 6), "operation.aboard",
                Map.of("returnees", 4), "operation.absent",
                Map.of("returnees", 4, "absent", 2, "cause", "OTHER", "why", "x"), "operation.absent",
                Map.of("returnees", 5, "absent", 1, "cause", "OTHER", "why", "x"), "operation.absent",
                Map.of("returnees", 5, "escorts", 9), "operation.aboard",
                Map.of("returnees", 4, "absent", 1, "why", "x"), "common.missing",
                Map.of("returnees", "four"), "common.wholeNumber");
        refused.forEach(
                (fields, code) -> assertRefused(() -> crew.leader(SE).completes(COUNT, reference, fields), code));
        assertThat(counts.boardings(reference)).isEmpty();
        crew.leader(SE)
                .completes(
                        COUNT,
                        reference,
                        Map.of("returnees", 4, "absent", 1, "cause", "ABSCONDED", "why", "not found"));
        assertThat(counts.takenOff(reference)).hasSize(1);
    }

    /** Whoever claims it sees when the aircraft lands if it leaves now, not when the task came. */
    @Test
    void a_departure_that_is_cleared_hours_late_is_expected_to_land_as_much_later() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        clock.set(OperationCrew.DEPARTURE.toInstant());
        crew.openBoarding(reference);
        crew.confirmAll(BOARDING, reference);
        crew.countsAboard(FR, COUNT, reference, 10);
        crew.countsAboard(SE, COUNT, reference, 5);
        Instant late = OperationCrew.DEPARTURE.plusHours(12).toInstant();
        clock.set(late);

        crew.clears(FR, CLEAR, reference);

        assertThat(flights.get(reference).stage()).isEqualTo(Stage.IN_FLIGHT);
        assertThat(users.timers("boundaryEvent_landingOverdue", reference)
                        .get(0)
                        .getDuedate())
                .isAfter(late);
    }

    @Test
    void a_departure_needs_the_decision_in_words() {
        OperationReference reference = readyToClear();
        assertRefused(() -> crew.leader(FR).completes(CLEAR, reference, Map.of()), "common.missing");
        assertThat(users.openTasks(reference)).containsExactly(CLEAR);
    }

    @Test
    void a_states_reason_stays_with_the_state() {
        OperationReference reference = crew.frenchFlight();
        crew.start(reference);
        crew.nextPoint(reference, "D_14");
        crew.stop("SElegal", GATES, reference);
        crew.confirmAll(GATES, reference);
        assertThat(outbox.of(reference))
                .noneMatch(notice -> notice.text().toString().contains("something stands against it"));
        crew.stop("SElegal", GATES, reference);
        users.runJobs(reference);
        assertThat(crew.asked(GATES, reference)).containsExactly("SElegal");
    }

    private boolean outcome(ProcessInstance operation, String name) {
        return (Boolean) history.createHistoricVariableInstanceQuery()
                .processInstanceId(operation.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    private static void assertRefused(Runnable act, String code) {
        assertThatThrownBy(act::run).satisfies(thrown -> {
            Throwable cause = thrown;
            while (cause != null && !(cause instanceof Refusal)) {
                cause = cause.getCause();
            }
            assertThat(cause).as("refusal behind %s", thrown).isNotNull();
            assertThat(((Refusal) cause).code()).isEqualTo(code);
        });
    }
}
