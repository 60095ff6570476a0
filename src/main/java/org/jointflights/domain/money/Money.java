package org.jointflights.domain.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.jointflights.domain.Worded;

/** An exact amount in one currency, counted in its smallest unit (cents, pence). May be negative: a credit. */
public record Money(long minor, Currency currency) implements Comparable<Money>, Worded {

    public static final Currency EUR = Currency.getInstance("EUR");

    public static Money euro(long cents) {
        return new Money(cents, EUR);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** Throws {@link ArithmeticException} on overflow and {@link IllegalArgumentException} on another currency. */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /** Throws {@link ArithmeticException} on overflow and {@link IllegalArgumentException} on another currency. */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minor, other.minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** The amount in whole units with the currency's decimals, for display and JSON; never for arithmetic. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** As people read it: {@code 193,800.00 EUR}, {@code 193 800,00 EUR}. */
    @Override
    public String in(Locale language) {
        return MoneyText.format(this, language);
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minor, other.minor);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
    }

    @Override
    public String toString() {
        return decimal().toPlainString() + " " + currency;
    }
}
