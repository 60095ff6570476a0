package org.jointflights.domain.costs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;

/**
 * A cost item as names and values: the one spelling that is sent, kept with a split, and signed. Amounts are texts with
 * decimals in the currency of the accounts, rates are texts as they were published, so that no digit is lost.
 */
public final class CostFacts {

    private CostFacts() {}

    /** What is left out is nothing: no weights, no limits, no conversion. */
    public static Map<String, Object> of(CostItem item) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", item.id());
        facts.put("description", item.description());
        facts.put("category", item.category().name());
        facts.put("amount", amount(item.amount()));
        facts.put("payer", item.payer().code());
        facts.put("sharers", item.sharersInOrder().stream().map(Party::code).toList());
        facts.put("key", item.key().name());
        if (!item.customWeights().isEmpty()) {
            Map<String, Object> weights = new LinkedHashMap<>();
            item.customWeights().forEach((party, weight) -> weights.put(party.code(), weight));
            facts.put("customWeights", weights);
        }
        if (!item.limits().isEmpty()) {
            Map<String, Object> limits = new LinkedHashMap<>();
            item.limits().forEach((party, limit) -> limits.put(party.code(), of(limit)));
            facts.put("limits", limits);
        }
        Conversion conversion = item.conversion();
        if (conversion != null) {
            facts.put("conversion", of(conversion));
        }
        return facts;
    }

    private static Map<String, Object> of(Limit limit) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("floor", amount(limit.floor()));
        facts.put("cap", amount(limit.cap()));
        return facts;
    }

    private static Map<String, Object> of(Conversion conversion) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("amount", amount(conversion.before()));
        facts.put("currency", conversion.before().currency().getCurrencyCode());
        facts.put("rule", conversion.rule().name());
        List<Map<String, Object>> rates =
                conversion.rates().stream().map(CostFacts::of).toList();
        facts.put("rates", rates);
        return facts;
    }

    private static Map<String, Object> of(ExchangeRate rate) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("month", rate.month().toString());
        facts.put("unitsPerEuro", rate.unitsPerEuro().toPlainString());
        facts.put("source", rate.source());
        return facts;
    }

    private static String amount(Money money) {
        return money.decimal().toPlainString();
    }
}
