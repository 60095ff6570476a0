package org.jointflights.application.costs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.money.Currencies;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A file of rates as the European Commission publishes them (InforEuro): all currencies of one month ({@code isoA3Code}, {@code
 * value}), or one currency over its months ({@code currencyIso}, {@code amount}, {@code dateStart}).
 */
final class RateFile {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Pattern DAY = Pattern.compile("01/([0-9]{2})/([0-9]{4})");
    private static final int MOST_ROWS = 5_000;

    private RateFile() {}

    /**
     * The rates in it but that of the euro itself; currencies that nobody pays in are left out. Throws {@link BadInput} for what is
     * neither kind of file, names a row that cannot be read, or where a file of one month comes without the month.
     */
    static List<ExchangeRate> read(String text, @Nullable YearMonth month, String source) {
        JsonNode rows = rows(text);
        List<ExchangeRate> rates = new ArrayList<>();
        int number = 0;
        for (JsonNode row : rows) {
            number++;
            boolean ofMonth = row.has("isoA3Code");
            String code = row.path(ofMonth ? "isoA3Code" : "currencyIso").asText();
            JsonNode value = row.path(ofMonth ? "value" : "amount");
            if (code.isEmpty() || !value.isNumber()) {
                throw BadInput.of("rateFile", number, "costs.rates.row");
            }
            Currency currency = known(code);
            if (currency != null && !currency.equals(Money.EUR)) {
                rates.add(new ExchangeRate(
                        currency,
                        value.decimalValue().stripTrailingZeros().max(BigDecimal.ZERO),
                        ofMonth ? required(month) : monthOf(row, number),
                        source));
            }
        }
        if (rates.isEmpty()) {
            throw BadInput.of("rateFile", rows.size(), "costs.rates.none");
        }
        return rates;
    }

    private static JsonNode rows(String text) {
        JsonNode rows;
        try {
            rows = JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw BadInput.of("rateFile", beginning(text), "costs.rates.noFile");
        }
        if (rows == null || !rows.isArray() || rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw BadInput.of("rateFile", beginning(text), "costs.rates.noFile");
        }
        return rows;
    }

    private static String beginning(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    private static @Nullable Currency known(String code) {
        try {
            return Currencies.of("currency", code);
        } catch (BadInput nobodyPaysInIt) {
            // The publication also has currencies that are no country's; an amount in one cannot be entered either.
            return null;
        }
    }

    private static YearMonth required(@Nullable YearMonth month) {
        if (month == null) {
            throw BadInput.of("rateMonth", "", "costs.rates.month");
        }
        return month;
    }

    private static YearMonth monthOf(JsonNode row, int number) {
        Matcher day = DAY.matcher(row.path("dateStart").asText());
        int month = day.matches() ? Integer.parseInt(day.group(1)) : 0;
        if (month < 1 || month > 12) {
            throw BadInput.of("rateFile", number, "costs.rates.row");
        }
        return YearMonth.of(Integer.parseInt(day.group(2)), month);
    }
}
