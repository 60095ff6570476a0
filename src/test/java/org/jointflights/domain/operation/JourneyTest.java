package org.jointflights.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From London by Lille to Pristina and Tirana, and home to London: who is where aboard. */
class JourneyTest {

    private static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    private static final Instant NOW = Instant.parse("2027-04-20T06:00:00Z");
    private static final Party BE = new Party("BE");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Seats SEATS = new Seats(5, 10, 0, 0, 0, 0);

    private static final Journey JOURNEY = journey(
            part(BE, Status.COMMITTED, "STN", "PRN"),
            part(FR, Status.DECLARED, "LIL", null),
            part(GB, Status.COMMITTED, null, "TIA"));

    @Test
    void the_aircraft_stops_for_people_up_to_the_last_destination_and_not_on_the_way_home() {
        assertThat(JOURNEY.stops()).containsExactly(1, 2, 3);
        assertThat(JOURNEY.lastStop()).isEqualTo(3);
        assertThat(JOURNEY.stops()).extracting(JOURNEY::airport).containsExactly("LIL", "PRN", "TIA");
    }

    @Test
    void each_state_boards_where_it_said_or_at_the_start_and_leaves_where_it_said_or_at_the_end() {
        assertThat(JOURNEY.passages())
                .containsExactly(
                        new Passage(BE, SEATS, 0, 2), new Passage(FR, SEATS, 1, 3), new Passage(GB, SEATS, 0, 3));
        assertThat(JOURNEY.organiser()).isEqualTo(GB);
    }

    @Test
    void it_is_known_who_boards_and_who_leaves_at_a_stop() {
        assertThat(JOURNEY.boardingAt(0)).extracting(Passage::party).containsExactly(BE, GB);
        assertThat(JOURNEY.boardingAt(1)).extracting(Passage::party).containsExactly(FR);
        assertThat(JOURNEY.boardingAt(2)).isEmpty();
        assertThat(JOURNEY.leavingAt(2)).extracting(Passage::party).containsExactly(BE);
        assertThat(JOURNEY.leavingAt(3)).extracting(Passage::party).containsExactly(FR, GB);
        assertThat(JOURNEY.leavingAt(1)).isEmpty();
    }

    @Test
    void frontex_and_those_who_do_not_take_part_are_not_aboard() {
        Journey alone = journey(
                part(BE, Status.WITHDRAWN, "STN", "PRN"),
                part(FR, Status.DECLINED, null, null),
                part(Party.FRONTEX, Status.COMMITTED, "STN", null),
                part(GB, Status.COMMITTED, "STN", null));

        assertThat(alone.passages()).extracting(Passage::party).containsExactly(GB);
    }

    @Test
    void nobody_boards_at_a_destination_or_leaves_where_others_board() {
        assertThatThrownBy(() -> journey(part(FR, Status.COMMITTED, "PRN", null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("FR boards nowhere on the route");
        assertThatThrownBy(() -> journey(part(FR, Status.COMMITTED, "STN", "LIL")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("FR leaves nowhere on the route");
    }

    private static Journey journey(Participation... parts) {
        return Journey.of(FlightToTirana.since(REFERENCE, NOW), List.of(parts));
    }

    private static Participation part(
            Party party, Status status, @Nullable String embarkation, @Nullable String handOver) {
        return new Participation(REFERENCE, party, status, SEATS, embarkation, handOver, null, NOW, null);
    }
}
