package org.jointflights.process.costs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.ShareAnswer;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Limit;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.process.engine.FormLanguage;
import org.springframework.stereotype.Component;

/** The tables that the forms of this model show. */
@Component
class CostTables {

    private final Budgets budgets;
    private final Splits splits;

    CostTables(Budgets budgets, Splits splits) {
        this.budgets = budgets;
        this.splits = splits;
    }

    /** One row a line of the budget: what it is, amount, payer, who shares it, key, euro with rate. */
    List<Map<String, Object>> items(OperationReference reference) {
        return budgets.of(reference).stream().map(CostTables::item).toList();
    }

    /** Who would fly on their own, and what that was quoted to cost. */
    static List<Map<String, Object>> quotes(List<Quote> quotes) {
        return quotes.stream()
                .map(quote -> row("parties", Party.codes(quote.parties()), "amount", format(quote.cost())))
                .toList();
    }

    /** The lines of the budget to choose from. */
    List<Map<String, Object>> itemChoices(OperationReference reference) {
        return budgets.of(reference).stream()
                .map(line -> choice(
                        Integer.toString(line.position()),
                        FormLanguage.say(
                                "costs.form.choice",
                                line.position(),
                                line.description(),
                                line.price().toShare())))
                .toList();
    }

    /** What each party bears in all, before any grant. */
    List<Map<String, Object>> totals(OperationReference reference) {
        Split split = splits.current(reference).orElse(null);
        if (split == null) {
            return List.of();
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        split.totals().forEach((party, total) -> rows.add(row("party", name(party), "amount", format(total))));
        rows.add(row("party", FormLanguage.say("common.sum"), "amount", format(split.total())));
        return rows;
    }

    /** Every item that a party shares, with its share and the reason for the figure. */
    List<Map<String, Object>> shares(Split split, Party party) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Share share : split.shares()) {
            if (share.party().equals(party)) {
                CostItem item = split.itemOf(share);
                rows.add(row(
                        "item", item.label(),
                        "of", format(item.amount()),
                        "share", format(share.amount()),
                        "reason", share.reason(FormLanguage.spoken())));
            }
        }
        return rows;
    }

    /** Who objected so far, in which round, and why. */
    List<Map<String, Object>> objections(OperationReference reference) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Split split : splits.of(reference)) {
            for (ShareAnswer answer : splits.answers(reference, split.number())) {
                if (!answer.accepted()) {
                    rows.add(row(
                            "round", split.round(),
                            "party", name(answer.party()),
                            "share", format(split.totalOf(answer.party())),
                            "reason", answer.reason() == null ? "" : answer.reason()));
                }
            }
        }
        return rows;
    }

    static Map<String, Object> choice(String value, String label) {
        return row("value", value, "label", label);
    }

    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return row;
    }

    static String name(Party party) {
        return party + " · " + FormLanguage.name(party);
    }

    static String format(Money money) {
        return FormLanguage.say(money);
    }

    private static Map<String, Object> item(BudgetLine line) {
        Conversion conversion = line.item().conversion();
        return row(
                "item",
                FormLanguage.say(described(line)),
                "amount",
                FormLanguage.say(amount(line.price())),
                "payer",
                line.item().payer().code(),
                "sharers",
                line.leftOut() ? FormLanguage.say("costs.form.leftOut") : sharers(line),
                "key",
                line.entered().isDirect() ? FormLanguage.say("costs.form.direct") : FormLanguage.say(key(line)),
                "euro",
                FormLanguage.say(conversion == null ? inEuro(line.price().toShare()) : converted(conversion)));
    }

    /** With the weights, floors and caps that were agreed. */
    private static Sentence key(BudgetLine line) {
        Sentence words = line.item().key().words();
        Map<Party, Long> weights = line.item().customWeights();
        if (!weights.isEmpty()) {
            String each = weights.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            words = Sentence.of("costs.form.key.weights", words, each);
        }
        for (Map.Entry<Party, Limit> entry : line.terms().limits().entrySet()) {
            Limit limit = entry.getValue();
            if (!limit.floor().isZero()) {
                words = Sentence.of("costs.form.key.floor", words, entry.getKey(), limit.floor());
            }
            if (limit.cap().minor() != Long.MAX_VALUE) {
                words = Sentence.of("costs.form.key.cap", words, entry.getKey(), limit.cap());
            }
        }
        return words;
    }

    private static Sentence described(BudgetLine line) {
        String category = line.category().label(FormLanguage.spoken());
        String assumed = line.assumed();
        return assumed == null
                ? Sentence.of("costs.form.item", line.position(), line.description(), category)
                : Sentence.of("costs.form.item.assumed", line.position(), line.description(), category, assumed);
    }

    private static Worded inEuro(Money price) {
        return price.currency().equals(Money.EUR) ? price : Sentence.of("costs.form.notConverted");
    }

    private static Worded amount(Price price) {
        if (price.vat().isZero()) {
            return price.net();
        }
        return Sentence.of(
                price.vatRecoverable() ? "costs.form.vat.recovered" : "costs.form.vat", price.net(), price.vat());
    }

    private static String sharers(BudgetLine line) {
        Set<Party> sharers = line.item().sharers();
        String codes = sharers.stream().map(Party::code).collect(Collectors.joining(", "));
        return line.isForAll() ? FormLanguage.say("costs.form.all", codes) : codes;
    }

    /** The amount in euro and the rates that made it. */
    private static Worded converted(Conversion conversion) {
        Worded words = conversion.after();
        for (ExchangeRate rate : conversion.rates()) {
            words = Sentence.of(
                    "costs.form.atRate",
                    words,
                    rate.unitsPerEuro().toPlainString(),
                    rate.currency(),
                    FormLanguage.month(rate.month()),
                    rate.source());
        }
        return words;
    }
}
