package org.jointflights.domain.annual;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far a fund has come with what it may promise a state for its flights of one year; all amounts in euro.
 *
 * @param appropriated what it may promise; nothing where nobody has said
 * @param underWay ceilings of decisions that do not bind yet, and what is expected of flights without decisions
 * @param promised ceilings of decisions that bind, of flights whose accounts are not final
 * @param ended what final accounts say of the others
 * @param certified all grants that are posted, final or not
 * @param paid what of them has arrived
 */
public record FundUse(
        Fund fund,
        Party beneficiary,
        @Nullable Money appropriated,
        Money underWay,
        Money promised,
        Ended ended,
        Money certified,
        Money paid) {

    /** From so many flights on, what they used of their ceilings says something about those to come. */
    static final int ENOUGH = 5;

    /**
     * Flights whose accounts are final: what was promised and is bound no longer.
     *
     * @param flights how many
     * @param ceilings what was promised for them
     * @param granted what they got of it
     */
    public record Ended(int flights, Money ceilings, Money granted) {

        /** No flight's accounts are final. */
        public static final Ended NONE = new Ended(0, Money.zero(Money.EUR), Money.zero(Money.EUR));

        /** What part of the ceilings was used, from 0 to 1; all of it where too few flights are known to tell. */
        public BigFraction used() {
            return tells()
                    ? BigFraction.of(granted.minor()).divide(BigInteger.valueOf(ceilings.minor()))
                    : BigFraction.ONE;
        }

        /** Whether there are enough flights to tell from. */
        public boolean tells() {
            return flights >= ENOUGH && ceilings.minor() > 0;
        }
    }

    /** Nothing at all of that fund for that state. */
    public static FundUse none(Fund fund, Party beneficiary) {
        Money nothing = Money.zero(Money.EUR);
        return new FundUse(fund, beneficiary, null, nothing, nothing, Ended.NONE, nothing, nothing);
    }

    /** The same, with that appropriation. */
    public FundUse with(@Nullable Money amount) {
        return new FundUse(fund, beneficiary, amount, underWay, promised, ended, certified, paid);
    }

    /** The same, with that much more expected of flights that have no decision yet. */
    public FundUse expecting(Money more) {
        return new FundUse(fund, beneficiary, appropriated, underWay.plus(more), promised, ended, certified, paid);
    }

    /** What is bound: ceilings while accounts are open, afterwards what they came to. */
    public Money committed() {
        return promised.plus(ended.granted);
    }

    /** What may still be promised, below zero where too much was; nothing where nobody has said. */
    public @Nullable Money free() {
        return appropriated == null ? null : appropriated.minus(committed());
    }

    /** Whether more is bound than may be promised. */
    public boolean isOverdrawn() {
        Money free = free();
        return free != null && free.minor() < 0;
    }

    /** What the year will come to if flights under way use as much of their ceilings as those that have ended did. */
    public Money forecast() {
        BigInteger open = BigInteger.valueOf(promised.plus(underWay).minor());
        return ended.granted.plus(Money.euro(ended.used()
                .multiply(open)
                .bigDecimalValue(0, RoundingMode.HALF_UP)
                .longValueExact()));
    }

    /** Whether that is more than may be promised. */
    public boolean isShort() {
        return appropriated != null && appropriated.minus(forecast()).minor() < 0;
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return appropriated == null
                && underWay.isZero()
                && promised.isZero()
                && ended.flights == 0
                && certified.isZero()
                && paid.isZero();
    }
}
