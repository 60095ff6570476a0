package org.jointflights.domain.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kilometres, from which shares by distance follow: worked out by the haversine formula, which is another one. */
class AirportTest {

    private static final Map<String, Airport> AIRPORTS = Map.of(
            "CDG", at(49.0097, 2.5479),
            "LOS", at(6.5774, 3.3212),
            "STN", at(51.885, 0.235),
            "PRN", at(42.5728, 21.0358),
            "KEF", at(63.985, -22.6056),
            "AKL", at(-37.0081, 174.7917),
            "APW", at(-13.83, -172.0083));

    @ParameterizedTest
    @CsvSource({
        "CDG, LOS, 4719",
        "CDG, STN, 359",
        "STN, PRN, 1871",
        // To the other end of the world, and across the line where the date changes.
        "KEF, AKL, 16798",
        "AKL, APW, 2891"
    })
    void the_way_between_two_airports_is_the_shortest_one_over_the_globe_there_and_back(
            String from, String to, int kilometres) {
        Airport here = Objects.requireNonNull(AIRPORTS.get(from));
        Airport there = Objects.requireNonNull(AIRPORTS.get(to));

        assertThat(here.kilometresTo(there)).isEqualTo(kilometres);
        assertThat(there.kilometresTo(here)).isEqualTo(kilometres);
    }

    @Test
    void a_quarter_and_a_half_of_the_globe_are_known() {
        assertThat(at(0, 0).kilometresTo(at(0, 90))).isEqualTo(10_008);
        assertThat(at(0, 0).kilometresTo(at(90, 0))).isEqualTo(10_008);
        assertThat(at(90, 0).kilometresTo(at(-90, 0))).isEqualTo(20_015);
        assertThat(at(12, 34).kilometresTo(at(12, 34))).isZero();
    }

    private static Airport at(double latitude, double longitude) {
        return new Airport("XXX", latitude, longitude, ZoneOffset.UTC, "XX");
    }
}
