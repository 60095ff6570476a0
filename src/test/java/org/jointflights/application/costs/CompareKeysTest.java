package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.costs.CostServices.british;
import static org.jointflights.application.costs.CostServices.charter;
import static org.jointflights.application.costs.CostServices.euro;
import static org.jointflights.application.costs.CostServices.shared;

import java.util.Map;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareKeysTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CostServices costs = new CostServices(ports);

    @BeforeEach
    void a_flight_with_a_charter_and_a_cost_of_the_united_kingdom() {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        costs.budget.add(REFERENCE, charter(Key.EQUAL));
        costs.budget.add(REFERENCE, british("Escorts", euro(500)));
    }

    @Test
    void each_key_says_who_would_bear_what_and_direct_costs_stay_where_they_are() {
        assertThat(costs.compare.of(REFERENCE))
                .containsEntry(Key.EQUAL, Map.of(FR, Money.euro(13_100_000), GB, Money.euro(13_100_500)))
                .containsEntry(Key.PER_RETURNEE, Map.of(FR, Money.euro(10_188_889), GB, Money.euro(16_011_611)))
                .containsKeys(Key.ofBudgets().toArray(Key[]::new));
    }

    @Test
    void what_is_left_out_is_compared_by_no_key() {
        BudgetLine line = ports.budgets.get(REFERENCE, 1);
        ports.budgets.put(line.with(line.item(), true));

        assertThat(costs.compare.of(REFERENCE).get(Key.EQUAL))
                .isEqualTo(Map.of(FR, Money.euro(0), GB, Money.euro(500)));
    }

    @Test
    void a_key_that_cannot_divide_the_costs_is_left_out() {
        costs.budget.add(REFERENCE, shared("Buses", FR, Set.of(Party.FRONTEX, FR)));
        ports.participations.put(
                ports.participations.get(REFERENCE, FR).declared(Seats.NONE, "CDG", null, ports.clock.instant()));

        assertThat(costs.compare.of(REFERENCE)).containsKey(Key.EQUAL).doesNotContainKey(Key.PER_SEAT);
    }
}
