package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.flight.acts.AdviseOnResuming;
import org.jointflights.application.flight.acts.ResumeFlight;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a suspension means for a flight: findings 4, 9 and 11 of the issue on safeguards. */
class SuspendedFlightTest extends FlightCase {

    private static final Money CHARTER = Money.euro(4_000_000);
    private static final Map<Party, Seats> ABOARD =
            Map.of(FR, new Seats(4, 8, 1, 1, 1, 0), GB, new Seats(5, 10, 0, 0, 0, 0));
    private static final String MARKER = "the reason of a whispering officer";

    @Autowired
    AdviseOnResuming advising;

    @Autowired
    ResumeFlight resuming;

    @Autowired
    Suspensions suspensions;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    TrailEntries trail;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient database;

    // Finding 11: while a flight is suspended its reply deadlines go on: two states were closed as declined.

    @Test
    void finding_11_while_a_flight_is_suspended_no_state_is_closed_as_declined() {
        OperationReference flight = offered();
        suspends("rightsofficer1", flight);

        daysPass(flight, 40);

        assertThat(participations.get(flight, GB).status()).isEqualTo(Status.INVITED);
        assertThat(participations.get(flight, SE).status()).isEqualTo(Status.INVITED);
        assertThat(users.open("userTask_answerOffer", flight)).hasSize(3);
        assertThat(told(flight, "notice.offerReminder")).isEmpty();
    }

    @Test
    void finding_11_each_deadline_has_what_was_left_of_it_when_the_flight_goes_on() {
        OperationReference flight = offered();
        Instant before = deadline(flight);
        daysPass(flight, 3);
        suspends("rightsofficer1", flight);
        daysPass(flight, 40);

        resumes(flight, "RESUME");

        Instant after = before.plus(Duration.ofDays(40));
        assertThat(timers(flight)).containsOnly(after);
        assertThat(users.open("userTask_answerOffer", flight)).hasSize(3).allSatisfy(task -> {
            assertThat(task.getDueDate()).isEqualTo(Date.from(after));
            assertThat(users.shown(task, "replyByText").toString())
                    .as("forty days later, in summer time")
                    .startsWith("Saturday 24 April 2027, 19:00");
        });
        assertThat(waiting(flight)).extracting(WaitingTask::due).containsOnly(after);
        assertThat(told(flight, "notice.replyBySetAnew"))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("FRcoordinator", "GBcoordinator", "SEcoordinator");
        assertThat(told(flight, "notice.replyBySetAnew").get(0).text().in(Locale.ENGLISH))
                .startsWith("Flight " + flight + " goes on after its suspension")
                .contains("You can answer until ");
    }

    /** It has no date of its own in the model: its timer notes it long after the flight. */
    @Test
    void finding_11_a_withdrawal_that_nobody_has_noted_is_due_later_by_as_long_as_the_flight_was_suspended() {
        OperationReference flight = offered();
        users.as("gbcoordinator")
                .does(() -> states.withdraw(flight, GB, WithdrawalCause.LEGAL, "No seats are needed any more"));
        users.runJobs(flight);
        Instant before = dueOf("userTask_acknowledgeWithdrawal", flight);
        suspends("rightsofficer1", flight);
        daysPass(flight, 40);

        resumes(flight, "RESUME");

        assertThat(dueOf("userTask_acknowledgeWithdrawal", flight)).isEqualTo(before.plus(Duration.ofDays(40)));
        assertThat(users.timers("boundaryEvent_withdrawalNotedByTime", flight))
                .extracting(Job::getDuedate)
                .containsExactly(Date.from(before.plus(Duration.ofDays(40))));
    }

    /** As our table of open tasks says it, and Tasklist. */
    private Instant dueOf(String task, OperationReference flight) {
        Instant due = waiting(task, flight).get(0).due();
        assertThat(users.open(task, flight)).extracting(Task::getDueDate).containsExactly(Date.from(due));
        return due;
    }

    @Test
    void finding_11_after_it_has_gone_on_states_are_reminded_and_closed_at_the_new_deadline_and_not_before() {
        OperationReference flight = offered();
        suspends("rightsofficer1", flight);
        daysPass(flight, 40);
        resumes(flight, "RESUME");
        Instant deadline = deadline(flight);

        clock.set(deadline.minus(Duration.ofDays(5)));
        exampleUsers.fireTimersUntil(clock.instant(), flight);
        assertThat(told(flight, "notice.offerReminder")).isEmpty();
        clock.set(deadline.minusSeconds(1));
        exampleUsers.fireTimersUntil(clock.instant(), flight);
        assertThat(told(flight, "notice.offerReminder")).hasSize(3);
        assertThat(participations.get(flight, GB).status()).isEqualTo(Status.INVITED);
        clock.set(deadline);
        exampleUsers.fireTimersUntil(clock.instant(), flight);
        assertThat(participations.get(flight, GB).status()).isEqualTo(Status.DECLINED);
    }

    @Test
    void finding_11_a_state_that_has_answered_may_correct_its_answer_for_as_long_as_was_left() {
        OperationReference flight = offered();
        steps.takesPart(flight, FR, ABOARD.get(FR), "CDG", "");
        users.as("gbcoordinator").completes("userTask_answerOffer", flight, declares("no"));
        users.runJobs(flight);
        Instant before = deadline(flight);
        suspends("executive1", flight);
        daysPass(flight, 15);

        resumesBy(flight, "executive2", "RESUME");

        Task correction = users.open("userTask_correctAnswer", flight).get(0);
        assertThat(correction.getDueDate()).isEqualTo(Date.from(before.plus(Duration.ofDays(15))));
        assertThat(told(flight, "notice.replyBySetAnew"))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("GBcoordinator", "SEcoordinator");
    }

    @Test
    void finding_11_an_answer_whose_time_was_over_before_is_closed_only_when_the_flight_goes_on() {
        OperationReference flight = offered();
        clock.set(deadline(flight));
        users.timers("boundaryEvent_deadline", flight).forEach(users::run);
        suspends("rightsofficer1", flight);

        assertThatThrownBy(() -> users.runJobs(flight)).hasMessageContaining("is suspended");
        assertThat(users.jobs(flight))
                .as("it has not failed")
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.getRetries()).isEqualTo(3));
        assertThat(participations.get(flight, GB).status()).isEqualTo(Status.INVITED);

        resumes(flight, "RESUME");
        users.runJobs(flight);
        assertThat(participations.get(flight, GB).status()).isEqualTo(Status.DECLINED);
        assertThat(told(flight, "notice.replyBySetAnew")).isEmpty();
    }

    /** Also one that somebody fires by hand before its time. */
    @Test
    void finding_11_a_timer_of_a_suspended_flight_waits_anew_and_none_is_lost() {
        OperationReference flight = offered();
        Instant reminder = timer(flight, "boundaryEvent_reminder");
        suspends("rightsofficer1", flight);

        users.fireTimer("boundaryEvent_reminder", flight);
        assertThat(users.timers("boundaryEvent_reminder", flight)).hasSize(3);
        assertThat(timer(flight, "boundaryEvent_reminder")).isEqualTo(reminder);
        clock.set(reminder);
        users.fireTimer("boundaryEvent_reminder", flight);
        assertThat(users.timers("boundaryEvent_reminder", flight)).hasSize(3);
        assertThat(timer(flight, "boundaryEvent_reminder")).isAfter(reminder);
        assertThat(told(flight, "notice.offerReminder")).isEmpty();
    }

    /** The day of departure stands, and with it when the gates open: they open late, and at once. */
    @Test
    void finding_11_gates_that_would_have_opened_meanwhile_open_when_the_flight_goes_on() {
        OperationReference flight = inOperation("LOS");
        suspends("rightsofficer1", flight);

        onDayBefore(flight, 28);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_adviseOnResuming");

        resumes(flight, "RESUME");
        exampleUsers.fireTimersUntil(clock.instant(), flight);
        assertThat(exampleUsers.open(flight)).containsOnly("userTask_confirmGates");
    }

    @Test
    void finding_11_nobody_is_reminded_of_a_share_meanwhile_and_the_days_to_accept_are_set_anew() {
        OperationReference flight = sharing();
        Instant before =
                users.open("userTask_acceptShare", flight).get(0).getDueDate().toInstant();
        suspends("rightsofficer1", flight);
        daysPass(flight, 20);

        resumes(flight, "RESUME");

        assertThat(users.open("userTask_acceptShare", flight))
                .isNotEmpty()
                .allSatisfy(
                        task -> assertThat(task.getDueDate().toInstant()).isEqualTo(before.plus(Duration.ofDays(20))));
        assertThat(timer(flight, "boundaryEvent_answerDue")).isEqualTo(before.plus(Duration.ofDays(20)));
    }

    // Finding 9: the executive alone lifts the rights officer's suspension, and no consultation is on record.

    @Test
    void finding_9_the_executive_is_asked_only_when_a_rights_officer_has_advised() {
        OperationReference flight = offered();
        suspends("rightsofficer1", flight);
        assertThat(exampleUsers.open(flight))
                .contains("userTask_adviseOnResuming")
                .doesNotContain("userTask_resumeFlight");
        assertThatThrownBy(() -> exampleUsers.as("executive1", () -> resuming.resume(flight, "it was unfounded")))
                .isInstanceOf(Conflict.class)
                .hasMessage("Flight " + flight + " cannot go on yet: no fundamental-rights officer has advised on this"
                        + " suspension. It stays suspended until the advice is recorded.");
        assertThat(flights.get(flight).isSuspended()).isTrue();
        Task advice = users.open("userTask_adviseOnResuming", flight).get(0);
        assertThat(users.shown(advice, "suspendedFor")).isEqualTo("a report of ill-treatment");

        users.as("rightsofficer2").completes(advice, Map.of("advice", "STAY_SUSPENDED", "adviceReasons", MARKER));

        Task resume = users.open("userTask_resumeFlight", flight).get(0);
        assertThat(users.shown(resume, "adviceGiven").toString())
                .contains("advised on Monday 1 March 2027", "**against**");
        assertThat(users.shown(resume, "reasonsOfAdvice")).isEqualTo(MARKER);
        assertThat(trail.of(flight))
                .extracting(TrailEntry::event, TrailEntry::actor)
                .contains(tuple(TrailEvent.ADVISED_AGAINST, "rightsofficer2"));
    }

    @Test
    void finding_9_if_the_flight_goes_on_against_the_advice_every_party_is_told_so() {
        OperationReference flight = offered();
        suspends("rightsofficer1", flight);

        resumes(flight, "STAY_SUSPENDED");

        assertThat(flights.get(flight).isSuspended()).isFalse();
        assertThat(told(flight, "notice.resumed")).isEmpty();
        assertThat(told(flight, "notice.resumedAgainstAdvice"))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("FRcoordinator", "GBcoordinator", "SEcoordinator");
        assertThat(told(flight, "notice.resumedAgainstAdvice").get(0).text().in(Locale.ENGLISH))
                .isEqualTo("Flight " + flight + " goes on against the advice of the fundamental-rights officer, who"
                        + " advised to leave it suspended. The executive’s reason: it was looked into");
    }

    @Test
    void finding_9_what_the_officer_typed_is_in_our_table_and_not_in_the_engines() {
        OperationReference flight = offered();
        suspends("rightsofficer1", flight);
        String typed = "Reasons that only " + flight + " gives";

        users.as("rightsofficer2")
                .completes("userTask_adviseOnResuming", flight, Map.of("advice", "RESUME", "adviceReasons", typed));
        users.as("executive1").completes("userTask_resumeFlight", flight, Map.of("reason", "it was looked into"));

        assertThat(database.sql("select advice from suspension where reference = ?")
                        .param(flight.value())
                        .query(String.class)
                        .single())
                .isEqualTo(typed);
        assertThat(trail.of(flight))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain(typed));
        for (String table : List.of("ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_RU_VARIABLE")) {
            assertThat(database.sql("select count(*) from " + table + " where TEXT_ like ?")
                            .param("%" + typed + "%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void finding_9_whoever_suspended_it_does_not_resume_it_whatever_was_advised() {
        OperationReference flight = offered();
        suspends("executive1", flight);
        advises(flight, "RESUME");

        assertThatThrownBy(() -> exampleUsers.complete(
                        "executive1", "userTask_resumeFlight", flight, Map.of("reason", "it was nothing")))
                .hasRootCauseInstanceOf(NotYours.class);
        assertThat(flights.get(flight).isSuspended()).isTrue();
    }

    @Test
    void finding_9_a_second_suspension_needs_advice_of_its_own() {
        OperationReference flight = offered();
        suspends("rightsofficer1", flight);
        resumes(flight, "RESUME");
        suspends("rightsofficer1", flight);

        assertThat(exampleUsers.open(flight))
                .contains("userTask_adviseOnResuming")
                .doesNotContain("userTask_resumeFlight");
        assertThat(suspensions.current(flight).orElseThrow().number()).isEqualTo(2);
        assertThat(suspensions.current(flight).orElseThrow().advice()).isNull();
        resumes(flight, "RESUME");
        assertThat(flights.get(flight).isSuspended()).isFalse();
    }

    // Finding 4: a stop cannot be said in flight; the rights officer's suspension is refused after departure.

    @Test
    void finding_4_in_flight_nobody_is_handed_over_while_the_flight_is_suspended() {
        OperationReference flight = inTheAir("LOS");
        suspends("rightsofficer1", flight);
        assertThat(flights.get(flight).isSuspended()).isTrue();

        // It comes down, whatever was decided about it.
        lands(flight);
        assertThat(exampleUsers.open(flight)).contains("userTask_answerLastCall");
        Task lastCall = users.as("frlegal2").open("userTask_answerLastCall", flight);
        assertRefused(lastCall, "frlegal2", Map.of("answer1", "CONFIRMED"));

        resumes(flight, "RESUME");
        steps.confirmOpenGates(flight);
        assertThat(exampleUsers.open(flight)).containsOnly("userTask_confirmHandOver");
        suspends("rightsofficer1", flight);
        Task handOver = users.as("frescortleader").open("userTask_confirmHandOver", flight);
        assertRefused(handOver, "frescortleader", handedOver(4));
        assertThat(handOvers(flight)).isZero();

        resumes(flight, "RESUME");
        users.as("frescortleader").completes(handOver, handedOver(4));
        exampleUsers.completeAll("userTask_confirmHandOver", flight, form -> handedOver(5));
        assertThat(handOvers(flight)).isEqualTo(2);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        assertThatThrownBy(() -> exampleUsers.as("rightsofficer1", () -> suspension.suspend(flight, "too late")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void finding_4_in_flight_no_onward_departure_is_cleared_while_the_flight_is_suspended() {
        OperationReference flight = inTheAir("ACC, LOS");
        lands(flight);
        steps.confirmOpenGates(flight);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_clearOnward");
        suspends("rightsofficer1", flight);

        Task onward = users.as("frescortleader").open("userTask_clearOnward", flight);
        assertRefused(onward, "frescortleader", Map.of("decision", "CLEAR"));

        resumes(flight, "RESUME");
        users.as("frescortleader").completes(onward, Map.of("decision", "CLEAR"));
        exampleUsers.runJobs(flight);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_recordLanding");
    }

    /** Whoever is aboard of an aircraft that turned back is at home again; what is left is money, and waits. */
    @Test
    void finding_4_an_aircraft_that_turns_back_while_the_flight_is_suspended_is_settled_when_it_is_resumed() {
        OperationReference flight = inTheAir("LOS");
        suspends("rightsofficer1", flight);

        exampleUsers.completeAll(
                "userTask_recordLanding", flight, form -> Map.of("outcome", "TURNED_BACK", "reason", "as decided"));
        landsBack(flight, ABOARD);

        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        assertThat(exampleUsers.open(flight)).contains("userTask_adviseOnResuming", "userTask_enterActualCost");
        Instant due = users.open("userTask_enterActualCost", flight)
                .get(0)
                .getDueDate()
                .toInstant();
        daysPass(flight, 70);
        assertThat(told(flight, "notice.claimsDue")).isEmpty();
        resumes(flight, "RESUME");
        assertThat(users.open("userTask_enterActualCost", flight)
                        .get(0)
                        .getDueDate()
                        .toInstant())
                .isEqualTo(due.plus(Duration.ofDays(70)));
        exampleUsers.completeAll("userTask_enterActualCost", flight, form -> Map.of("claimed", "no"));
        assertThat(exampleUsers.open(flight)).isNotEmpty().doesNotContain("userTask_enterActualCost");
    }

    @Test
    void a_flight_that_is_cancelled_while_it_is_suspended_is_settled() {
        OperationReference flight = offered();
        suspends("rightsofficer1", flight);
        exampleUsers.as("frcoordinator", () -> cancellation.cancel(flight, "the report was right", null));
        exampleUsers.runJobs(flight);

        assertThat(exampleUsers.open(flight)).containsOnly("userTask_enterActualCost");
        nobodyElseClaims(flight);
        settles(flight);
        assertEnded(flight, "endEvent_cancelled", Stage.CANCELLED);
    }

    private OperationReference offered() {
        clock.set(Instant.parse("2027-03-01T09:00:00Z"));
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-06-20 09:30", 60, "GB, SE");
        exampleUsers.runJobs(flight);
        return flight;
    }

    private OperationReference sharing() {
        return sharing("LOS");
    }

    private OperationReference sharing(String destinations) {
        clock.set(Instant.parse("2027-03-01T09:00:00Z"));
        OperationReference flight = proposed(FR, "Nigeria", "CDG", destinations, "2027-05-20 09:30", 60, "GB");
        steps.takesPart(flight, FR, Objects.requireNonNull(ABOARD.get(FR)), "CDG", "LOS");
        steps.takesPart(flight, GB, Objects.requireNonNull(ABOARD.get(GB)), "CDG", "LOS");
        steps.plan(flight, "Air One", CHARTER, 60, "CGLPL");
        steps.budget(flight, List.of(common("CHARTER", 4_000_000, FR, "PER_RETURNEE")));
        return flight;
    }

    private OperationReference inOperation(String destinations) {
        OperationReference flight = sharing(destinations);
        steps.acceptShares(flight, Set.of());
        steps.ceilings(flight, Map.of(FR, Money.euro(0), GB, Money.euro(0)), party -> "NATIONAL");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.OPERATION);
        return flight;
    }

    private OperationReference inTheAir(String destinations) {
        OperationReference flight = inOperation(destinations);
        if (destinations.contains(",")) {
            steps.mayLandIn(flight, "NG");
        }
        passGates(flight, 28, 1);
        boardingOpens(flight);
        board(flight, ABOARD);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.IN_FLIGHT);
        return flight;
    }

    private void suspends(String user, OperationReference flight) {
        exampleUsers.as(user, () -> suspension.suspend(flight, "a report of ill-treatment"));
    }

    private void advises(OperationReference flight, String advice) {
        users.as("rightsofficer2")
                .completes("userTask_adviseOnResuming", flight, Map.of("advice", advice, "adviceReasons", MARKER));
    }

    private void resumes(OperationReference flight, String advice) {
        resumesBy(flight, "executive1", advice);
    }

    private void resumesBy(OperationReference flight, String executive, String advice) {
        advises(flight, advice);
        users.as(executive).completes("userTask_resumeFlight", flight, Map.of("reason", "it was looked into"));
    }

    private void daysPass(OperationReference flight, int days) {
        for (int day = 0; day < days; day++) {
            clock.advance(Duration.ofDays(1));
            exampleUsers.fireTimersUntil(clock.instant(), flight);
        }
    }

    private Instant deadline(OperationReference flight) {
        return timer(flight, "boundaryEvent_deadline");
    }

    private Instant timer(OperationReference flight, String activity) {
        return users.timers(activity, flight).get(0).getDuedate().toInstant();
    }

    private List<Instant> timers(OperationReference flight) {
        return users.timers("boundaryEvent_deadline", flight).stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .toList();
    }

    private List<WaitingTask> waiting(OperationReference flight) {
        return waiting("userTask_answerOffer", flight);
    }

    private List<WaitingTask> waiting(String task, OperationReference flight) {
        return Objects.requireNonNull(openTasks.of(List.of(flight)).get(flight)).stream()
                .filter(open -> open.task().equals(task))
                .toList();
    }

    private List<Notice> told(OperationReference flight, String code) {
        return outbox.of(flight).stream()
                .filter(notice -> notice.text().code().equals(code))
                .toList();
    }

    private void assertRefused(Task task, String user, Map<String, ?> fields) {
        assertThatThrownBy(() -> users.as(user).completes(task, fields))
                .hasRootCauseInstanceOf(Conflict.class)
                .rootCause()
                .hasMessageContaining(
                        "is suspended: a report of ill-treatment. It must be resumed before this can be done.");
    }

    private static Map<String, Object> handedOver(long persons) {
        return Map.of("handedOver", persons, "notHandedOver", 0L, "withProperty", persons);
    }

    private static Map<String, Object> declares(String answerFinal) {
        return Map.of(
                "takesPart", "yes", "returnees", 5L, "escorts", 10L, "embarkation", "STN", "answerFinal", answerFinal);
    }

    private long handOvers(OperationReference flight) {
        return database.sql("select count(*) from hand_over where reference = ?")
                .param(flight.value())
                .query(Long.class)
                .single();
    }
}
