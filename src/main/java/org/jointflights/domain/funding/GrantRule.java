package org.jointflights.domain.funding;

import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.money.Money;

/**
 * What one fund pays one beneficiary of the costs it paid itself.
 *
 * @param rate from 0 to 1
 * @param categoryRates the rate of single categories, each from 0 to 1; of the others it is {@code rate}
 * @param categoryCaps the most that is paid of all items of a category; a category without one has none
 * @param ceiling the most that is paid in all
 */
public record GrantRule(
        Party beneficiary,
        Fund fund,
        BigFraction rate,
        Map<CostCategory, BigFraction> categoryRates,
        Map<CostCategory, Money> categoryCaps,
        Money ceiling) {

    /** Throws {@link BadInput} for a rate outside 0 to 1, or a negative cap or ceiling. */
    public GrantRule {
        categoryRates = Map.copyOf(categoryRates);
        categoryCaps = Map.copyOf(categoryCaps);
        requireRate(rate);
        categoryRates.values().forEach(GrantRule::requireRate);
        requireNotNegative("ceiling", ceiling);
        categoryCaps.values().forEach(cap -> requireNotNegative("categoryCap", cap));
    }

    /** A rate and a ceiling over everything the beneficiary paid. */
    public static GrantRule of(Party beneficiary, Fund fund, BigFraction rate, Money ceiling) {
        return new GrantRule(beneficiary, fund, rate, Map.of(), Map.of(), ceiling);
    }

    /** As the decision says. */
    public static GrantRule of(FinancialDecision decision) {
        Map<CostCategory, BigFraction> rates = new EnumMap<>(CostCategory.class);
        Map<CostCategory, Money> caps = new EnumMap<>(CostCategory.class);
        decision.categories().forEach((category, terms) -> {
            rates.put(category, terms.rate());
            Money cap = terms.cap();
            if (cap != null) {
                caps.put(category, cap);
            }
        });
        return new GrantRule(decision.beneficiary(), decision.fund(), decision.rate(), rates, caps, decision.ceiling());
    }

    /** What part is paid of an item of that category. */
    public BigFraction rateOf(CostCategory category) {
        return categoryRates.getOrDefault(category, rate);
    }

    private static void requireRate(BigFraction rate) {
        if (rate.signum() < 0 || rate.compareTo(BigFraction.ONE) > 0) {
            throw BadInput.of("grantRate", rate, "funding.rate");
        }
    }

    private static void requireNotNegative(String field, Money money) {
        if (money.minor() < 0) {
            throw BadInput.of(field, money, "funding.negative");
        }
    }
}
