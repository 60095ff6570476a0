package org.jointflights.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** One amount turned into euro, with all that is needed to do it again: the rule, the rates with month and source. */
public record Conversion(Money before, Money after, RateRule rule, List<ExchangeRate> rates) {

    /** Throws {@link IllegalArgumentException} where {@code after} is not what the rates make of {@code before}. */
    public Conversion {
        rates = List.copyOf(rates);
        if (!after.equals(euro(before, rates))) {
            throw new IllegalArgumentException(before + " at " + rates + " is not " + after);
        }
    }

    /** Whether the rates are those of the months that the rule names for these dates. */
    public boolean isOf(RateRule.Dates dates) {
        return rates.isEmpty()
                || rates.stream().map(ExchangeRate::month).toList().equals(rule.months(dates));
    }

    static Conversion of(Money before, RateRule rule, List<ExchangeRate> rates) {
        return new Conversion(before, euro(before, rates), rule, rates);
    }

    /**
     * Amount ÷ rate, half up to the cent; several rates count by their plain average, which is not rounded either: amount
     * × number of rates ÷ their sum.
     */
    private static Money euro(Money before, List<ExchangeRate> rates) {
        if (rates.isEmpty()) {
            return before;
        }
        BigDecimal sum = rates.stream().map(ExchangeRate::unitsPerEuro).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigInteger dividend = before.decimal()
                .multiply(BigDecimal.valueOf(rates.size()))
                .movePointRight(Money.EUR.getDefaultFractionDigits() + sum.scale())
                .toBigIntegerExact();
        return Money.euro(halfUp(dividend, sum.unscaledValue()));
    }

    /** Half away from zero, so that a credit note is converted to exactly the opposite. */
    private static long halfUp(BigInteger dividend, BigInteger divisor) {
        BigInteger twice = dividend.abs().shiftLeft(1).add(divisor);
        BigInteger rounded = twice.divide(divisor.shiftLeft(1));
        return (dividend.signum() < 0 ? rounded.negate() : rounded).longValueExact();
    }
}
