package org.jointflights.domain.funding;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.money.Money;

/**
 * The specific financial decision for one beneficiary state: from which fund, at which rate and up to which amount its
 * costs of this flight are paid. It counts only when both sides have signed it.
 *
 * @param declared the fund that the state named
 * @param terms what follows from it
 * @param ceiling the most that is paid, in euro
 * @param categories what is paid of single categories, where that is less than of the rest
 */
public record FinancialDecision(
        OperationReference reference,
        Party beneficiary,
        Fund declared,
        FundingTerms terms,
        Money ceiling,
        Map<CostCategory, CategoryTerms> categories,
        boolean signedByFrontex,
        boolean signedByState) {

    /**
     * Throws {@link BadInput} for a negative ceiling, one above zero where nothing is paid, or a category with a rate above that of
     * the fund.
     */
    public FinancialDecision {
        categories = categories.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(categories));
        for (CategoryTerms category : categories.values()) {
            if (category.percent() > terms.percent()) {
                throw BadInput.of("categories", category.percent(), "approval.category.aboveRate", terms.percent());
            }
        }
        if (ceiling.minor() < 0 || !ceiling.currency().equals(Money.EUR)) {
            throw BadInput.of("ceiling", ceiling, "approval.ceiling.negative");
        }
        if (terms.paysNothing() && !ceiling.isZero()) {
            throw BadInput.of("ceiling", ceiling, "approval.ceiling.nothingPaid", beneficiary);
        }
    }

    public static FinancialDecision unsigned(
            OperationReference reference, Party beneficiary, Fund declared, FundingTerms terms, Money ceiling) {
        return new FinancialDecision(reference, beneficiary, declared, terms, ceiling, Map.of(), false, false);
    }

    /** The same decision, unsigned, with these terms for single categories. */
    public FinancialDecision with(Map<CostCategory, CategoryTerms> others) {
        return new FinancialDecision(reference, beneficiary, declared, terms, ceiling, others, false, false);
    }

    /** The fund that pays. */
    public Fund fund() {
        return terms.fund();
    }

    /** What part of the eligible cost it pays, exactly. */
    public BigFraction rate() {
        return terms.rate();
    }

    public boolean isSigned() {
        return signedByFrontex && signedByState;
    }

    /** Whether its values rest on an assumption rather than on a source. */
    public boolean assumed() {
        return terms.assumed();
    }
}
