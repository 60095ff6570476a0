package org.jointflights.application.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.application.ParisToLagos.BRITISH;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.FRENCH;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.ParisToLagos.ROUTE;

import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Split;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class CollectPlanTest {

    private final PlanToSign plan = new PlanToSign();
    private final InMemoryPorts ports = plan.ports;

    @Test
    void a_signature_covers_the_whole_plan() {
        ports.rules.put(REFERENCE, WithdrawalRule.USED);
        plan.services.freeze.freeze(REFERENCE);

        PlanContent content = plan.services.plans.of(REFERENCE);

        assertThat(content.reference()).isEqualTo(REFERENCE);
        assertThat(content.organiser()).isEqualTo(FR);
        assertThat(content.destination()).isEqualTo("Nigeria");
        assertThat(content.departure()).isEqualTo(DEPARTURE);
        assertThat(content.route()).isEqualTo(ROUTE);
        assertThat(content.carrier()).isEqualTo(ParisToLagos.quote(2, "Air One").chosen("It flies at night."));
        assertThat(content.parts())
                .isEqualTo(Map.of(
                        FR, new PlanContent.Part(FRENCH, "CDG", null),
                        GB, new PlanContent.Part(BRITISH, "STN", "LOS")));
        assertThat(content.withdrawalRule()).isEqualTo(WithdrawalRule.USED);
        assertThat(content.costs())
                .containsExactly(
                        ports.budgets.get(REFERENCE, 1).item(),
                        ports.budgets.get(REFERENCE, 2).item());
        assertThat(content.shares())
                .extracting(PlanContent.CostShare::item, PlanContent.CostShare::party, PlanContent.CostShare::amount)
                .containsExactly(
                        tuple(1L, FR, Money.euro(10_188_889)),
                        tuple(1L, GB, Money.euro(16_011_111)),
                        tuple(2L, GB, Money.euro(50_000)));
        assertThat(content.decisions()).isEqualTo(ports.decisions.of(REFERENCE)).hasSize(2);
    }

    @Test
    void what_is_open_is_not_in_it() {
        ports.quotes.put(ParisToLagos.quote(2, "Air One"));
        plan.split(Split.Status.OPEN);
        BudgetLine line = ports.budgets.get(REFERENCE, 2);
        ports.budgets.put(new BudgetLine(REFERENCE, line.price(), line.named(), line.item(), true, null));

        PlanContent content = plan.services.plans.of(REFERENCE);

        assertThat(content.carrier()).isNull();
        assertThat(content.shares()).isEmpty();
        assertThat(content.costs()).extracting(CostItem::description).containsExactly("Charter");
    }
}
