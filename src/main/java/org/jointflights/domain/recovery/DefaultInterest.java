package org.jointflights.domain.recovery;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.money.Money;

/**
 * Interest on what is paid late (Regulation (EU, Euratom) 2018/1046, Article 99, before it Article 83 of Delegated Regulation (EU) No
 * 1268/2012): the reference rate of the first day of the month in which the deadline falls, increased by three and a half points
 * because no contract for supplies or services obliges to it; from the day after the deadline to the day on which all is paid. Simple
 * interest, by days of 365 to the year, which the articles leave open and we assume.
 *
 * @param days that bear interest
 * @param percent per year, with the increase
 * @param exact in smallest units, before rounding
 * @param amount rounded once, half up
 */
public record DefaultInterest(long days, BigDecimal percent, BigFraction exact, Money amount) {

    /** Percentage points above the reference rate. */
    public static final BigDecimal POINTS = new BigDecimal("3.5");

    private static final int DAYS_OF_YEAR = 365;

    /** Whether anything is to be paid beside the amount. */
    public static boolean accrues(LocalDate due, LocalDate paid) {
        return paid.isAfter(due);
    }

    /** Of an amount that was paid in time. */
    public static DefaultInterest none(Money of) {
        return new DefaultInterest(0, BigDecimal.ZERO, BigFraction.ZERO, Money.zero(of.currency()));
    }

    /** Of an amount that was due then and paid on that day. Throws {@link IllegalArgumentException} for the rate of another month. */
    public static DefaultInterest of(Money amount, LocalDate due, LocalDate paid, ReferenceRate rate) {
        if (!accrues(due, paid)) {
            return none(amount);
        }
        if (due.getYear() != rate.month().getYear()
                || due.getMonth() != rate.month().getMonth()) {
            throw new IllegalArgumentException("due on " + due + ", not in " + rate.month());
        }
        long days = ChronoUnit.DAYS.between(due, paid);
        BigDecimal percent = rate.percent().add(POINTS);
        BigFraction exact = fraction(percent)
                .multiply(BigInteger.valueOf(amount.minor()))
                .multiply(BigInteger.valueOf(days))
                .divide(BigInteger.valueOf(100L * DAYS_OF_YEAR));
        BigInteger twice = exact.getNumerator().shiftLeft(1).add(exact.getDenominator());
        long rounded = twice.divide(exact.getDenominator().shiftLeft(1)).longValueExact();
        return new DefaultInterest(days, percent, exact, new Money(rounded, amount.currency()));
    }

    private static BigFraction fraction(BigDecimal decimal) {
        return BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(Math.max(0, decimal.scale())))
                .multiply(BigInteger.TEN.pow(Math.max(0, -decimal.scale())));
    }
}
