package org.jointflights.domain.money;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import org.jointflights.domain.BadInput;

/**
 * How many units of a currency one euro bought in a month, and who published that. The figure is kept as published,
 * never rounded and never turned round (Council Regulation (EC) No 1103/97, Article 4).
 */
public record ExchangeRate(Currency currency, BigDecimal unitsPerEuro, YearMonth month, String source) {

    private static final int FINEST = 12;

    /** Throws {@link BadInput} for a rate of zero or less, a rate of the euro itself, or a missing source. */
    public ExchangeRate {
        if (currency.equals(Money.EUR)) {
            throw BadInput.of("currency", currency, "money.rate.euro");
        }
        if (unitsPerEuro.signum() <= 0) {
            throw BadInput.of("rate", unitsPerEuro, "money.rate.positive", currency);
        }
        if (unitsPerEuro.scale() > FINEST || unitsPerEuro.precision() - unitsPerEuro.scale() > FINEST) {
            throw BadInput.of("rate", unitsPerEuro, "money.rate.digits", FINEST);
        }
        if (source.isBlank()) {
            throw BadInput.of("rateSource", source, "money.rate.source");
        }
    }
}
