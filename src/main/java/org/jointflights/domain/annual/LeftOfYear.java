package org.jointflights.domain.annual;

import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a fund may still promise a state for the year of a flight once that flight's decision binds.
 *
 * @param appropriated nothing where nobody has said
 * @param committed what is bound for other flights of the year
 */
public record LeftOfYear(
        FinancialDecision decision, int year, @Nullable Money appropriated, Money committed) {

    /** Below zero where the decision promises more than is left; nothing where nobody has said what there is. */
    public @Nullable Money left() {
        return appropriated == null ? null : appropriated.minus(committed).minus(decision.ceiling());
    }

    /** What the signer reads: what there is, what is bound, what is left, and whether that is too little. */
    public Sentence sentence() {
        Sentence fund = Sentence.of("approval.fund." + decision.fund());
        if (decision.terms().paysNothing()) {
            return Sentence.of("annual.left.nothingPromised");
        }
        Money left = left();
        if (left == null || appropriated == null) {
            return Sentence.of(
                    "annual.left.unknown",
                    fund,
                    decision.beneficiary(),
                    Integer.toString(year),
                    committed,
                    decision.ceiling());
        }
        return Sentence.of(
                left.minor() < 0 ? "annual.left.exceeded" : "annual.left.enough",
                fund,
                decision.beneficiary(),
                Integer.toString(year),
                appropriated,
                committed,
                decision.ceiling(),
                left.minor() < 0 ? left.negated() : left);
    }
}
