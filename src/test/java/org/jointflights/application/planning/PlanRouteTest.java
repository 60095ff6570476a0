package org.jointflights.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.ZoneId;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRouteTest {

    private final PlanRoute routes = new PlanningServices(new InMemoryPorts()).routes;

    @Test
    void the_route_begins_and_ends_where_the_first_state_boards() {
        assertThat(routes.plan("CDG, STN", "ACC LOS").stops())
                .containsExactly(
                        new Stop("CDG", Purpose.START, 0),
                        new Stop("STN", Purpose.PICK_UP, 362),
                        new Stop("ACC", Purpose.DESTINATION, 5146),
                        new Stop("LOS", Purpose.DESTINATION, 399),
                        new Stop("CDG", Purpose.RETURN, 4718));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CDG STN", " cdg,stn ", "CDG-STN", "CDG – STN", "CDG; STN"})
    void airports_are_separated_however_people_type(String embarkations) {
        assertThat(routes.plan(embarkations, "LOS").embarkations()).containsExactly("CDG", "STN");
    }

    @Test
    void an_airport_that_is_on_no_list_is_refused_in_its_field() {
        assertThat(refusal(BadInput.class, "common.airport", () -> routes.plan("CDG XYZ", "LOS"))
                        .field())
                .isEqualTo("embarkations");
        assertThat(refusal(BadInput.class, "common.airport", () -> routes.plan("CDG", "XYZ"))
                        .field())
                .isEqualTo("destinations");
    }

    @Test
    void days_and_hours_are_counted_where_it_starts() {
        assertThat(routes.start(routes.plan("STN CDG", "LOS")).zone()).isEqualTo(ZoneId.of("Europe/London"));
    }
}
