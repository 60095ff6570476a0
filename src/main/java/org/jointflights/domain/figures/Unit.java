package org.jointflights.domain.figures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** In what a figure is said, and how far it is rounded: once, from whole numbers, half up. */
public enum Unit {
    PERCENT,
    /** Money for each of what is below the line. */
    MONEY_EACH,
    /** The same with two decimals more: it is a matter of cents. */
    MONEY_PER_SEAT_KM,
    /** Money in all. */
    MONEY,
    /** Of whole seconds. */
    HOURS,
    /** Of whole seconds; 24 hours each. */
    DAYS,
    COUNT;

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger SECONDS_OF_HOUR = BigInteger.valueOf(3_600);
    private static final BigInteger SECONDS_OF_DAY = BigInteger.valueOf(86_400);

    /** Whether its figures are of a currency each. */
    public boolean isMoney() {
        return this == MONEY_EACH || this == MONEY_PER_SEAT_KM || this == MONEY;
    }

    /** Whether what is above the line is divided by what is below it. */
    public boolean isQuotient() {
        return this != MONEY && this != COUNT;
    }

    /** How many decimals, where the currency has so many. */
    public int decimals(int ofCurrency) {
        return switch (this) {
            case PERCENT, HOURS, DAYS -> 1;
            case MONEY_EACH, MONEY -> ofCurrency;
            case MONEY_PER_SEAT_KM -> ofCurrency + 2;
            case COUNT -> 0;
        };
    }

    /** The figure; nothing where something would be divided by nothing. */
    Optional<BigDecimal> of(BigInteger above, BigInteger below, int decimalsOfCurrency) {
        if (isQuotient() && below.signum() <= 0) {
            return Optional.empty();
        }
        BigInteger smallest = BigInteger.TEN.pow(decimalsOfCurrency);
        return Optional.of(
                switch (this) {
                    case PERCENT -> divided(above.multiply(HUNDRED), below, decimalsOfCurrency);
                    case HOURS -> divided(above, below.multiply(SECONDS_OF_HOUR), decimalsOfCurrency);
                    case DAYS -> divided(above, below.multiply(SECONDS_OF_DAY), decimalsOfCurrency);
                    case MONEY_EACH, MONEY_PER_SEAT_KM -> divided(above, below.multiply(smallest), decimalsOfCurrency);
                    case MONEY -> divided(above, smallest, decimalsOfCurrency);
                    case COUNT -> new BigDecimal(above);
                });
    }

    private BigDecimal divided(BigInteger above, BigInteger below, int decimalsOfCurrency) {
        return new BigDecimal(above).divide(new BigDecimal(below), decimals(decimalsOfCurrency), RoundingMode.HALF_UP);
    }
}
