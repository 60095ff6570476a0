package org.jointflights.domain.flight;

import java.math.BigInteger;
import java.time.Duration;
import org.jointflights.domain.flight.CarrierQuote.FeePercents;
import org.jointflights.domain.money.Money;

/** What a carrier keeps when the aircraft is given back, by the time left until departure. */
public record FeeLadder(FeePercents percents) {

    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    private static final Duration ONE_DAY = Duration.ofHours(24);

    public static FeeLadder of(FeePercents percents) {
        return new FeeLadder(percents);
    }

    /**
     * More than five days before departure the first rate, from five days down to more than 24 hours the second, from
     * 24 hours on the third; half a cent is rounded up.
     */
    public Money fee(Money price, Duration beforeDeparture) {
        int percent;
        if (beforeDeparture.compareTo(FIVE_DAYS) > 0) {
            percent = percents.early();
        } else if (beforeDeparture.compareTo(ONE_DAY) > 0) {
            percent = percents.withinFiveDays();
        } else {
            percent = percents.withinADay();
        }
        BigInteger hundredths = BigInteger.valueOf(price.minor()).multiply(BigInteger.valueOf(percent));
        BigInteger rounded = hundredths.add(BigInteger.valueOf(50)).divide(BigInteger.valueOf(100));
        return new Money(rounded.longValueExact(), price.currency());
    }
}
