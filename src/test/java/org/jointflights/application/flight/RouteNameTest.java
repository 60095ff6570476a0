package org.jointflights.application.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RouteNameTest {

    private static final RouteName ROUTE = new RouteName(List.of("STN", "LIL", "TIA", "STN"));

    @Test
    void a_route_is_read_by_its_cities_in_the_readers_language_with_the_codes_that_tell_their_airports_apart() {
        assertThat(ROUTE.in(Locale.ENGLISH)).isEqualTo("London (STN) – Lille (LIL) – Tirana (TIA) – London (STN)");
        assertThat(ROUTE.in(Locale.FRENCH)).isEqualTo("Londres (STN) – Lille (LIL) – Tirana (TIA) – Londres (STN)");
    }

    @Test
    void an_airport_that_the_list_does_not_know_is_its_code() {
        assertThat(new RouteName(List.of("STN", "XXX")).in(Locale.ENGLISH)).isEqualTo("London (STN) – XXX");
    }
}
