package org.jointflights.domain.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jointflights.domain.flight.Timetable;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.picture.AircraftPosition.Rests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AircraftPositionTest {

    private static final Instant DEPARTURE = Instant.parse("2027-05-20T08:00:00Z");
    private static final Duration OUT = Timetable.ofLeg(4_800);
    private static final Instant LANDS = DEPARTURE.plus(OUT);
    private static final Instant LEAVES = LANDS.plus(Duration.ofHours(1));
    private static final Instant BACK = LEAVES.plus(OUT);

    @Test
    void halfway_through_its_time_it_is_halfway() {
        AircraftPosition at = at(DEPARTURE.plus(OUT.dividedBy(2)), null, null);

        assertThat(at.leg()).isZero();
        assertThat(at.part()).isCloseTo(0.5, offset(1e-6));
        assertThat(at.rests()).isEqualTo(Rests.PLANNED);
    }

    @Test
    void what_the_captain_expects_counts_and_not_the_plan() {
        Instant expected = LANDS.plus(Duration.ofHours(2));

        AircraftPosition at = at(expected.minus(OUT.dividedBy(4)), expected, null);

        assertThat(at.part()).isCloseTo(0.75, offset(1e-6));
        assertThat(at.rests()).isEqualTo(Rests.EXPECTED);
        assertThat(at.landing()).isEqualTo(expected);
    }

    @Test
    void a_landing_that_is_due_and_not_on_record_is_said_to_be_overdue() {
        assertThat(at(LANDS.plusSeconds(60), LANDS, null)).isEqualTo(new AircraftPosition(0, 1, Rests.OVERDUE, LANDS));
    }

    @Test
    void between_two_legs_it_stands_where_it_landed_and_once_all_are_flown_it_is_nowhere() {
        Instant landed = LANDS.minus(Duration.ofMinutes(10));
        assertThat(at(LANDS.plus(Duration.ofMinutes(30)), LANDS, landed))
                .isEqualTo(new AircraftPosition(0, 1, Rests.LANDED, landed));
        assertThat(AircraftPosition.at(legs(LANDS, landed), BACK.plusSeconds(1)))
                .isEmpty();
        assertThat(AircraftPosition.at(legs(null, null), DEPARTURE.minusSeconds(1)))
                .isEmpty();
    }

    private static AircraftPosition at(Instant now, @Nullable Instant expected, @Nullable Instant landed) {
        return AircraftPosition.at(legs(expected, landed), now).orElseThrow();
    }

    private static List<FlownLeg> legs(@Nullable Instant expected, @Nullable Instant landed) {
        return List.of(
                new FlownLeg("LIL", "LOS", 4_800, LANDS, expected, landed, false),
                new FlownLeg("LOS", "LIL", 4_800, BACK, null, null, false));
    }
}
