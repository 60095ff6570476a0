package org.jointflights.domain.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.flight.SomeFlight.ROUTE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.Route.Leg;
import org.jointflights.domain.flight.Stop.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "START DESTINATION",
                "START DESTINATION RETURN",
                "START PICK_UP DESTINATION DESTINATION RETURN RETURN",
                "START DESTINATION PICK_UP DESTINATION"
            })
    void a_route_starts_picks_up_hands_over_and_flies_back(String purposes) {
        assertThat(route(purposes).stops()).hasSize(purposes.split(" ").length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESTINATION START",
                "PICK_UP DESTINATION",
                "START START DESTINATION",
                "START PICK_UP",
                "START RETURN",
                "START DESTINATION PICK_UP",
                "START RETURN DESTINATION",
                "START DESTINATION RETURN PICK_UP"
            })
    void any_other_order_is_refused_in_a_sentence(String purposes) {
        assertThatThrownBy(() -> route(purposes))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("picks people up before its last destination");
    }

    @Test
    void a_route_has_from_two_to_thirty_one_stops() {
        assertThatCode(() -> withPickUps(29)).doesNotThrowAnyException();
        assertThatThrownBy(() -> withPickUps(30))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("from 2 to 31 stops");
        assertThatThrownBy(() -> route("START")).isInstanceOf(BadInput.class).hasMessageContaining("from 2 to 31");
        assertThatThrownBy(() -> new Route(List.of())).isInstanceOf(BadInput.class);
    }

    @Test
    void a_leg_leads_from_one_stop_to_the_next_with_the_kilometres_to_it() {
        assertThat(ROUTE.legs())
                .containsExactly(
                        new Leg(0, "CDG", "STN", 370),
                        new Leg(1, "STN", "ACC", 5100),
                        new Leg(2, "ACC", "LOS", 400),
                        new Leg(3, "LOS", "CDG", 4700));
        assertThat(ROUTE.km()).isEqualTo(10_570);
    }

    @ParameterizedTest
    @CsvSource({"CDG, LOS, 0 1 2 3", "CDG, , 0 1 2 3", "CDG, ACC, 0 1 3", "STN, LOS, 1 2 3", "STN, ACC, 1 3"})
    void a_party_flies_from_where_it_boards_to_where_it_hands_over_and_shares_the_way_back(
            String boards, String leaves, String legs) {
        assertThat(ROUTE.legsOf(boards, leaves))
                .extracting(Leg::position)
                .containsExactlyElementsOf(
                        Stream.of(legs.split(" ")).map(Integer::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({"LOS, LOS", "LHR, LOS", "STN, CDG", "STN, STN", "STN, LHR"})
    void nobody_boards_at_a_destination_or_is_handed_over_elsewhere(String boards, String leaves) {
        assertThatThrownBy(() -> ROUTE.legsOf(boards, leaves))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("The route of this flight is CDG – STN – ACC – LOS – CDG");
    }

    @Test
    void a_route_names_where_people_board_and_where_they_are_handed_over() {
        assertThat(ROUTE.embarkations()).containsExactly("CDG", "STN");
        assertThat(ROUTE.destinations()).containsExactly("ACC", "LOS");
        assertThat(ROUTE).hasToString("CDG – STN – ACC – LOS – CDG");
    }

    private static Route route(String purposes) {
        return new Route(Stream.of(purposes.split(" "))
                .map(purpose -> new Stop("CDG", Purpose.valueOf(purpose), 0))
                .toList());
    }

    private static Route withPickUps(int pickUps) {
        List<Stop> stops = new ArrayList<>();
        stops.add(new Stop("CDG", Purpose.START, 0));
        for (int i = 0; i < pickUps; i++) {
            stops.add(new Stop("STN", Purpose.PICK_UP, 1));
        }
        stops.add(new Stop("LOS", Purpose.DESTINATION, 1));
        return new Route(stops);
    }
}
