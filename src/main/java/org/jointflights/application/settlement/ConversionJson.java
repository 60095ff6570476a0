package org.jointflights.application.settlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;

/** A conversion with its rates as JSON; rates stay texts, so that no digit of theirs is lost. */
public final class ConversionJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConversionJson() {}

    public static String write(Conversion conversion) {
        ObjectNode node = JSON.createObjectNode();
        node.put("beforeMinor", conversion.before().minor());
        node.put("currency", conversion.before().currency().getCurrencyCode());
        node.put("euroMinor", conversion.after().minor());
        node.put("rule", conversion.rule().name());
        ArrayNode rates = node.putArray("rates");
        for (ExchangeRate rate : conversion.rates()) {
            rates.addObject()
                    .put("currency", rate.currency().getCurrencyCode())
                    .put("unitsPerEuro", rate.unitsPerEuro().toPlainString())
                    .put("month", rate.month().toString())
                    .put("source", rate.source());
        }
        return node.toString();
    }

    /** Throws {@link IllegalStateException} if the text is not what {@link #write} wrote. */
    public static Conversion read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            List<ExchangeRate> rates = new ArrayList<>();
            for (JsonNode rate : node.get("rates")) {
                rates.add(new ExchangeRate(
                        Currency.getInstance(rate.get("currency").asText()),
                        new BigDecimal(rate.get("unitsPerEuro").asText()),
                        YearMonth.parse(rate.get("month").asText()),
                        rate.get("source").asText()));
            }
            return new Conversion(
                    new Money(
                            node.get("beforeMinor").asLong(),
                            Currency.getInstance(node.get("currency").asText())),
                    Money.euro(node.get("euroMinor").asLong()),
                    RateRule.valueOf(node.get("rule").asText()),
                    rates);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored conversion is damaged: " + json, e);
        }
    }
}
