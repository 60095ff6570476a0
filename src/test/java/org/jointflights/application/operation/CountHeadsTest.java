package org.jointflights.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.operation.OperationServices.BE;
import static org.jointflights.application.operation.OperationServices.FR;
import static org.jointflights.application.operation.OperationServices.GB;
import static org.jointflights.application.operation.OperationServices.LILLE;
import static org.jointflights.application.operation.OperationServices.LONDON;
import static org.jointflights.application.operation.OperationServices.PRISTINA;
import static org.jointflights.application.operation.OperationServices.REFERENCE;
import static org.jointflights.application.operation.OperationServices.SEATS;
import static org.jointflights.application.operation.OperationServices.TIRANA;

import java.util.List;
import java.util.Locale;
import org.jointflights.application.operation.CountHeads.StateAboard;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.operation.GateReplies.Reply;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.TakenOff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountHeadsTest {

    private static final Leavers TWO = new Leavers(2, Cause.ABSCONDED, "Not there");

    private final OperationServices services = new OperationServices();
    private final CountHeads heads = services.heads;

    @BeforeEach
    void an_escort_leader_counts() {
        services.as("GBescortleader");
    }

    @Test
    void those_are_to_be_counted_who_board_there_and_have_not_been() {
        services.confirmUntilLondon();
        assertThat(heads.toBeCounted(REFERENCE, LONDON)).containsExactly(BE, GB);
        assertThat(heads.toBeCounted(REFERENCE, LILLE)).containsExactly(FR);

        services.countAll(BE, LONDON);

        assertThat(heads.toBeCounted(REFERENCE, LONDON)).containsExactly(GB);
        assertThat(heads.of(REFERENCE, BE).boarding()).isNotNull();
        assertThat(heads.of(REFERENCE, GB).boarding()).isNull();
    }

    @Test
    void nobody_boards_before_every_gate_is_confirmed() {
        services.confirm(GatePoint.D_21);
        services.confirm(GatePoint.D_14);
        services.confirmBeforeLeaving(LONDON);

        refusal(Conflict.class, "operation.mayNotBoard", () -> services.countAll(GB, LONDON));

        assertThat(services.counts.boardings(REFERENCE)).isEmpty();
    }

    @Test
    void nor_while_one_is_stopped() {
        services.confirmUntilLondon();
        services.gates.answerLastCall(
                REFERENCE,
                TIRANA,
                new AnsweringGroup(GB, Answerer.LEGAL),
                OperationServices.says(
                        List.of(
                                new Reply(Gate.NON_REFOULEMENT, Verdict.STOP, "No."),
                                new Reply(Gate.NO_LAST_CALL_STOP, Verdict.CONFIRMED, null)),
                        null));

        Conflict refused = refusal(Conflict.class, "operation.mayNotBoard", () -> services.countAll(GB, LONDON));

        assertThat(refused.asSentence().arguments()).startsWith(GB.toString());
        assertThat(services.counts.boardings(REFERENCE)).isEmpty();
        services.countAll(BE, LONDON);
    }

    /** Finding 4: a suspension, in flight too, keeps everybody where they are. */
    @Test
    void nor_while_the_flight_is_suspended_and_nobody_is_handed_over_then() {
        services.confirmUntilLondon();
        services.ports.flights.put(services.ports.flights.get(REFERENCE).suspended("A report came."));

        refusal(Conflict.class, "common.flight.suspended", () -> services.countAll(GB, LONDON));
        refusal(Conflict.class, "common.flight.suspended", () -> heads.handOver(REFERENCE, GB, 10, 0, 10, null));
        assertThat(services.counts.boardings(REFERENCE)).isEmpty();

        services.ports.flights.put(services.ports.flights.get(REFERENCE).resumed());
        services.countAll(GB, LONDON);
    }

    @Test
    void who_is_on_board_is_written_down() {
        services.confirmUntilLondon();

        services.countAll(GB, LONDON);

        assertThat(services.counts.boardings(REFERENCE))
                .containsExactly(new Boarding(REFERENCE, GB, LONDON, SEATS, "gbescortleader", services.now()));
        assertThat(services.counts.takenOff(REFERENCE)).isEmpty();
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.BOARDED, GB, List.of(GB, 10, 8));
    }

    @Test
    void and_counted_once() {
        services.confirmUntilLondon();
        services.countAll(GB, LONDON);

        Conflict refused = refusal(Conflict.class, "operation.alreadyCounted", () -> services.countAll(GB, LONDON));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), GB));
        assertThat(services.counts.boardings(REFERENCE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"11, 4, returnees", "10, 5, escorts"})
    void not_more_than_have_seats(int returnees, int escorts, String field) {
        services.confirmUntilLondon();

        BadInput refused = refusal(
                BadInput.class,
                "operation.aboard",
                () -> heads.countAboard(REFERENCE, GB, LONDON, new Seats(returnees, escorts, 1, 1, 1, 1), null));

        assertThat(refused.field()).isEqualTo(field);
        assertThat(services.counts.boardings(REFERENCE)).isEmpty();
    }

    @Test
    void whoever_did_not_come_is_accounted_for() {
        services.confirmUntilLondon();
        Seats eight = new Seats(8, 4, 1, 1, 1, 1);

        for (Leavers absent :
                new Leavers[] {null, new Leavers(1, Cause.OTHER, "One"), new Leavers(3, Cause.OTHER, "x")}) {
            BadInput refused = refusal(
                    BadInput.class, "operation.absent", () -> heads.countAboard(REFERENCE, GB, LONDON, eight, absent));
            assertThat(refused.field()).isEqualTo("absent");
            assertThat(refused.value()).isEqualTo(String.valueOf(absent == null ? 0 : absent.persons()));
            assertThat(refused.asSentence().arguments()).endsWith("2");
        }
        assertThat(services.counts.takenOff(REFERENCE)).isEmpty();

        heads.countAboard(REFERENCE, GB, LONDON, eight, TWO);

        assertThat(services.counts.takenOff(REFERENCE))
                .containsExactly(new TakenOff(
                        REFERENCE,
                        GB,
                        GatePoint.BOARDING,
                        LONDON,
                        2,
                        Cause.ABSCONDED,
                        "Not there",
                        "gbescortleader",
                        services.now()));
        assertThat(services.counts.boardings(REFERENCE))
                .extracting(Boarding::aboard)
                .containsExactly(eight);
    }

    @Test
    void the_organiser_sees_counts_of_every_state_and_whether_it_may_board() {
        services.confirmUntilLondon();
        services.countAll(GB, LONDON);

        List<StateAboard> states = heads.overview(REFERENCE);

        assertThat(states)
                .extracting(StateAboard::onList, StateAboard::aboard, StateAboard::staff)
                .containsExactly(tuple(10, 0, 0), tuple(10, 0, 0), tuple(10, 10, 8));
        assertThat(states.get(2).gates()).isEqualTo(Sentence.of("operation.overview.confirmed"));
        assertThat(states.get(1).gates()).isEqualTo(Sentence.of("operation.overview.notConfirmed"));
        assertThat(states.get(1).state().in(Locale.ENGLISH)).startsWith("FR").endsWith("Lille (LIL)");
    }

    @Test
    void those_have_a_last_call_who_leave_there_with_anybody() {
        services.flyToPristina();

        assertThat(heads.lastCalls(REFERENCE, PRISTINA)).containsExactly(BE);
        assertThat(heads.lastCalls(REFERENCE, TIRANA)).containsExactly(FR, GB);
        assertThat(heads.lastCalls(REFERENCE, LILLE)).isEmpty();
    }

    @Test
    void a_state_with_nobody_on_board_has_none() {
        services.confirmUntilLondon();
        heads.countAboard(
                REFERENCE, GB, LONDON, new Seats(0, 4, 1, 1, 1, 1), new Leavers(10, Cause.OTHER, "Nobody came"));

        assertThat(heads.lastCalls(REFERENCE, TIRANA)).isEmpty();
        assertThat(heads.everybodyCleared(REFERENCE, TIRANA)).isTrue();
    }

    @Test
    void those_are_cleared_whose_last_call_is_confirmed() {
        services.flyToPristina();
        services.confirmLastCall(GB);

        assertThat(heads.cleared(REFERENCE, TIRANA)).containsExactly(GB);
        assertThat(heads.everybodyCleared(REFERENCE, TIRANA)).isFalse();
        services.confirmLastCall(FR);
        assertThat(heads.everybodyCleared(REFERENCE, TIRANA)).isTrue();
    }

    @Test
    void the_people_of_the_others_return_with_the_aircraft() {
        services.flyToPristina();
        services.confirmLastCall(GB);

        heads.keepAboard(REFERENCE, TIRANA);

        assertThat(services.counts.handOvers(REFERENCE))
                .extracting(HandOver::party, HandOver::handedOver, HandOver::returning, HandOver::by, HandOver::at)
                .containsExactly(tuple(FR, 0, 10, "system", services.now()));
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.KEPT_ABOARD, FR, List.of(FR, 10));
    }

    /** Its people got off before the aircraft left: whom would it count where the aircraft lands? */
    @Test
    void a_state_that_withdrew_when_it_had_been_counted_counts_nobody_back() {
        services.flyToPristina();
        services.put(GB, Status.WITHDRAWN, "STN", "TIA");

        assertThat(heads.toBeCountedBack(REFERENCE)).containsExactly(BE, FR);
        assertThat(services.restrained.aboard(REFERENCE)).containsExactly(BE, FR);
    }

    @Test
    void nobody_is_handed_over_before_the_last_call_is_confirmed() {
        services.flyToPristina();

        Conflict refused = refusal(Conflict.class, "operation.mayNotHandOver", () -> handOver(10, 0, null));

        assertThat(refused.asSentence().arguments()).startsWith(BE.toString());
        assertThat(services.counts.handOvers(REFERENCE)).isEmpty();
    }

    @Test
    void all_are_handed_over_or_return_for_a_reason() {
        services.flyToPristina();
        services.confirmLastCall(BE);

        for (int returning : new int[] {1, 3}) {
            BadInput sum =
                    refusal(BadInput.class, "operation.handedOver.sum", () -> handOver(8, returning, "Not admitted"));
            assertThat(sum.field()).isEqualTo("handedOver");
            assertThat(sum.asSentence().arguments()).endsWith(String.valueOf(returning), "10");
        }
        BadInput why = refusal(BadInput.class, "operation.handedOver.reason", () -> handOver(8, 2, null));
        assertThat(why.field()).isEqualTo("reason");
        assertThat(services.counts.handOvers(REFERENCE)).isEmpty();

        handOver(8, 2, "Not admitted");

        assertThat(services.counts.handOvers(REFERENCE))
                .containsExactly(
                        new HandOver(REFERENCE, BE, 8, 2, 8, "Not admitted", "gbescortleader", services.now()));
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.HANDED_OVER, BE, List.of(BE, 8, 2));
    }

    @Test
    void where_all_are_handed_over_no_reason_is_asked_for() {
        services.flyToPristina();
        services.confirmLastCall(BE);

        handOver(10, 0, null);

        assertThat(services.counts.handOvers(REFERENCE))
                .extracting(HandOver::returning)
                .containsExactly(0);
    }

    private void handOver(int handedOver, int notHandedOver, @Nullable String reason) {
        heads.handOver(REFERENCE, BE, handedOver, notHandedOver, handedOver, reason);
    }
}
