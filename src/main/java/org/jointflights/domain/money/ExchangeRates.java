package org.jointflights.domain.money;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.BadInput;

/** The rates that are known, at most one for a currency and month. */
public final class ExchangeRates {

    private record Month(Currency currency, YearMonth month) {}

    private final Map<Month, ExchangeRate> known = new HashMap<>();

    /** Throws {@link BadInput} where two rates are given for the same currency and month. */
    public ExchangeRates(List<ExchangeRate> rates) {
        for (ExchangeRate rate : rates) {
            ExchangeRate other = known.putIfAbsent(new Month(rate.currency(), rate.month()), rate);
            if (other != null) {
                throw BadInput.of(
                        "rate", rate.unitsPerEuro(), "money.rate.twice", rate.currency(), rate.month(), other.source());
            }
        }
    }

    /**
     * The amount in euro. Throws {@link RateMissing} where a rate that the rule asks for is not known, and
     * {@link BadInput} where the rule's date is missing or the result is beyond 64 bits.
     */
    public Conversion toEuro(Money amount, RateRule rule, RateRule.Dates dates) throws RateMissing {
        if (amount.currency().equals(Money.EUR)) {
            return Conversion.of(amount, rule, List.of());
        }
        List<ExchangeRate> rates = new ArrayList<>();
        for (YearMonth month : rule.months(dates)) {
            ExchangeRate rate = known.get(new Month(amount.currency(), month));
            if (rate == null) {
                throw new RateMissing(amount.currency(), month);
            }
            rates.add(rate);
        }
        try {
            return Conversion.of(amount, rule, rates);
        } catch (ArithmeticException beyond64Bits) {
            throw BadInput.of(
                    "amount",
                    amount,
                    "money.tooLarge",
                    Money.euro(Long.MAX_VALUE).decimal());
        }
    }
}
