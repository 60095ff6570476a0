package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.costs.CostServices.british;
import static org.jointflights.application.costs.CostServices.charter;
import static org.jointflights.application.costs.CostServices.euro;

import java.util.Currency;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadFlightFiguresTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CostServices costs = new CostServices(ports);

    @BeforeEach
    void a_flight_with_costs_in_euro_and_pounds() {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        costs.budget.add(REFERENCE, charter(Key.EQUAL));
        costs.budget.add(
                REFERENCE, british("Escorts", Price.withoutVat(new Money(780_000, Currency.getInstance("GBP")))));
        costs.budget.add(REFERENCE, british("Left out", euro(500)));
        BudgetLine line = ports.budgets.get(REFERENCE, 3);
        ports.budgets.put(line.with(line.item(), true));
        ports.user.is("gbfinance1", "GBfinance");
    }

    @Test
    void trying_out_begins_from_what_is_in_euro_with_all_distances() {
        ReadFlightFigures.Figures figures = costs.figures.of(REFERENCE);

        CostInput input = CostJson.read(figures.json());
        assertThat(input.items()).extracting(CostItem::label).containsExactly("1 Charter");
        assertThat(input.route().shortcuts()).hasSize(3);
        assertThat(figures.unconverted()).isEqualTo(1);
    }

    @Test
    void a_strangers_flight_is_not_tried_out() {
        ports.user.is("sefinance1", "SEfinance");

        refusal(NotYours.class, "overview.flight.notYours", () -> costs.figures.of(REFERENCE));
    }
}
