package org.jointflights.application.settlement;

import java.util.List;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.settlement.FinalCost;
import org.jspecify.annotations.Nullable;

/**
 * What a flight's accounts are worked out from, for whoever wants to do it again.
 *
 * @param costs certified, in euro
 * @param rules of the signed financial decisions
 * @param input parties with seats, route, rule for empty seats, and the costs with their keys; nothing before all claims are
 *     certified
 */
public record Workings(
        List<FinalCost> costs,
        List<GrantRule> rules,
        @Nullable CostInput input) {

    /** Nothing can be worked out again yet. */
    public static final Workings NONE = new Workings(List.of(), List.of(), null);

    public Workings {
        costs = List.copyOf(costs);
        rules = List.copyOf(rules);
    }
}
