package org.jointflights.process.costs;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.application.costs.ItemTerms;
import org.jointflights.application.costs.NewItem;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Limit;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.money.Currencies;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** The fields of one cost item as typed: a whole new item, or what changes of one that is there. */
record CostItemFields(TypedFields answers) {

    private static final int MOST_WEIGHT = 1_000_000;

    private enum Sharing {
        ALL,
        SOME,
        ONE
    }

    static CostItemFields of(TypedFields answers) {
        return new CostItemFields(answers);
    }

    /** Throws {@link BadInput} where something is missing or not what it should be. */
    NewItem item() {
        Currency currency = answers.currencyOrEuro("currency");
        return new NewItem(
                answers.choice("category", CostCategory.class),
                answers.text("description"),
                price(currency),
                answers.party("payer"),
                named(),
                answers.isEmpty("key") ? Key.DEFAULT : answers.choice("key", Key.class),
                null,
                new ItemTerms(weights(), limits(currency)));
    }

    /** What was filled in replaces what was there; an empty field leaves it. What was assumed no longer is. */
    NewItem over(NewItem before) {
        Price price = priceOver(before.price());
        Set<Party> named = answers.isEmpty("sharing") && answers.isEmpty("sharers") ? before.named() : named();
        Key key = answers.isEmpty("key") ? before.key() : answers.choice("key", Key.class);
        return new NewItem(
                answers.isEmpty("category") ? before.category() : answers.choice("category", CostCategory.class),
                answers.optionalText("description").orElse(before.description()),
                price,
                answers.isEmpty("payer") ? before.payer() : answers.party("payer"),
                named,
                key,
                priceUntouched() ? before.assumed() : null,
                termsOver(before, price.net().currency(), key, named));
    }

    /**
     * Agreed weights stay while the key does, floors and caps while the currency does; both only for those who still share. A line
     * takes those away that were there.
     */
    private ItemTerms termsOver(NewItem before, Currency currency, Key key, Set<Party> named) {
        Map<Party, Long> weights = weights();
        if (key == Key.CUSTOM && answers.isEmpty("weights")) {
            weights = new TreeMap<>(before.terms().weights());
            weights.keySet().retainAll(named);
        }
        boolean untouched = answers.isEmpty("floors") && answers.isEmpty("caps");
        if (!untouched || !currency.equals(before.price().net().currency())) {
            return new ItemTerms(weights, limits(currency));
        }
        Map<Party, Limit> limits = new TreeMap<>(before.terms().limits());
        if (!named.isEmpty()) {
            limits.keySet().retainAll(named);
        }
        return new ItemTerms(weights, limits);
    }

    private Map<Party, Long> weights() {
        Map<Party, Long> weights = new TreeMap<>();
        answers.byParty("weights")
                .forEach((party, typed) -> weights.put(party, (long) typed.wholeNumber("weights", 1, MOST_WEIGHT)));
        return weights;
    }

    private Map<Party, Limit> limits(Currency currency) {
        Map<Party, Money> floors = amounts("floors", currency);
        Map<Party, Money> caps = amounts("caps", currency);
        Set<Party> all = new TreeSet<>(floors.keySet());
        all.addAll(caps.keySet());
        Map<Party, Limit> limits = new TreeMap<>();
        for (Party party : all) {
            limits.put(
                    party,
                    new Limit(
                            floors.getOrDefault(party, Money.zero(currency)),
                            caps.getOrDefault(party, new Money(Long.MAX_VALUE, currency))));
        }
        return limits;
    }

    private Map<Party, Money> amounts(String field, Currency currency) {
        Map<Party, Money> amounts = new TreeMap<>();
        if (!answers.optionalText(field).orElse("").matches("[-–—]")) {
            answers.byParty(field).forEach((party, typed) -> amounts.put(party, typed.money(field, currency)));
        }
        return amounts;
    }

    private boolean priceUntouched() {
        return answers.isEmpty("amount") && answers.isEmpty("currency") && answers.isEmpty("vat");
    }

    private Price priceOver(Price before) {
        if (priceUntouched() && answers.isEmpty("vatRecoverable")) {
            return before;
        }
        Currency currency = answers.isEmpty("currency")
                ? before.net().currency()
                : Currencies.of("currency", answers.text("currency"));
        if (!currency.equals(before.net().currency())) {
            return price(currency);
        }
        Money net = answers.isEmpty("amount") ? before.net() : answers.money("amount", currency);
        Money vat = answers.isEmpty("vat") ? before.vat() : answers.money("vat", currency);
        boolean recoverable = answers.isEmpty("vatRecoverable") ? before.vatRecoverable() : recoverable();
        return new Price(net, vat, recoverable);
    }

    private Price price(Currency currency) {
        Money net = answers.money("amount", currency);
        @Nullable Money vat = answers.isEmpty("vat") ? null : answers.money("vat", currency);
        return vat == null || vat.isZero() ? Price.withoutVat(net) : new Price(net, vat, recoverable());
    }

    private boolean recoverable() {
        return answers.yes("vatRecoverable");
    }

    private Set<Party> named() {
        Sharing sharing = answers.choice("sharing", Sharing.class);
        Set<Party> parties = answers.parties("sharers");
        boolean fits = switch (sharing) {
            case ALL -> parties.isEmpty();
            case SOME -> parties.size() > 1;
            case ONE -> parties.size() == 1;
        };
        if (!fits) {
            throw BadInput.of(
                    "sharers", answers.optionalText("sharers").orElse(""), "costs.budget.sharers." + sharing.name());
        }
        return parties;
    }
}
