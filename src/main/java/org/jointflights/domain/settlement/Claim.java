package org.jointflights.domain.settlement;

import java.time.Instant;
import java.util.Objects;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One cost that a party says it really paid. A claim is never changed: what was wrong is withdrawn and entered anew.
 *
 * @param claimant who paid it
 * @param budgetLine the planned item it belongs to, whose key then shares it; nothing for a cost of the claimant alone
 * @param category as in the budget
 * @param description what the claimant typed; of a penalty the carrier that asks for it
 * @param amount as on the voucher, in the voucher's currency
 * @param voucher nothing where the claimant has none: such a cost stays with the claimant
 * @param conversion how the amount became euro, or nothing yet
 * @param certification what the check found, or nothing yet
 * @param withdrawnFor why it no longer counts, or nothing while it does
 */
public record Claim(
        long id,
        OperationReference reference,
        Party claimant,
        Kind kind,
        @Nullable Integer budgetLine,
        CostCategory category,
        String description,
        Money amount,
        @Nullable Voucher voucher,
        String enteredBy,
        Instant enteredAt,
        @Nullable Conversion conversion,
        @Nullable Certification certification,
        @Nullable String withdrawnFor) {

    /** What the claim is for. */
    public enum Kind {
        COST,
        /** What the carrier asks for a flight that was cancelled; it comes from the contract's ladder. */
        PENALTY
    }

    /** What it is for, in words. */
    public Sentence described() {
        return Sentence.of(kind == Kind.PENALTY ? "settlement.claim.penalty" : "common.said", description);
    }

    /** What shows it, in words; throws {@link NullPointerException} where nothing does. */
    public Sentence evidence() {
        String number = Objects.requireNonNull(voucher).number();
        return Sentence.of(kind == Kind.PENALTY ? "settlement.claim.contract" : "common.said", number);
    }

    /** Its number and what it is for, as it is shown. */
    public String label() {
        return CostItem.label(id, description);
    }

    public boolean counts() {
        return withdrawnFor == null;
    }

    /** Throws {@link IllegalStateException} before it is converted. */
    public Money euro() {
        if (conversion == null) {
            throw new IllegalStateException("claim " + id + " is not converted yet");
        }
        return conversion.after();
    }
}
