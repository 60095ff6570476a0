package org.jointflights.domain.money;

import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.domain.BadInput;

/** The currencies amounts are kept in: those of ISO 4217 that count in a smallest unit. */
public final class Currencies {

    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private Currencies() {}

    /** The currency of that code; throws {@link BadInput} unless it is an ISO 4217 code such as {@code GBP}. */
    public static Currency of(String field, String code) {
        Currency currency = BY_CODE.get(code);
        if (currency == null) {
            throw BadInput.of(field, code, "money.currency.unknown");
        }
        return currency;
    }
}
