package org.jointflights.domain.publicrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Passage;
import org.junit.jupiter.api.Test;

/** From Paris by London and Accra to Lagos; the French leave in Accra, the British board in London. */
class MonitorsAboardTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Seats WATCHED = new Seats(8, 9, 1, 1, 1, 0);
    private static final Seats UNWATCHED = new Seats(8, 9, 1, 1, 0, 0);
    private static final Seats NO_PEOPLE = new Seats(0, 9, 1, 1, 0, 0);

    private final Journey journey = new Journey(
            FR,
            FlightType.JRO,
            ZonedDateTime.parse("2027-05-20T09:30:00+02:00[Europe/Paris]"),
            List.of(
                    new Stop("CDG", Purpose.START, 0),
                    new Stop("STN", Purpose.PICK_UP, 362),
                    new Stop("ACC", Purpose.DESTINATION, 5000),
                    new Stop("LOS", Purpose.DESTINATION, 400),
                    new Stop("CDG", Purpose.RETURN, 4718)),
            List.of(new Passage(FR, WATCHED, 0, 2), new Passage(GB, WATCHED, 1, 3)));

    @Test
    void one_of_each_state_watches_every_leg() {
        assertThat(onEveryLeg(WATCHED, WATCHED)).isTrue();
    }

    @Test
    void the_first_leg_and_the_last_count_too() {
        assertThat(onEveryLeg(UNWATCHED, WATCHED)).isFalse();
        assertThat(onEveryLeg(WATCHED, UNWATCHED)).isFalse();
    }

    @Test
    void nobody_watches_a_leg_on_which_nobody_is_flown() {
        assertThat(onEveryLeg(NO_PEOPLE, WATCHED)).isTrue();
        assertThat(MonitorsAboard.onEveryLeg(journey, Map.of(FR, WATCHED))).isTrue();
    }

    private boolean onEveryLeg(Seats french, Seats british) {
        return MonitorsAboard.onEveryLeg(journey, Map.of(FR, french, GB, british));
    }
}
