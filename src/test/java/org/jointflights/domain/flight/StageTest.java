package org.jointflights.domain.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.flight.SomeFlight.NOW;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    @ParameterizedTest
    @CsvSource({
        "PLANNING, COST_SHARING SETTLEMENT GIVEN_UP",
        "COST_SHARING, PLANNING APPROVAL SETTLEMENT GIVEN_UP",
        "APPROVAL, PLANNING COST_SHARING CONTRACTING PERMITS SETTLEMENT GIVEN_UP",
        "CONTRACTING, PLANNING COST_SHARING APPROVAL PERMITS SETTLEMENT",
        "PERMITS, PLANNING COST_SHARING APPROVAL CONTRACTING OPERATION SETTLEMENT",
        "OPERATION, PLANNING COST_SHARING APPROVAL CONTRACTING PERMITS IN_FLIGHT SETTLEMENT",
        "IN_FLIGHT, SETTLEMENT",
        "SETTLEMENT, CLOSED CANCELLED",
        "CLOSED, ''",
        "CANCELLED, ''",
        "GIVEN_UP, ''"
    })
    void a_flight_passes_only_where_the_law_s_order_or_a_changed_plan_leads_it(Stage from, String to) {
        Flight flight = SomeFlight.at(from);
        Set<Stage> legal = Stream.of(to.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Stage::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));

        for (Stage next : Stage.values()) {
            if (legal.contains(next)) {
                Flight reached = flight.reached(next, NOW);
                assertThat(reached.stage()).isEqualTo(next);
                assertThat(reached.stageSince()).isEqualTo(NOW);
            } else {
                assertThatThrownBy(() -> flight.reached(next, NOW))
                        .as("%s to %s", from, next)
                        .isInstanceOf(Conflict.class)
                        .hasMessage("Flight JRO-2027-0001 is at the stage “%s” and cannot pass to “%s”."
                                .formatted(
                                        from.words().in(Locale.ENGLISH),
                                        next.words().in(Locale.ENGLISH)));
            }
        }
    }

    @Test
    void the_aircraft_leaves_between_the_operation_and_the_flight() {
        assertThat(EnumSet.allOf(Stage.class).stream().filter(Stage::isAfterDeparture))
                .containsExactly(Stage.IN_FLIGHT, Stage.SETTLEMENT, Stage.CLOSED, Stage.CANCELLED, Stage.GIVEN_UP);
    }

    @Test
    void the_signed_version_stands_from_the_contract_on() {
        assertThat(EnumSet.allOf(Stage.class).stream().filter(stage -> !stage.isCommitted()))
                .containsExactly(Stage.PLANNING, Stage.COST_SHARING, Stage.APPROVAL, Stage.GIVEN_UP);
    }

    @Test
    void a_flight_is_over_when_it_is_closed_cancelled_or_given_up() {
        assertThat(EnumSet.allOf(Stage.class).stream().filter(Stage::isOver))
                .containsExactly(Stage.CLOSED, Stage.CANCELLED, Stage.GIVEN_UP);
    }
}
