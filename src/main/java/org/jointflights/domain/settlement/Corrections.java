package org.jointflights.domain.settlement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalAccounts.Draft;

/**
 * What has to be posted beside final accounts when a part of a claim turns out not to have been payable: the accounts are worked out
 * without it, by the same rules, and the difference is posted. That part is paid by nobody but its claimant, so that funds and sharers
 * get back what they bore of it. The carry of the final posting stays as it is: it belongs to what was signed.
 */
public final class Corrections {

    private Corrections() {}

    private record Line(long claim, Fund fund, Posting.Kind kind, Party party) {}

    /**
     * The difference, claim by claim. The maps say how much of which claim is known not to have been payable before and after; a claim
     * that is in neither changes only where a ceiling or cap is shared with one that is. Throws
     * {@link org.jointflights.domain.BadInput} where more is wrong than was eligible, and {@link IllegalStateException} should the
     * difference of a claim, fund and currency not add up to zero.
     */
    public static List<Draft> of(
            List<FinalCost> costs,
            List<GrantRule> rules,
            CostInput frame,
            Map<Long, Money> before,
            Map<Long, Money> after) {
        Map<Line, Money> was = sums(FinalAccounts.of(without(costs, before), rules, frame));
        Map<Line, Money> is = sums(FinalAccounts.of(without(costs, after), rules, frame));
        Map<Long, FinalCost> byClaim = new LinkedHashMap<>();
        costs.forEach(cost -> byClaim.put(cost.claim(), cost));
        Map<Line, Money> all = new LinkedHashMap<>(was);
        is.forEach(all::putIfAbsent);
        List<Draft> drafts = new ArrayList<>();
        for (Line line : all.keySet()) {
            Money nothing = Money.zero(all.getOrDefault(line, Money.euro(0)).currency());
            Money old = was.getOrDefault(line, nothing);
            Money now = is.getOrDefault(line, nothing);
            FinalCost cost = byClaim.get(line.claim);
            if (cost != null && !old.equals(now)) {
                drafts.add(draft(line, cost, old, now));
            }
        }
        FinalAccounts.requireZero(drafts);
        return drafts;
    }

    /** The same costs without what is wrong with them: neither eligible nor paid by anybody but the claimant. */
    public static List<FinalCost> without(List<FinalCost> costs, Map<Long, Money> wrong) {
        return costs.stream()
                .map(cost -> {
                    Money part = wrong.get(cost.claim());
                    return part == null
                            ? cost
                            : new FinalCost(
                                    cost.eligible().minus(part),
                                    cost.item().of(cost.paid().minus(part)));
                })
                .toList();
    }

    private static Map<Line, Money> sums(List<Draft> drafts) {
        Map<Line, Money> sums = new LinkedHashMap<>();
        drafts.forEach(draft -> sums.merge(
                new Line(draft.claim(), draft.fund(), draft.kind(), draft.party()), draft.amount(), Money::plus));
        return sums;
    }

    private static Draft draft(Line line, FinalCost cost, Money old, Money now) {
        Money difference = now.minus(old);
        return new Draft(
                line.claim,
                line.fund,
                Posting.Kind.RECOVERY,
                line.party,
                difference,
                Long.toString(difference.minor()),
                "",
                Sentence.of(
                        "settlement.recovery." + line.kind,
                        cost.item().label(),
                        line.party,
                        Sentence.of("settlement.fund." + line.fund),
                        absolute(old),
                        absolute(now)));
    }

    private static Money absolute(Money amount) {
        return amount.minor() < 0 ? amount.negated() : amount;
    }
}
