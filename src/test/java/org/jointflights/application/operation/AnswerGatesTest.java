package org.jointflights.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.operation.OperationServices.BE;
import static org.jointflights.application.operation.OperationServices.FR;
import static org.jointflights.application.operation.OperationServices.GB;
import static org.jointflights.application.operation.OperationServices.LILLE;
import static org.jointflights.application.operation.OperationServices.LONDON;
import static org.jointflights.application.operation.OperationServices.REFERENCE;
import static org.jointflights.application.operation.OperationServices.TIRANA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.operation.GateReplies.Reply;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.domain.operation.TakenOff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerGatesTest {

    private static final AnsweringGroup FR_LEGAL = new AnsweringGroup(FR, Answerer.LEGAL);
    private static final AnsweringGroup FR_DOCTOR = new AnsweringGroup(FR, Answerer.DOCTOR);
    private static final Question FR_G2 = new Question(FR, Gate.NON_REFOULEMENT, GatePoint.D_14, 0);

    private final OperationServices services = new OperationServices();
    private final AnswerGates gates = services.gates;

    @BeforeEach
    void somebody_of_the_french_legal_group_answers() {
        services.as("FRlegal");
    }

    @Test
    void a_point_of_the_count_down_is_a_day_where_the_flight_starts() {
        assertThat(gates.opensAt(REFERENCE, GatePoint.D_7)).isEqualTo(Instant.parse("2027-04-12T23:00:00Z"));
        assertThat(gates.dueAt(REFERENCE, GatePoint.D_7)).isEqualTo(Instant.parse("2027-04-13T23:00:00Z"));
        assertThat(gates.opensAt(REFERENCE, GatePoint.BOARDING)).isEqualTo(Instant.parse("2027-04-20T06:00:00Z"));
        assertThat(gates.dueAt(REFERENCE, GatePoint.BOARDING)).isEqualTo(Instant.parse("2027-04-20T09:00:00Z"));
    }

    /** After a stop was lifted everything is asked anew, on one sheet: a person who has answered nothing yet is still one person. */
    @Test
    void finding_8_nor_does_one_person_confirm_on_one_sheet_what_two_have_to() {
        GatePoint.countDown().stream()
                .filter(point -> point.compareTo(GatePoint.D_10) < 0)
                .forEach(services::confirm);
        StopOrder order =
                new StopOrder(REFERENCE, 1, FR, Cause.COURT, "stay", "frdoctor", "FRdoctor", services.now(), null);
        services.ports.stopOrders.add(order);
        services.ports.stopOrders.lift(order.lifted("gblegal1", Set.of("GBlegal"), "seen", services.now()));
        services.ports.clock.advance(Duration.ofMinutes(1));
        services.ports.user.is("frlegal3", "FRlegal");
        List<Question> asked = gates.openAt(REFERENCE, GatePoint.D_10).stream()
                .filter(question -> AnsweringGroup.to(question, services.situation.rules(REFERENCE))
                        .equals(FR_LEGAL))
                .toList();
        assertThat(asked).extracting(Question::gate).contains(Gate.RETURN_DECISION, Gate.NON_REFOULEMENT);
        int before = services.answers.of(REFERENCE).size();

        refusal(
                NotYours.class,
                "operation.apart",
                () -> gates.answerAt(
                        REFERENCE,
                        GatePoint.D_10,
                        FR_LEGAL,
                        OperationServices.says(
                                asked.stream().map(services::confirmed).toList(), null)));
        assertThat(services.answers.of(REFERENCE)).hasSize(before);
    }

    @Test
    void a_confirmation_is_kept_and_the_others_are_still_asked() {
        answer(GatePoint.D_14, FR_LEGAL, confirmed(Gate.NON_REFOULEMENT));

        assertThat(services.answers.of(REFERENCE))
                .containsExactly(new GateAnswer(REFERENCE, FR_G2, Verdict.CONFIRMED, null, "frlegal", services.now()));
        assertThat(gates.openAt(REFERENCE, GatePoint.D_14))
                .filteredOn(question -> question.gate() == Gate.NON_REFOULEMENT)
                .extracting(Question::party)
                .containsExactly(BE, GB);
        assertThat(services.ports.trail.of(REFERENCE))
                .containsExactly(new TrailEntry(
                        REFERENCE,
                        services.now(),
                        "frlegal",
                        TrailEvent.GATE_CONFIRMED,
                        FR,
                        FR,
                        List.of(FR, Gate.NON_REFOULEMENT, GatePoint.D_14.words())));
        assertThat(services.ports.outbox.all()).isEmpty();
    }

    @Test
    void a_stop_is_told_at_once_to_the_organiser_and_the_rights_officers_but_its_reason_to_nobody() {
        answer(GatePoint.D_14, FR_LEGAL, stopped(Gate.NON_REFOULEMENT, "A court has ruled."));

        assertThat(services.answers.of(REFERENCE))
                .extracting(GateAnswer::verdict, GateAnswer::reason)
                .containsExactly(tuple(Verdict.STOP, "A court has ruled."));
        assertThat(services.ports.outbox.all())
                .extracting(Notice::recipient)
                .containsExactly("GBcoordinator", "rightsOfficer");
        assertThat(services.ports.outbox.all())
                .extracting(Notice::text)
                .containsOnly(
                        Sentence.of("notice.stopped", REFERENCE, FR, Gate.NON_REFOULEMENT, GatePoint.D_14.words()));
        TrailEntry told = services.ports.trail.last();
        assertThat(told.event()).isEqualTo(TrailEvent.GATE_STOP);
        assertThat(told.arguments()).containsExactly(FR, Gate.NON_REFOULEMENT, GatePoint.D_14.words());
    }

    @Test
    void each_stop_is_told_anew() {
        answer(GatePoint.D_14, FR_LEGAL, stopped(Gate.NON_REFOULEMENT, "One."));
        answer(GatePoint.D_14, FR_LEGAL, stopped(Gate.NON_REFOULEMENT, "Two."));

        assertThat(services.ports.outbox.all()).hasSize(4);
    }

    @Test
    void a_stop_at_the_last_call_is_told_as_one() {
        gates.answerLastCall(
                REFERENCE,
                TIRANA,
                FR_LEGAL,
                OperationServices.says(
                        List.of(
                                new Reply(Gate.NON_REFOULEMENT, Verdict.STOP, "No."),
                                new Reply(Gate.NO_LAST_CALL_STOP, Verdict.CONFIRMED, null)),
                        null));

        assertThat(services.ports.outbox.all())
                .extracting(Notice::text)
                .containsOnly(Sentence.of(
                        "notice.stoppedAtLastCall", REFERENCE, FR, Gate.NON_REFOULEMENT, GatePoint.LAST_CALL.words()));
        assertThat(services.answers.of(REFERENCE))
                .extracting(given -> given.question().stop())
                .containsExactly(TIRANA, TIRANA);
        assertThat(gates.openAtLastCall(REFERENCE, List.of(FR)))
                .as("a stop is an answer; the others are still asked")
                .extracting(Question::gate)
                .containsExactly(Gate.FITNESS_TO_FLY, Gate.NO_OPEN_STOP);
        assertThat(gates.openAtLastCall(REFERENCE, List.of(BE))).hasSize(4);
    }

    @Test
    void finding_8_a_stop_later_on_asks_again_what_was_confirmed_until_somebody_else_lifts_it() {
        answer(GatePoint.D_14, FR_LEGAL, confirmed(Gate.NON_REFOULEMENT));
        answer(GatePoint.D_5, FR_LEGAL, stopped(Gate.NON_REFOULEMENT, "A court has ruled."));
        assertThat(gates.openAt(REFERENCE, GatePoint.D_14)).contains(FR_G2);

        NotYours own = refusal(
                NotYours.class,
                "operation.ownStop",
                () -> answer(GatePoint.D_5, FR_LEGAL, confirmed(Gate.NON_REFOULEMENT)));
        assertThat(own.asSentence().arguments()).containsExactly("G2");
        String stopper = services.answers.of(REFERENCE).stream()
                .filter(given -> given.isStop())
                .findFirst()
                .orElseThrow()
                .by();
        for (String substitute : List.of("frlegal2/" + stopper, stopper + "/frlegal2")) {
            services.ports.user.is(substitute, "FRlegal");
            refusal(
                    NotYours.class,
                    "operation.ownStop",
                    () -> answer(GatePoint.D_5, FR_LEGAL, confirmed(Gate.NON_REFOULEMENT)));
        }
        services.ports.user.is("frlegal2", "FRlegal");
        answer(GatePoint.D_5, FR_LEGAL, confirmed(Gate.NON_REFOULEMENT));

        assertThat(gates.openAt(REFERENCE, GatePoint.D_14)).doesNotContain(FR_G2);
        assertThat(gates.openAt(REFERENCE, GatePoint.D_5))
                .extracting(Question::party)
                .containsExactly(BE, GB);
    }

    @Test
    void a_stop_asks_nothing_again_of_other_gates_and_other_states() {
        services.confirm(GatePoint.D_21);
        services.confirm(GatePoint.D_7);
        services.confirm(GatePoint.D_14);

        answer(GatePoint.D_5, FR_LEGAL, stopped(Gate.NON_REFOULEMENT, "A court has ruled."));

        assertThat(gates.openAt(REFERENCE, GatePoint.D_7)).isEmpty();
        assertThat(gates.openAt(REFERENCE, GatePoint.D_14)).containsExactly(FR_G2);
    }

    @Test
    void what_was_confirmed_a_day_ago_is_asked_again_at_the_aircraft_and_not_in_the_count_down() {
        services.confirmUntilLondon();
        services.ports.clock.advance(Duration.ofHours(25));

        assertThat(gates.openAt(REFERENCE, GatePoint.D_1)).isEmpty();
        assertThat(gates.openBeforeLeaving(REFERENCE, LONDON))
                .extracting(Question::party, Question::gate)
                .containsExactlyInAnyOrder(
                        tuple(BE, Gate.NON_REFOULEMENT),
                        tuple(BE, Gate.FITNESS_TO_FLY),
                        tuple(BE, Gate.VULNERABLE_PEOPLE),
                        tuple(BE, Gate.MONITORING),
                        tuple(GB, Gate.NON_REFOULEMENT),
                        tuple(GB, Gate.FITNESS_TO_FLY),
                        tuple(GB, Gate.VULNERABLE_PEOPLE),
                        tuple(GB, Gate.MONITORING),
                        tuple(GB, Gate.NO_OPEN_STOP),
                        tuple(FR, Gate.NON_REFOULEMENT),
                        tuple(FR, Gate.FITNESS_TO_FLY),
                        tuple(FR, Gate.VULNERABLE_PEOPLE),
                        tuple(FR, Gate.MONITORING));

        services.confirmBeforeLeaving(LONDON);

        assertThat(gates.openBeforeLeaving(REFERENCE, LONDON)).isEmpty();
    }

    @Test
    void whoever_was_not_shown_a_gate_need_not_answer_it() {
        gates.answerLastCall(
                REFERENCE,
                TIRANA,
                FR_LEGAL,
                new GateReplies(Set.of(Gate.NON_REFOULEMENT), List.of(confirmed(Gate.NON_REFOULEMENT)), null));

        assertThat(gates.openAtLastCall(REFERENCE, List.of(FR)))
                .extracting(Question::gate)
                .containsExactly(Gate.FITNESS_TO_FLY, Gate.NO_LAST_CALL_STOP, Gate.NO_OPEN_STOP);
    }

    @Test
    void stops_are_listed_by_state() {
        assertThat(gates.openStops(REFERENCE)).isEmpty();
        answer(GatePoint.D_14, FR_LEGAL, stopped(Gate.NON_REFOULEMENT, "A court has ruled."));

        assertThat(gates.openStops(REFERENCE)).hasSize(1);
        assertThat(gates.stopsConcerning(REFERENCE, FR))
                .extracting(GateAnswer::question)
                .containsExactly(FR_G2);
        assertThat(gates.stopsConcerning(REFERENCE, GB)).isEmpty();
        assertThat(gates.openStops(new OperationReference("JRO-2027-0099"))).isEmpty();
    }

    @Test
    void what_was_answered_before_a_recall_is_asked_anew() {
        answer(GatePoint.D_14, FR_LEGAL, confirmed(Gate.NON_REFOULEMENT));

        services.progress.open(REFERENCE);

        assertThat(gates.openAt(REFERENCE, GatePoint.D_14))
                .filteredOn(question -> question.gate() == Gate.NON_REFOULEMENT)
                .extracting(Question::party)
                .containsExactly(BE, FR, GB);
    }

    @Test
    void who_is_asked_nothing_or_has_answered_already_answers_nothing() {
        Conflict refused = refusal(
                Conflict.class,
                "operation.nothingAsked",
                () -> answer(GatePoint.D_14, FR_DOCTOR, confirmed(Gate.NON_REFOULEMENT)));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), FR, REFERENCE));

        answer(GatePoint.D_14, FR_LEGAL, confirmed(Gate.NON_REFOULEMENT));
        refusal(
                Conflict.class,
                "operation.nothingAsked",
                () -> answer(GatePoint.D_14, FR_LEGAL, confirmed(Gate.NON_REFOULEMENT)));
        assertThat(services.answers.of(REFERENCE)).hasSize(1);
    }

    @Test
    void replies_that_do_not_fit_are_refused_and_none_is_kept() {
        refuse("answerG3", "operation.notAsked", confirmed(Gate.TRAVEL_DOCUMENT));
        refuse("reasonG6", "operation.reasonMissing", stopped(Gate.NOTICE_AND_LAWYER, null));
        refuse(
                "reasonG6",
                "operation.reasonWithConfirmation",
                new Reply(Gate.NOTICE_AND_LAWYER, Verdict.CONFIRMED, "Why not?"));
        refuse("answerG6", "operation.unanswered");

        assertThat(services.answers.of(REFERENCE)).isEmpty();
        assertThat(services.ports.trail.of(REFERENCE)).isEmpty();
    }

    @Test
    void people_are_taken_off_the_list_with_the_answer() {
        takeOff(FR_LEGAL, 3);

        assertThat(services.counts.takenOff(REFERENCE))
                .containsExactly(new TakenOff(
                        REFERENCE, FR, GatePoint.D_14, 0, 3, Cause.COURT, "Appeals", "frlegal", services.now()));
        assertThat(gates.onList(REFERENCE, FR)).isEqualTo(7);
        assertThat(gates.onList(REFERENCE, GB)).isEqualTo(10);
        assertThat(services.ports.trail.of(REFERENCE))
                .first()
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.TAKEN_OFF, FR, List.of(FR, 3, GatePoint.D_14.words()));
    }

    @Test
    void not_more_than_are_on_it() {
        BadInput refused = refusal(BadInput.class, "operation.takenOff", () -> takeOff(FR_LEGAL, 11));

        assertThat(refused.field()).isEqualTo("takenOff");
        assertThat(services.counts.takenOff(REFERENCE)).isEmpty();
        assertThat(services.answers.of(REFERENCE)).isEmpty();
        takeOff(FR_LEGAL, 10);
        assertThat(gates.onList(REFERENCE, FR)).isZero();
    }

    @Test
    void whoever_watches_takes_nobody_off() {
        GateReplies sheet =
                OperationServices.says(List.of(confirmed(Gate.MONITORING)), new Leavers(1, Cause.OTHER, "Because"));

        BadInput refused = refusal(
                BadInput.class,
                "operation.takenOff.notYours",
                () -> gates.answerAt(REFERENCE, GatePoint.D_3, new AnsweringGroup(FR, Answerer.MONITOR), sheet));

        assertThat(refused.field()).isEqualTo("takenOff");
        assertThat(services.answers.of(REFERENCE)).isEmpty();
    }

    @Test
    void whoever_leaves_after_everybody_was_counted_on_board_leaves_a_stopover() {
        services.confirmUntilLondon();
        services.countAll(GB, LONDON);
        AnsweringGroup doctor = new AnsweringGroup(GB, Answerer.DOCTOR);
        services.as("GBdoctor");

        gates.answerBeforeLeaving(
                REFERENCE,
                LILLE,
                doctor,
                OperationServices.says(List.of(confirmed(Gate.FITNESS_TO_FLY)), new Leavers(1, Cause.MEDICAL, "Ill")));

        assertThat(services.counts.takenOff(REFERENCE))
                .extracting(TakenOff::point, TakenOff::stop)
                .containsExactly(tuple(GatePoint.STOPOVER, LILLE));
        assertThat(gates.openBeforeLeaving(REFERENCE, LILLE))
                .isNotEmpty()
                .noneMatch(question -> AnsweringGroup.to(
                                question, services.rules.of(REFERENCE).orElseThrow())
                        .equals(doctor));
        assertThat(gates.onList(REFERENCE, GB)).isEqualTo(9);
    }

    /** Else the aircraft would stand there: it may not leave, and nobody would be asked. */
    @Test
    void what_has_grown_old_is_asked_of_those_who_board_later_where_nobody_is_aboard() {
        services.confirmUntilLondon();
        services.countAll(BE, LONDON);
        services.countAll(GB, LONDON);
        services.progress.depart(REFERENCE);
        services.landings.diverted(REFERENCE, LILLE, "ATH", "fog");
        services.ports.clock.advance(Duration.ofHours(60));
        for (Party party : List.of(BE, GB)) {
            services.counts.add(new TakenOff(
                    REFERENCE, party, GatePoint.STOPOVER, LILLE, 10, Cause.OTHER, "fog", "leader", services.now()));
        }

        assertThat(services.situation.safeguards(REFERENCE).mayDepart(LILLE).stale())
                .extracting(Question::party, Question::gate)
                .contains(tuple(FR, Gate.NON_REFOULEMENT));
        assertThat(gates.openBeforeLeaving(REFERENCE, LILLE))
                .extracting(Question::party, Question::gate)
                .contains(tuple(FR, Gate.NON_REFOULEMENT));
    }

    /** Their tasks are open, and the step goes on when all have been done. */
    @Test
    void where_nobody_of_a_state_is_left_its_groups_have_nothing_to_say_and_hold_nobody_up() {
        takeOff(FR_LEGAL, 10);
        int kept = services.answers.of(REFERENCE).size();
        services.as("FRdoctor");

        gates.answerAt(REFERENCE, GatePoint.D_14, FR_DOCTOR, OperationServices.says(List.of(), null));
        assertThat(services.answers.of(REFERENCE)).hasSize(kept);

        services.as("FRcoordinator");
        AnsweringGroup coordinator = new AnsweringGroup(FR, Answerer.COORDINATOR);
        Leavers more = new Leavers(1, Cause.OTHER, "one more");
        BadInput refused = refusal(
                BadInput.class,
                "operation.takenOff",
                () -> gates.answerAt(REFERENCE, GatePoint.D_14, coordinator, OperationServices.says(List.of(), more)));
        assertThat(refused.field()).isEqualTo("takenOff");
    }

    @ParameterizedTest
    @CsvSource({
        "FRlegal, FR, LEGAL",
        "FRcoordinator, FR, COORDINATOR",
        "BEdoctor, BE, DOCTOR",
        "BEmonitor, BE, MONITOR",
        "FXlegal, GB, FRONTEX",
        "GBescortleader, GB, LEAD_ESCORT",
        "rightsOfficer, GB, RIGHTS_OFFICER"
    })
    void a_group_answers_for_its_state_or_for_the_flight_under_its_organiser(
            String group, String party, Answerer answerer) {
        AnsweringGroup who = AnsweringGroup.of(group, GB);

        assertThat(who.party().code()).isEqualTo(party);
        assertThat(who.answerer()).isEqualTo(answerer);
        assertThat(who.group()).isEqualTo(group);
    }

    @Test
    void any_other_group_answers_no_gate() {
        assertThatThrownBy(() -> AnsweringGroup.of("GBking", GB))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GBking");
    }

    private static Reply confirmed(Gate gate) {
        return new Reply(gate, Verdict.CONFIRMED, null);
    }

    private static Reply stopped(Gate gate, @Nullable String reason) {
        return new Reply(gate, Verdict.STOP, reason);
    }

    private void answer(GatePoint point, AnsweringGroup who, Reply... replies) {
        gates.answerAt(REFERENCE, point, who, OperationServices.says(List.of(replies), null));
    }

    private void takeOff(AnsweringGroup who, int persons) {
        gates.answerAt(
                REFERENCE,
                GatePoint.D_14,
                who,
                OperationServices.says(
                        List.of(confirmed(Gate.NON_REFOULEMENT)), new Leavers(persons, Cause.COURT, "Appeals")));
    }

    private void refuse(String field, String code, Reply... replies) {
        assertThat(refusal(BadInput.class, code, () -> answer(GatePoint.D_7, FR_LEGAL, replies))
                        .field())
                .isEqualTo(field);
    }
}
