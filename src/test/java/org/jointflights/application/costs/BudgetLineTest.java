package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.costs.CostServices.charter;

import java.util.Locale;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class BudgetLineTest {

    private final InMemoryPorts ports = new InMemoryPorts();

    @Test
    void a_line_says_what_was_entered() {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        NewItem entered = charter(Key.PER_RETURNEE).assuming("The price is assumed.");
        new CostServices(ports).budget.add(REFERENCE, entered);

        assertThat(ports.budgets.get(REFERENCE, 1).entered()).isEqualTo(entered);
    }

    @Test
    void the_number_of_its_line_is_what_an_items_name_begins_with() {
        assertThat(BudgetLine.positionOf(item(BudgetLine.id(12, "Buses of the day"))))
                .isEqualTo(12);
        assertThat(BudgetLine.positionOf(item("12"))).isEqualTo(12);
    }

    @Test
    void a_heading_is_told_in_the_readers_language() {
        assertThat(CostCategory.INTERPRETER.label(Locale.ENGLISH)).isEqualTo("Interpreters");
        assertThat(CostCategory.INTERPRETER.label(Locale.FRENCH)).isEqualTo("Interprètes");
    }

    @Test
    void what_empty_seats_do_was_part_of_what_the_parties_answered() throws CannotDivide {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        ports.rules.put(REFERENCE, WithdrawalRule.TAPERED);
        CostServices costs = new CostServices(ports);
        costs.budget.add(REFERENCE, charter(Key.PER_RETURNEE));

        assertThat(costs.split.forAnswers(REFERENCE, 1).withdrawalRule()).isEqualTo(WithdrawalRule.TAPERED);
    }

    private static CostItem item(String id) {
        return CostItem.direct(id, "OTHER", Money.euro(1), FR, FR);
    }
}
