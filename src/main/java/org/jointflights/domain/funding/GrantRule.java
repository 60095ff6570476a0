package org.jointflights.domain.funding;

import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.money.Money;

/**
 * What one fund pays one beneficiary of the costs it paid itself.
 *
 * @param rate from 0 to 1
 * @param categoryCaps the most that is paid of all items of a category; a category without one has none
 * @param ineligible ids of items the fund pays nothing of: not eligible by kind, or by cause
 * @param items ids of the items it covers; empty covers everything the beneficiary paid
 * @param ceiling the most that is paid in all
 * @param receipts what the beneficiary has got for these costs from elsewhere
 * @param reduction how the ceiling is divided over the items where it is too low
 */
public record GrantRule(
        Party beneficiary,
        Fund fund,
        BigFraction rate,
        Map<CostCategory, Money> categoryCaps,
        Set<Long> ineligible,
        Set<Long> items,
        Money ceiling,
        Money receipts,
        ClaimsRule reduction) {

    /** Throws {@link BadInput} for a rate outside 0 to 1, or a negative cap, ceiling or receipt. */
    public GrantRule {
        categoryCaps = Map.copyOf(categoryCaps);
        ineligible = Set.copyOf(ineligible);
        items = Set.copyOf(items);
        if (rate.signum() < 0 || rate.compareTo(BigFraction.ONE) > 0) {
            throw BadInput.of("grantRate", rate, "funding.rate");
        }
        requireNotNegative("ceiling", ceiling);
        requireNotNegative("receipts", receipts);
        categoryCaps.values().forEach(cap -> requireNotNegative("categoryCap", cap));
    }

    /** A rate and a ceiling over everything the beneficiary paid. */
    public static GrantRule of(Party beneficiary, Fund fund, BigFraction rate, Money ceiling) {
        return new GrantRule(
                beneficiary,
                fund,
                rate,
                Map.of(),
                Set.of(),
                Set.of(),
                ceiling,
                Money.zero(ceiling.currency()),
                ClaimsRule.PROPORTIONAL);
    }

    /** As the decision says. */
    public static GrantRule of(FinancialDecision decision) {
        return of(decision.beneficiary(), decision.fund(), decision.rate(), decision.ceiling());
    }

    private static void requireNotNegative(String field, Money money) {
        if (money.minor() < 0) {
            throw BadInput.of(field, money, "funding.negative");
        }
    }
}
