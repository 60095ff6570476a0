package org.jointflights.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.process.operation.GatesByTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gates fail closed: each single answer that is missing or stopped keeps the aircraft where it is. */
class SafeguardsTest {

    private static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    private static final Instant NOW = Instant.parse("2027-04-20T06:00:00Z");
    private static final Party GB = new Party("GB");
    private static final Party FR = new Party("FR");
    private static final Party BE = new Party("BE");

    private static final Seats ABOARD = new Seats(10, 10, 1, 1, 1, 0);

    private static final int START = 0;
    private static final int LILLE = 1;
    private static final int PRISTINA = 2;
    private static final int TIRANA = 3;

    /** London, Lille for the French, Pristina for the Belgians, Tirana for the others. */
    private static Journey journey() {
        return Journey.of(
                flight(),
                List.of(
                        state(BE, Status.COMMITTED, "STN", "PRN"),
                        state(FR, Status.COMMITTED, "LIL", null),
                        state(GB, Status.COMMITTED, "STN", "TIA")));
    }

    private static Flight flight() {
        return FlightToTirana.since(REFERENCE, NOW);
    }

    private static Participation state(Party party, Status status, String embarkation, String handOver) {
        return new Participation(REFERENCE, party, status, ABOARD, embarkation, handOver, null, NOW, null);
    }

    /** Counted on board with a full crew are these. */
    private static Safeguards safeguards(Journey journey, List<GateAnswer> answers, Set<Party> counted, Instant now) {
        return new Safeguards(
                journey,
                GatesByTable.on(LocalDate.of(2027, 4, 20)),
                answers,
                List.of(),
                Set.of(),
                counted.stream().collect(Collectors.toMap(party -> party, party -> ABOARD)),
                FlightToTirana.LANDING_ALLOWED,
                now);
    }

    private static List<GateAnswer> allConfirmed() {
        return confirmed(everything());
    }

    private static List<Question> everything() {
        Safeguards blank = safeguards(journey(), List.of(), Set.of(), NOW);
        List<Question> all = new ArrayList<>();
        GatePoint.countDown().forEach(point -> all.addAll(blank.askedAt(point)));
        for (int stop : List.of(START, LILLE, PRISTINA)) {
            all.addAll(blank.askedBeforeLeaving(stop));
        }
        Stream.of(BE, FR, GB).forEach(party -> all.addAll(blank.askedBeforeHandOver(party)));
        return all;
    }

    private static List<GateAnswer> confirmed(List<Question> questions) {
        return questions.stream()
                .map(question -> answer(question, Verdict.CONFIRMED))
                .toList();
    }

    private static GateAnswer answer(Question question, Verdict verdict) {
        return new GateAnswer(REFERENCE, question, verdict, verdict == Verdict.STOP ? "why" : null, "somebody", NOW);
    }

    private static Safeguards with(List<GateAnswer> answers) {
        return safeguards(journey(), answers, Set.of(BE, FR, GB), NOW);
    }

    @Test
    void with_every_answer_and_every_count_everything_may_go_ahead() {
        Safeguards all = with(allConfirmed());
        for (Party party : List.of(BE, FR, GB)) {
            assertThat(all.mayBoard(party).isGiven()).isTrue();
            assertThat(all.mayHandOver(party).isGiven()).isTrue();
        }
        for (int stop : List.of(START, LILLE, PRISTINA)) {
            assertThat(all.mayDepart(stop).isGiven()).isTrue();
        }
    }

    @Test
    void without_any_answer_nothing_may_go_ahead() {
        Safeguards none = safeguards(journey(), List.of(), Set.of(), NOW);
        assertThat(none.mayBoard(GB).isGiven()).isFalse();
        assertThat(none.mayDepart(START).isGiven()).isFalse();
        assertThat(none.mayHandOver(GB).isGiven()).isFalse();
    }

    static List<Question> single_answers() {
        return everything();
    }

    @ParameterizedTest
    @MethodSource("single_answers")
    void each_single_missing_answer_keeps_those_concerned_from_going_on(Question missing) {
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.removeIf(answer -> answer.question().equals(missing));
        assertHeld(with(answers), missing);
    }

    @ParameterizedTest
    @MethodSource("single_answers")
    void each_single_stop_keeps_those_concerned_from_going_on(Question stopped) {
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.add(answer(stopped, Verdict.STOP));
        assertHeld(with(answers), stopped);
    }

    @ParameterizedTest
    @MethodSource("single_answers")
    void a_stop_is_lifted_by_nothing_but_a_new_confirmation_of_that_gate(Question stopped) {
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.add(answer(stopped, Verdict.STOP));
        everything().stream()
                .filter(other ->
                        other.gate() != stopped.gate() || !other.party().equals(stopped.party()))
                .forEach(other -> answers.add(answer(other, Verdict.CONFIRMED)));
        assertHeld(with(answers), stopped);
        answers.add(answer(stopped, Verdict.CONFIRMED));
        assertThat(with(answers).mayHandOver(stopped.party()).isGiven()).isTrue();
        assertThat(with(answers).openStops()).isEmpty();
    }

    /** What the question stands before: each step that must be refused without it. */
    private static void assertHeld(Safeguards safeguards, Question question) {
        Party party = question.party();
        boolean everybody = question.gate().isForFlight();
        if (question.point() == GatePoint.LAST_CALL) {
            Party leaving = everybody && question.stop() == PRISTINA ? BE : party;
            assertThat(safeguards.mayHandOver(leaving).isGiven()).isFalse();
            return;
        }
        assertThat(safeguards.mayHandOver(party).isGiven()).isFalse();
        if (question.point() == GatePoint.STOPOVER) {
            assertThat(safeguards.mayDepart(question.stop()).isGiven()).isFalse();
            return;
        }
        assertThat(safeguards.mayBoard(party).isGiven()).isFalse();
        assertThat(safeguards.mayDepart(question.stop()).isGiven()).isFalse();
        if (everybody) {
            for (Party other : List.of(BE, FR, GB)) {
                assertThat(safeguards.mayBoard(other).isGiven()).isFalse();
                assertThat(safeguards.mayHandOver(other).isGiven()).isFalse();
            }
        }
    }

    @Test
    void a_state_that_was_not_counted_keeps_the_aircraft_where_it_boards_and_is_not_handed_over() {
        Safeguards frenchNotCounted = safeguards(journey(), allConfirmed(), Set.of(BE, GB), NOW);
        assertThat(frenchNotCounted.mayDepart(START).isGiven()).isTrue();
        assertThat(frenchNotCounted.mayDepart(LILLE).uncounted()).containsExactly(FR);
        assertThat(frenchNotCounted.mayHandOver(FR).isGiven()).isFalse();
        assertThat(safeguards(journey(), allConfirmed(), Set.of(BE), NOW)
                        .mayDepart(START)
                        .isGiven())
                .isFalse();
    }

    @Test
    void a_last_call_that_is_stopped_does_not_hold_the_others() {
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.add(answer(new Question(BE, Gate.NO_LAST_CALL_STOP, GatePoint.LAST_CALL, PRISTINA), Verdict.STOP));
        assertThat(with(answers).mayHandOver(BE).stops()).hasSize(1);
        assertThat(with(answers).mayDepart(PRISTINA).isGiven()).isTrue();
        assertThat(with(answers).mayHandOver(GB).isGiven()).isTrue();
    }

    @Test
    void a_confirmation_of_another_state_or_at_another_point_does_not_count() {
        Question missing = new Question(GB, Gate.NON_REFOULEMENT, GatePoint.D_1, 0);
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.removeIf(answer -> answer.question().equals(missing));
        answers.add(answer(new Question(FR, Gate.NON_REFOULEMENT, GatePoint.D_1, 0), Verdict.CONFIRMED));
        answers.add(answer(new Question(GB, Gate.NON_REFOULEMENT, GatePoint.D_5, 0), Verdict.CONFIRMED));
        assertThat(with(answers).mayBoard(GB).unanswered()).containsExactly(missing);
    }

    @Test
    void a_stop_for_the_flight_holds_everybody_even_where_nobody_was_asked() {
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.add(answer(new Question(GB, Gate.NO_OPEN_STOP, GatePoint.HAND_OVER, LILLE), Verdict.STOP));
        for (Party party : List.of(BE, FR, GB)) {
            assertThat(with(answers).mayBoard(party).isGiven()).isFalse();
            assertThat(with(answers).mayHandOver(party).isGiven()).isFalse();
        }
        assertThat(with(answers).mayDepart(LILLE).isGiven()).isFalse();
    }

    @Test
    void a_stop_of_a_state_holds_that_state_even_where_nobody_was_asked() {
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.add(answer(new Question(FR, Gate.FITNESS_TO_FLY, GatePoint.HAND_OVER, TIRANA), Verdict.STOP));
        assertThat(with(answers).mayHandOver(FR).isGiven()).isFalse();
        assertThat(with(answers).mayDepart(LILLE).isGiven()).isFalse();
        assertThat(with(answers).mayHandOver(GB).isGiven()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"24, true", "25, false"})
    void finding_2_what_was_said_a_day_ago_neither_leaves_nor_flies_on_nor_hands_over(int hours, boolean fresh) {
        Safeguards later = safeguards(journey(), allConfirmed(), Set.of(BE, FR, GB), NOW.plus(Duration.ofHours(hours)));

        assertThat(later.mayBoard(GB).isGiven()).isEqualTo(fresh);
        assertThat(later.mayDepart(START).isGiven()).isEqualTo(fresh);
        assertThat(later.mayDepart(LILLE).isGiven()).isEqualTo(fresh);
        assertThat(later.mayHandOver(GB).isGiven()).isEqualTo(fresh);
        if (!fresh) {
            assertThat(later.mayDepart(START).stale())
                    .extracting(Question::party, Question::gate)
                    .contains(
                            tuple(GB, Gate.NON_REFOULEMENT),
                            tuple(GB, Gate.FITNESS_TO_FLY),
                            tuple(GB, Gate.VULNERABLE_PEOPLE),
                            tuple(GB, Gate.MONITORING),
                            tuple(GB, Gate.NO_OPEN_STOP),
                            tuple(BE, Gate.NON_REFOULEMENT))
                    .doesNotContain(tuple(GB, Gate.RETURN_DECISION), tuple(GB, Gate.PERMITS));
        }
    }

    /** Else nobody could make it fresh again, and the aircraft would stand for ever. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40, 100})
    void whatever_has_grown_too_old_is_asked_again_where_the_aircraft_stands(int days) {
        Instant later = NOW.plus(Duration.ofDays(days));
        Safeguards old = safeguards(journey(), allConfirmed(), Set.of(BE, FR, GB), later.plusSeconds(1));
        for (int stop : List.of(START, LILLE, PRISTINA)) {
            assertAskedAgain(old.mayDepart(stop).stale(), old.askedBeforeLeaving(stop));
        }
        for (Party party : List.of(BE, FR, GB)) {
            assertAskedAgain(old.mayHandOver(party).stale(), old.askedBeforeHandOver(party));
        }
    }

    private static void assertAskedAgain(List<Question> stale, List<Question> asked) {
        assertThat(stale).isNotEmpty();
        assertThat(asked)
                .extracting(Question::party, Question::gate)
                .containsAll(stale.stream()
                        .map(question -> tuple(question.party(), question.gate()))
                        .toList());
    }

    @Test
    void a_new_confirmation_makes_an_old_one_fresh() {
        Instant later = NOW.plus(Duration.ofHours(26));
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        Safeguards old = safeguards(journey(), answers, Set.of(BE, FR, GB), later);
        assertThat(old.mayDepart(START).isGiven()).isFalse();
        for (Question again : old.askedBeforeLeaving(START)) {
            answers.add(new GateAnswer(REFERENCE, again, Verdict.CONFIRMED, null, "somebody", later));
        }
        for (Question again :
                safeguards(journey(), answers, Set.of(BE, FR, GB), later).askedBeforeLeaving(START)) {
            answers.add(new GateAnswer(REFERENCE, again, Verdict.CONFIRMED, null, "somebody", later));
        }

        Clearance start = safeguards(journey(), answers, Set.of(BE, GB), later).mayDepart(START);
        assertThat(start.stale()).isEmpty();
        assertThat(start.isGiven()).isTrue();
    }

    @Test
    void finding_2_an_aircraft_that_did_not_leave_on_its_day_waits_for_a_new_date() {
        Instant nextDay = Instant.parse("2027-04-21T09:00:00Z");
        List<GateAnswer> answers = everything().stream()
                .map(question -> new GateAnswer(REFERENCE, question, Verdict.CONFIRMED, null, "somebody", nextDay))
                .toList();

        assertThat(safeguards(journey(), answers, Set.of(BE, GB), nextDay)
                        .mayDepart(START)
                        .isGiven())
                .isTrue();
        Safeguards late = safeguards(journey(), answers, Set.of(BE, GB), nextDay.plusSeconds(1));
        assertThat(late.mayDepart(START).against())
                .extracting(against -> against.in(Locale.ENGLISH))
                .containsExactly("the day it was planned for, 2027-04-20, is over: give the flight a new date");
        assertThat(late.mayBoard(GB).isGiven()).isFalse();
        assertThat(late.mayDepart(LILLE).against()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, no doctor is aboard",
        "1, 0, 1, no interpreter is aboard",
        "1, 1, 0, no monitor is aboard",
    })
    void finding_1_nobody_is_flown_without_doctor_interpreter_and_monitor(
            int medical, int interpreters, int monitors, String missing) {
        Seats crew = new Seats(10, 5, medical, interpreters, monitors, 0);
        assertThat(aboard(Map.of(BE, new Seats(5, 5, 0, 0, 0, 0), GB, crew)))
                .extracting(against -> against.in(Locale.ENGLISH))
                .containsExactly(missing);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "0, 1, false", "0, 2, true", "1, 0, true"})
    void finding_1_each_state_has_escorts_or_two_representatives_with_its_people(
            int escorts, int others, boolean enough) {
        assertThat(aboard(Map.of(BE, new Seats(5, escorts, 0, 0, 0, others), GB, ABOARD))
                        .isEmpty())
                .isEqualTo(enough);
    }

    @Test
    void an_aircraft_on_which_nobody_is_flown_needs_no_crew() {
        assertThat(aboard(Map.of(BE, Seats.NONE, GB, Seats.NONE))).isEmpty();
    }

    private static List<Sentence> aboard(Map<Party, Seats> aboard) {
        return new Safeguards(
                        journey(),
                        GatesByTable.on(LocalDate.of(2027, 4, 20)),
                        allConfirmed(),
                        List.of(),
                        Set.of(),
                        aboard,
                        FlightToTirana.LANDING_ALLOWED,
                        NOW)
                .mayDepart(START)
                .against();
    }

    @ParameterizedTest
    @CsvSource({
        // Served on a Monday: five working days end with the Monday after, on a Tuesday with the day of the flight.
        "2027-04-13, 5, false",
        "2027-04-12, 5, true",
        "2027-04-16, 1, true",
        "2027-04-16, 2, false",
    })
    void finding_3_people_whose_notice_period_has_not_run_stay_whoever_ticks_it(
            LocalDate served, int days, boolean run) {
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.add(new GateAnswer(
                REFERENCE,
                new Question(GB, Gate.NOTICE_AND_LAWYER, GatePoint.D_7, 0),
                Verdict.CONFIRMED,
                null,
                Evidence.service(served, days, 10),
                "somebody",
                NOW));
        // The flight leaves on Tuesday 20 April at 10:00; the last full day before it is Monday the 19th.
        assertThat(with(answers).mayDepart(START).isGiven()).isEqualTo(run);
        if (!run) {
            assertThat(with(answers).mayDepart(START).against())
                    .extracting(against -> against.in(Locale.ENGLISH))
                    .singleElement()
                    .asString()
                    .startsWith("the notice period of the people of GB runs until 2027-04-2");
        }
    }

    @Test
    void not_more_people_are_on_board_than_there_are_decisions() {
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.add(new GateAnswer(
                REFERENCE,
                new Question(GB, Gate.RETURN_DECISION, GatePoint.D_21, 0),
                Verdict.CONFIRMED,
                null,
                Evidence.list(9, LocalDate.of(2027, 3, 30), 1, "a".repeat(64), "Office of Returns"),
                "somebody",
                NOW));
        with(answers).requireEvidenceFor(GB, 9);
        assertThatThrownBy(() -> with(answers).requireEvidenceFor(GB, 10))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("decisions for 9 people");
    }

    @Test
    void finding_4_a_stop_that_somebody_ordered_holds_those_whom_it_concerns_past_every_answer() {
        Safeguards french = ordered(order(FR, null));
        assertThat(french.mayBoard(FR).isGiven()).isFalse();
        assertThat(french.mayHandOver(FR).isGiven()).isFalse();
        assertThat(french.mayDepart(LILLE).against())
                .extracting(against -> against.in(Locale.ENGLISH))
                .containsExactly("stop 1 is open for the people of FR (a court has ordered it)");
        assertThat(french.mayHandOver(GB).isGiven()).isTrue();

        Safeguards everybody = ordered(order(null, null));
        for (Party party : List.of(BE, FR, GB)) {
            assertThat(everybody.mayBoard(party).isGiven()).isFalse();
            assertThat(everybody.mayHandOver(party).isGiven()).isFalse();
        }
        assertThat(everybody.mayDepart(START).isGiven()).isFalse();
    }

    @Test
    void a_stop_that_was_lifted_voids_what_was_confirmed_before_and_only_that_of_those_concerned() {
        Safeguards lifted = ordered(order(FR, NOW));
        assertThat(lifted.mayBoard(FR).unanswered())
                .extracting(Question::party, Question::gate, Question::point)
                .contains(
                        tuple(FR, Gate.INDIVIDUAL_ASSESSMENT, GatePoint.D_28),
                        tuple(FR, Gate.RETURN_DECISION, GatePoint.D_21),
                        tuple(FR, Gate.NON_REFOULEMENT, GatePoint.BOARDING))
                .doesNotContain(tuple(GB, Gate.NO_OPEN_STOP, GatePoint.BOARDING));
        assertThat(lifted.mayHandOver(GB).isGiven()).isTrue();
        assertThat(ordered(order(null, NOW)).mayBoard(GB).unanswered())
                .extracting(Question::gate)
                .contains(Gate.NO_OPEN_STOP, Gate.PERMITS, Gate.NON_REFOULEMENT);
    }

    /** Else nobody could verify them from the beginning, and the aircraft would stand for ever. */
    @Test
    void what_is_void_is_asked_again_wherever_the_flight_stands() {
        Safeguards lifted = ordered(order(FR, NOW));
        assertThat(lifted.askedUntil(GatePoint.D_7))
                .contains(
                        new Question(FR, Gate.INDIVIDUAL_ASSESSMENT, GatePoint.D_28, 0),
                        new Question(FR, Gate.VULNERABLE_PEOPLE, GatePoint.D_10, 0),
                        new Question(FR, Gate.NOTICE_AND_LAWYER, GatePoint.D_7, 0))
                .doesNotContain(new Question(FR, Gate.NON_REFOULEMENT, GatePoint.D_5, 0))
                .filteredOn(question -> question.point() != GatePoint.D_7)
                .extracting(Question::party)
                .containsOnly(FR);
        for (int stop : List.of(START, LILLE, PRISTINA)) {
            assertThat(lifted.askedBeforeLeaving(stop))
                    .containsAll(lifted.mayDepart(stop).unanswered());
        }
        assertThat(lifted.askedBeforeHandOver(FR))
                .containsAll(lifted.mayHandOver(FR).unanswered());

        List<GateAnswer> anew = new ArrayList<>(allConfirmed());
        everything()
                .forEach(question -> anew.add(
                        new GateAnswer(REFERENCE, question, Verdict.CONFIRMED, null, "somebody", NOW.plusSeconds(1))));
        assertThat(ordered(anew, order(FR, NOW)).mayHandOver(FR).isGiven()).isTrue();
    }

    /** Else it would be asked of nobody again, and the flight would wait for ever. */
    @Test
    void what_is_void_and_then_stopped_is_still_asked() {
        Question void28 = new Question(FR, Gate.INDIVIDUAL_ASSESSMENT, GatePoint.D_28, 0);
        List<GateAnswer> answers = new ArrayList<>(allConfirmed());
        answers.add(new GateAnswer(REFERENCE, void28, Verdict.STOP, "why", "somebody", NOW.plusSeconds(1)));

        assertThat(ordered(answers, order(FR, NOW)).askedUntil(GatePoint.D_7)).contains(void28);
        assertThat(ordered(answers, order(FR, NOW)).askedBeforeLeaving(LILLE)).contains(void28);
    }

    private static StopOrder order(@Nullable Party party, @Nullable Instant lifted) {
        return new StopOrder(
                REFERENCE,
                1,
                party,
                Cause.COURT,
                "why",
                "somebody",
                "FRlegal",
                NOW,
                lifted == null ? null : new StopOrder.Lift("another", lifted, "seen"));
    }

    private static Safeguards ordered(StopOrder order) {
        return ordered(allConfirmed(), order);
    }

    private static Safeguards ordered(List<GateAnswer> answers, StopOrder order) {
        return new Safeguards(
                journey(),
                GatesByTable.on(LocalDate.of(2027, 4, 20)),
                answers,
                List.of(order),
                Set.of(),
                Map.of(BE, ABOARD, FR, ABOARD, GB, ABOARD),
                FlightToTirana.LANDING_ALLOWED,
                NOW.plusSeconds(1));
    }

    @Test
    void the_last_answer_to_a_question_counts() {
        Question question = new Question(GB, Gate.NON_REFOULEMENT, GatePoint.D_5, 0);
        GateAnswer yes = answer(question, Verdict.CONFIRMED);
        GateAnswer stop = answer(question, Verdict.STOP);
        assertThat(with(List.of()).isConfirmed(question)).isFalse();
        assertThat(with(List.of(yes, stop)).isConfirmed(question)).isFalse();
        assertThat(with(List.of(stop, yes)).isConfirmed(question)).isTrue();
    }

    @Test
    void a_state_that_withdrew_is_asked_nothing_and_may_do_nothing() {
        Journey journey = Journey.of(
                flight(), List.of(state(FR, Status.WITHDRAWN, "LIL", null), state(GB, Status.COMMITTED, "STN", null)));
        Safeguards safeguards = safeguards(journey, List.of(), Set.of(FR, GB), NOW);
        assertThat(safeguards.askedAt(GatePoint.D_28))
                .extracting(Question::party)
                .containsExactly(GB);
        assertThat(safeguards.mayBoard(FR).isGiven()).isFalse();
        assertThat(safeguards.mayHandOver(FR).isGiven()).isFalse();
        assertThat(safeguards.askedBeforeHandOver(FR)).isEmpty();
    }

    @Test
    void an_aircraft_with_nobody_on_it_does_not_leave() {
        Safeguards nobody = safeguards(Journey.of(flight(), List.of()), List.of(), Set.of(), NOW);
        assertThat(nobody.mayDepart(START).isGiven()).isFalse();
        assertThat(with(allConfirmed()).mayDepart(TIRANA).isGiven()).isFalse();
    }

    @Test
    void a_state_without_people_of_its_own_is_counted_but_asked_nothing() {
        Participation organiser = new Participation(
                REFERENCE, FR, Status.COMMITTED, new Seats(0, 20, 1, 0, 0, 0), "STN", null, null, NOW, null);
        Safeguards safeguards = safeguards(Journey.of(flight(), List.of(organiser)), List.of(), Set.of(), NOW);
        assertThat(GatePoint.countDown().stream().flatMap(point -> safeguards.askedAt(point).stream()))
                .extracting(Question::party)
                .containsOnly(GB);
        assertThat(safeguards.mayDepart(START).uncounted()).containsExactly(FR);
    }

    @Test
    void at_a_stop_over_those_aboard_are_asked_again_and_those_who_board_for_the_first_time() {
        assertThat(with(List.of()).askedBeforeLeaving(LILLE))
                .extracting(question -> question.words().in(Locale.ENGLISH))
                .containsExactly(
                        "BE G2 at stopover",
                        "BE G4 at stopover",
                        "FR G2 at boarding",
                        "FR G4 at boarding",
                        "FR G5 at boarding",
                        "FR G8 at boarding",
                        "GB G2 at stopover",
                        "GB G4 at stopover",
                        "GB G12 at stopover");
        assertThat(with(List.of()).askedBeforeLeaving(PRISTINA))
                .extracting(Question::party)
                .containsExactly(FR, FR, GB, GB, GB);
        assertThat(with(List.of()).askedBeforeLeaving(TIRANA)).isEmpty();
    }

    @Test
    void after_landing_each_state_is_asked_for_its_own_people_where_they_leave() {
        assertThat(with(List.of()).askedBeforeHandOver(BE))
                .containsExactly(
                        new Question(BE, Gate.NON_REFOULEMENT, GatePoint.LAST_CALL, PRISTINA),
                        new Question(BE, Gate.FITNESS_TO_FLY, GatePoint.LAST_CALL, PRISTINA),
                        new Question(BE, Gate.NO_LAST_CALL_STOP, GatePoint.LAST_CALL, PRISTINA),
                        new Question(GB, Gate.NO_OPEN_STOP, GatePoint.LAST_CALL, PRISTINA));
        assertThat(with(List.of()).askedBeforeHandOver(GB))
                .containsExactly(
                        new Question(GB, Gate.NON_REFOULEMENT, GatePoint.LAST_CALL, TIRANA),
                        new Question(GB, Gate.FITNESS_TO_FLY, GatePoint.LAST_CALL, TIRANA),
                        new Question(GB, Gate.NO_LAST_CALL_STOP, GatePoint.LAST_CALL, TIRANA),
                        new Question(GB, Gate.NO_OPEN_STOP, GatePoint.LAST_CALL, TIRANA));
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void each_gate_says_in_two_languages_what_it_tests(Gate gate) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(gate.test().in(language)).endsWith(".");
        }
        assertThat(gate.test().in(Locale.FRENCH)).isNotEqualTo(gate.test().in(Locale.ENGLISH));
    }

    @Test
    void every_point_of_the_count_down_has_a_gate() {
        assertThat(GatePoint.countDown())
                .allSatisfy(point -> assertThat(
                                GatesByTable.on(LocalDate.of(2027, 4, 20)).rows())
                        .anyMatch(row -> row.point() == point));
    }

    @Test
    void a_day_begins_at_midnight_of_the_departure_airport_whatever_the_clocks_do() {
        ZonedDateTime afterSpring = ZonedDateTime.parse("2027-03-29T10:00:00+02:00[Europe/Paris]");
        assertThat(GatePoint.D_1.opensAt(afterSpring)).isEqualTo(Instant.parse("2027-03-27T23:00:00Z"));
        assertThat(GatePoint.D_2.opensAt(afterSpring)).isEqualTo(Instant.parse("2027-03-26T23:00:00Z"));
        ZonedDateTime afterAutumn = ZonedDateTime.parse("2027-11-01T10:00:00+01:00[Europe/Paris]");
        assertThat(GatePoint.D_1.opensAt(afterAutumn)).isEqualTo(Instant.parse("2027-10-30T22:00:00Z"));
        assertThat(GatePoint.BOARDING.opensAt(afterAutumn)).isEqualTo(Instant.parse("2027-11-01T06:00:00Z"));
        assertThat(GatePoint.D_2.dueAt(afterAutumn)).isEqualTo(GatePoint.D_1.opensAt(afterAutumn));
        assertThat(GatePoint.D_1.dueAt(afterAutumn)).isEqualTo(Instant.parse("2027-10-31T23:00:00Z"));
        assertThat(GatePoint.BOARDING.dueAt(afterAutumn)).isEqualTo(afterAutumn.toInstant());
        assertThatThrownBy(() -> GatePoint.LAST_CALL.dueAt(afterAutumn)).hasMessage("LAST_CALL is opened by an event");
        assertThat(GatePoint.D_1.untilDeparture().in(Locale.ENGLISH)).isEqualTo("1 day before departure");
        assertThat(GatePoint.D_28.untilDeparture().in(Locale.ENGLISH)).isEqualTo("28 days before departure");
        assertThatThrownBy(GatePoint.BOARDING::untilDeparture)
                .hasMessage(GatePoint.BOARDING + " is opened by an event");
    }

    @Test
    void boarding_opens_three_real_hours_before_a_departure_on_the_night_the_clocks_change() {
        ZonedDateTime departure = ZonedDateTime.parse("2027-03-28T05:00:00+02:00[Europe/Paris]");
        assertThat(GatePoint.BOARDING.opensAt(departure)).isEqualTo(Instant.parse("2027-03-28T00:00:00Z"));
    }

    @Test
    void where_midnight_does_not_exist_the_day_begins_when_it_begins() {
        // In Beirut summer time begins at midnight: 28 March 2027 starts at 01:00.
        ZonedDateTime departure = ZonedDateTime.parse("2027-03-29T10:00:00+03:00[Asia/Beirut]");
        assertThat(GatePoint.D_1.opensAt(departure)).isEqualTo(Instant.parse("2027-03-27T22:00:00Z"));
    }

    @Test
    void points_that_an_event_opens_have_no_clock() {
        assertThatThrownBy(() -> GatePoint.LAST_CALL.opensAt(flight().departure()))
                .hasMessage("LAST_CALL is opened by an event");
    }

    @Test
    void a_place_that_became_free_stays_empty() {
        Seats committed = new Seats(10, 4, 1, 0, 0, 0);
        HeadCount people = new HeadCount(committed, List.of(off(GatePoint.D_3, 0, 2)), null);
        assertThat(people.expected()).isEqualTo(8);
        assertThat(people.flown()).isEqualTo(Seats.NONE);
        people.requireAboard(new Seats(8, 4, 1, 0, 0, 0));
        assertThatThrownBy(() -> people.requireAboard(new Seats(9, 4, 1, 0, 0, 0)))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> people.requireAboard(new Seats(8, 5, 1, 0, 0, 0)))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> people.requireTakenOff("takenOff", 9)).isInstanceOf(BadInput.class);
    }

    @Test
    void who_leaves_at_a_stop_over_has_not_flown_and_who_stays_at_the_last_call_has() {
        Boarding boarding = new Boarding(REFERENCE, GB, 0, new Seats(8, 4, 0, 0, 0, 0), "somebody", NOW);
        HeadCount people = new HeadCount(
                new Seats(10, 4, 0, 0, 0, 0),
                List.of(
                        off(GatePoint.BOARDING, 0, 2),
                        off(GatePoint.STOPOVER, LILLE, 1),
                        off(GatePoint.LAST_CALL, TIRANA, 3)),
                boarding);
        assertThat(people.flown().returnees()).isEqualTo(7);
        assertThat(people.expected()).isEqualTo(4);
    }

    @Test
    void whoever_is_taken_off_once_counted_on_board_leaves_the_aircraft_whatever_is_asked() {
        Seats committed = new Seats(10, 4, 0, 0, 0, 0);
        HeadCount before = new HeadCount(committed, List.of(), null);
        HeadCount after =
                new HeadCount(committed, List.of(), new Boarding(REFERENCE, GB, LILLE, committed, "somebody", NOW));
        for (GatePoint point : List.of(GatePoint.D_1, GatePoint.BOARDING)) {
            assertThat(before.leaving(point)).isEqualTo(point);
            assertThat(after.leaving(point)).isEqualTo(GatePoint.STOPOVER);
        }
        assertThat(after.leaving(GatePoint.STOPOVER)).isEqualTo(GatePoint.STOPOVER);
        assertThat(after.leaving(GatePoint.LAST_CALL)).isEqualTo(GatePoint.LAST_CALL);
    }

    private static TakenOff off(GatePoint point, int stop, int persons) {
        return new TakenOff(REFERENCE, GB, point, stop, persons, Cause.COURT, "why", "somebody", NOW);
    }
}
