package org.jointflights.domain.settlement;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;

/**
 * A party's share of what a fund leaves of a claim, as it was posted when all had signed. The signed statement rounds
 * each flight alone; the posting counts in what earlier postings of exactly the same parties left over and so may
 * differ from it by a cent, so that over all their flights no party drifts by a cent.
 *
 * @param description what the claim is for
 * @param set the parties whose carry account it goes through, by code; none where floors and caps forbid it
 * @param exact the share before rounding and before any carry, in smallest units
 * @param carryBefore what was counted in, in smallest units
 */
public record FinalShare(
        long claim,
        String description,
        Party party,
        List<Party> set,
        BigFraction exact,
        Money signed,
        Money posted,
        BigFraction carryBefore) {

    private static final int READABLE_BITS = 40;

    public FinalShare {
        set = List.copyOf(set);
    }

    /** What the posting leaves over, in smallest units: the carry after it, or drift where nothing is carried. */
    public BigFraction carryAfter() {
        return exact.add(carryBefore).subtract(posted.minor());
    }

    /** By how much more is posted than was signed. */
    public Money difference() {
        return posted.minus(signed);
    }

    /** The claim's number and what it is for, as it is shown. */
    public String label() {
        return CostItem.label(claim, description);
    }

    /** Whether a carry came in or goes on; where it did not, the posting is what was signed. */
    public boolean matters() {
        return carryBefore.signum() != 0 || carryAfter().signum() != 0;
    }

    /** Exact share, carry before and after, and why the posting is or is not what was signed. */
    public String sentence(Locale language) {
        return reason().in(language);
    }

    private Sentence reason() {
        String code = set.isEmpty() ? "limited" : difference().isZero() ? "same" : "other";
        int less = difference().minor() < 0 ? -1 : 1;
        return Sentence.of(
                "settlement.carry.share." + code,
                party,
                posted,
                label(),
                mixed(),
                fraction(carryBefore),
                fraction(carryAfter()),
                set.stream().map(Party::code).collect(Collectors.joining(", ")),
                signed,
                less < 0 ? difference().negated() : difference(),
                Sentence.of(less < 0 ? "settlement.carry.less" : "settlement.carry.more"));
    }

    /**
     * The posting that turns the signed share into the final one. What was carried in has a denominator that grows from flight to
     * flight; the exact figure is kept with the final posting, and here what can be read of it.
     */
    FinalAccounts.Draft correction() {
        return new FinalAccounts.Draft(
                claim,
                Fund.NATIONAL,
                Posting.Kind.SHARE,
                party,
                difference().negated(),
                fraction(exact.add(carryBefore).subtract(signed.minor())),
                "",
                reason());
    }

    private Worded mixed() {
        BigInteger whole = exact.getNumerator().divide(exact.getDenominator());
        Money units = new Money(whole.longValueExact(), posted.currency());
        BigFraction rest = exact.subtract(whole);
        return rest.signum() == 0 ? units : Sentence.of("settlement.carry.exact", units, fraction(rest));
    }

    /** {@code -2/3}; where the denominator has grown beyond reading, six decimals, and the data hold it exactly. */
    public static String fraction(BigFraction cents) {
        return cents.getDenominator().bitLength() <= READABLE_BITS
                ? FinalAccounts.fraction(cents)
                : "≈ " + cents.bigDecimalValue(6, RoundingMode.HALF_EVEN).toPlainString();
    }
}
