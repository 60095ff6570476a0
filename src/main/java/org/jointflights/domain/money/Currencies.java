package org.jointflights.domain.money;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;

/**
 * The currencies amounts are kept in: those of ISO 4217 that count in a smallest unit. Entered are those that a country has now, or
 * had when the ledger of real operations began, in 2010.
 */
public final class Currencies {

    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private static final Set<String> OF_COUNTRIES = Stream.concat(
                    Arrays.stream(Locale.getISOCountries())
                            .map(country -> Currency.getInstance(new Locale("", country)))
                            .filter(Objects::nonNull)
                            .map(Currency::getCurrencyCode),
                    Stream.of("BGN", "EEK", "HRK", "LTL", "LVL"))
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** The codes of those that somebody may enter. */
    public static Set<String> entered() {
        return OF_COUNTRIES;
    }

    /**
     * The currency of that code that somebody enters; throws {@link BadInput} unless it is an ISO 4217 code such as {@code GBP},
     * of a currency that people pay in.
     */
    public static Currency of(String field, String code) {
        if (!OF_COUNTRIES.contains(code)) {
            throw BadInput.of(field, code, "money.currency.unknown");
        }
        return recorded(field, code);
    }

    /** The currency of that code on record; throws {@link BadInput} unless ISO 4217 has, or had, one. */
    public static Currency recorded(String field, String code) {
        Currency currency = BY_CODE.get(code);
        if (currency == null) {
            throw BadInput.of(field, code, "money.currency.unknown");
        }
        return currency;
    }
}
