package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.costs.CostServices.charter;

import java.util.Locale;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.Test;

class BudgetLineTest {

    private final InMemoryPorts ports = new InMemoryPorts();

    @Test
    void a_line_says_what_was_entered() {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        NewItem entered = charter(Key.PER_RETURNEE);
        new CostServices(ports).budget.add(REFERENCE, entered);

        assertThat(ports.budgets.get(REFERENCE, 1).entered()).isEqualTo(entered);
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
}
