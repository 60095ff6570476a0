package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Release;
import org.junit.jupiter.api.Test;

/** Seats that were given up: by a state that withdrew, or by one whose seats another used. */
class ReleasesTest {

    private static final Party BE = new Party("BE");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party SE = new Party("SE");

    @Test
    void a_state_that_withdrew_gave_up_all_its_seats_on_that_day() {
        Seats committed = new Seats(10, 20, 1, 1, 1, 1);

        assertThat(Releases.ofWithdrawn(
                        List.of(
                                Participant.committed(FR, new Seats(30, 60, 0, 0, 0, 0)),
                                Participant.committed(GB, committed)),
                        Map.of(GB, 9)))
                .containsExactly(new Release(GB, null, committed, 9));
    }

    @Test
    void seats_that_stayed_empty_are_released_as_far_as_another_party_used_them() {
        assertThat(Releases.ofReused(
                        List.of(flew(FR, returnees(10), returnees(4)), flew(GB, returnees(5), returnees(8)))))
                .containsExactly(new Release(FR, GB, returnees(3), 0));
        assertThat(Releases.ofReused(
                        List.of(flew(FR, returnees(10), returnees(8)), flew(GB, returnees(5), returnees(8)))))
                .containsExactly(new Release(FR, GB, returnees(2), 0));
    }

    @Test
    void seats_that_nobody_took_over_are_not_released() {
        assertThat(Releases.ofReused(
                        List.of(flew(FR, returnees(10), returnees(4)), flew(GB, returnees(5), returnees(5)))))
                .isEmpty();
        assertThat(Releases.ofReused(
                        List.of(flew(FR, returnees(10), returnees(10)), flew(GB, returnees(5), returnees(7)))))
                .as("more people than seats, and none came free")
                .isEmpty();
    }

    @Test
    void each_seat_is_taken_over_once_in_the_order_of_the_codes() {
        assertThat(Releases.ofReused(List.of(
                        flew(SE, returnees(0), returnees(3)),
                        flew(GB, returnees(4), returnees(1)),
                        flew(FR, returnees(1), returnees(3)),
                        flew(BE, returnees(5), returnees(4)))))
                .containsExactly(
                        new Release(BE, FR, returnees(1), 0),
                        new Release(GB, FR, returnees(1), 0),
                        new Release(GB, SE, returnees(2), 0));
    }

    @Test
    void a_seat_is_taken_over_only_by_somebody_of_the_same_kind() {
        Seats committed = new Seats(6, 6, 6, 6, 6, 6);

        assertThat(Releases.ofReused(
                        List.of(flew(FR, committed, new Seats(5, 4, 3, 2, 1, 0)), flew(GB, Seats.NONE, committed))))
                .containsExactly(new Release(FR, GB, new Seats(1, 2, 3, 4, 5, 6), 0));
        assertThat(Releases.ofReused(
                        List.of(flew(FR, new Seats(0, 5, 0, 0, 0, 0), Seats.NONE), flew(GB, Seats.NONE, returnees(5)))))
                .isEmpty();
    }

    private static Participant flew(Party party, Seats committed, Seats used) {
        return new Participant(party, committed, used);
    }

    private static Seats returnees(int count) {
        return new Seats(count, 0, 0, 0, 0, 0);
    }
}
