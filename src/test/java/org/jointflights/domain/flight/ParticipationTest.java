package org.jointflights.domain.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.flight.SomeFlight.DEPARTURE;
import static org.jointflights.domain.flight.SomeFlight.FR;
import static org.jointflights.domain.flight.SomeFlight.GB;
import static org.jointflights.domain.flight.SomeFlight.NOW;
import static org.jointflights.domain.flight.SomeFlight.REFERENCE;

import java.time.Instant;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParticipationTest {

    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Seats SEATS = new Seats(20, 36, 1, 0, 0, 0);

    @ParameterizedTest
    @CsvSource({
        "INVITED, DECLARED, true",
        "INVITED, DECLINED, true",
        "INVITED, WITHDRAWN, true",
        "INVITED, COMMITTED, false",
        "DECLARED, DECLARED, true",
        "DECLARED, DECLINED, true",
        "DECLARED, COMMITTED, true",
        "DECLARED, WITHDRAWN, true",
        "DECLINED, DECLARED, true",
        "DECLINED, DECLINED, true",
        "DECLINED, COMMITTED, false",
        "DECLINED, WITHDRAWN, false",
        "COMMITTED, DECLARED, true",
        "COMMITTED, DECLINED, true",
        "COMMITTED, COMMITTED, true",
        "COMMITTED, WITHDRAWN, true",
        "WITHDRAWN, DECLARED, false",
        "WITHDRAWN, DECLINED, false",
        "WITHDRAWN, COMMITTED, false",
        "WITHDRAWN, WITHDRAWN, false"
    })
    void each_answer_is_possible_from_where_it_makes_sense_only(Status from, Status to, boolean possible) {
        Participation part = at(from);
        assertThat(from.mayBecome(to)).isEqualTo(possible);

        if (possible) {
            Participation moved = moved(part, to);
            assertThat(moved.status()).isEqualTo(to);
            assertThat(moved.since()).isEqualTo(LATER);
        } else {
            assertThatThrownBy(() -> moved(part, to)).isInstanceOf(Conflict.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void only_who_is_out_without_having_withdrawn_is_invited_again(Status from) {
        assertThat(from.mayBecome(Status.INVITED)).isEqualTo(from == Status.DECLINED);
    }

    @Test
    void a_state_that_has_not_answered_is_not_committed_and_both_states_are_named() {
        assertThatThrownBy(() -> at(Status.INVITED).committed(LATER))
                .isInstanceOf(Conflict.class)
                .hasMessage("GB in flight JRO-2027-0001 is at “Invited” and cannot pass to “Committed”.");
        assertThatThrownBy(() -> at(Status.DECLINED).committed(LATER))
                .hasMessage("GB in flight JRO-2027-0001 is at “Does not take part” and cannot pass to “Committed”.");
    }

    @Test
    void a_state_that_has_withdrawn_is_told_so_whatever_it_answers() {
        Participation gone = at(Status.WITHDRAWN);
        for (Status answer : new Status[] {Status.DECLARED, Status.DECLINED, Status.COMMITTED}) {
            assertThatThrownBy(() -> moved(gone, answer))
                    .isInstanceOf(Conflict.class)
                    .hasMessage("GB has withdrawn from flight JRO-2027-0001.");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"DECLINED", "WITHDRAWN"})
    void a_state_that_is_out_does_not_withdraw(Status out) {
        assertThat(at(out).mayWithdraw()).isFalse();
        assertThatThrownBy(() -> moved(at(out), Status.WITHDRAWN))
                .isInstanceOf(Conflict.class)
                .hasMessage("GB does not take part in flight JRO-2027-0001, so it cannot withdraw.");
    }

    @Test
    void an_invited_state_has_no_seats_and_its_answer_is_awaited() {
        Participation invited = Participation.invited(REFERENCE, GB, NOW);

        assertThat(invited.seats()).isEqualTo(Seats.NONE);
        assertThat(invited.isAwaited()).isTrue();
        assertThat(invited.takesPart()).isFalse();
        assertThat(invited.mayWithdraw()).isTrue();
    }

    @Test
    void an_answer_is_kept_as_given_and_a_correction_replaces_it_whole() {
        Participation first = at(Status.INVITED).declared(SEATS, "STN", "ACC", NOW);
        assertThat(first)
                .isEqualTo(new Participation(REFERENCE, GB, Status.DECLARED, SEATS, "STN", "ACC", null, NOW, null));
        assertThat(first.isAwaited()).isFalse();
        assertThat(first.takesPart()).isTrue();

        Participation no = first.declined("no returnees", LATER);
        assertThat(no)
                .isEqualTo(new Participation(
                        REFERENCE, GB, Status.DECLINED, Seats.NONE, null, null, "no returnees", LATER, null));
        assertThat(no.takesPart()).isFalse();
        assertThat(no.declared(SEATS, "CDG", null, LATER).reason()).isNull();
    }

    @Test
    void the_commitment_keeps_the_seats_and_where_they_board() {
        assertThat(at(Status.DECLARED).committed(LATER))
                .isEqualTo(new Participation(REFERENCE, GB, Status.COMMITTED, SEATS, "STN", "LOS", null, LATER, null));
        assertThat(at(Status.COMMITTED).takesPart()).isTrue();
    }

    @Test
    void at_the_deadline_a_silent_state_is_out() {
        Participation closed = at(Status.INVITED).closed(SomeFlight.at(Stage.PLANNING), LATER);

        assertThat(closed.status()).isEqualTo(Status.DECLINED);
        assertThat(closed.reason()).isEmpty();
        assertThat(closed.since()).isEqualTo(LATER);
    }

    @Test
    void at_the_deadline_a_silent_organiser_stays_without_seats_from_where_the_flight_starts() {
        Participation closed = Participation.invited(REFERENCE, FR, NOW).closed(SomeFlight.at(Stage.PLANNING), LATER);

        assertThat(closed)
                .isEqualTo(
                        new Participation(REFERENCE, FR, Status.DECLARED, Seats.NONE, "CDG", null, null, LATER, null));
    }

    @Test
    void the_deadline_overwrites_no_answer() {
        assertThatThrownBy(() -> at(Status.DECLARED).closed(SomeFlight.at(Stage.PLANNING), LATER))
                .isInstanceOf(Conflict.class)
                .hasMessage("GB in flight JRO-2027-0001 is at “Takes part” and cannot pass to “Does not take part”.");
    }

    @ParameterizedTest
    @CsvSource({
        // Departure is on 20 May at 09:30 in Paris; days are counted on the calendar there.
        "2027-05-10T12:00:00Z, 10",
        "2027-05-19T21:59:59Z, 1",
        "2027-05-19T22:00:00Z, 0",
        "2027-05-20T07:29:00Z, 0",
        "2027-05-21T12:00:00Z, 0"
    })
    void a_withdrawal_keeps_the_seats_and_the_days_that_were_left(Instant when, int days) {
        Participation gone =
                at(Status.COMMITTED).withdrawn(WithdrawalCause.LEGAL, "a court's decision", when, DEPARTURE);

        assertThat(gone)
                .isEqualTo(new Participation(
                        REFERENCE,
                        GB,
                        Status.WITHDRAWN,
                        SEATS,
                        "STN",
                        "LOS",
                        "a court's decision",
                        when,
                        days,
                        WithdrawalCause.LEGAL));
        assertThat(gone.takesPart()).isFalse();
    }

    private static Participation at(Status status) {
        return new Participation(REFERENCE, new Party("GB"), status, SEATS, "STN", "LOS", null, NOW, null);
    }

    private static Participation moved(Participation part, Status to) {
        return switch (to) {
            case DECLARED -> part.declared(SEATS, "STN", null, LATER);
            case DECLINED -> part.declined("no returnees", LATER);
            case COMMITTED -> part.committed(LATER);
            case WITHDRAWN -> part.withdrawn(WithdrawalCause.LEGAL, "a court's decision", LATER, DEPARTURE);
            case INVITED -> throw new AssertionError("nothing leads back to the invitation");
        };
    }
}
