package org.jointflights.process.costs;

import java.util.Currency;
import java.util.Set;
import org.jointflights.application.costs.NewItem;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.money.Currencies;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** The fields of one cost item as typed: a whole new item, or what changes of one that is there. */
record CostItemFields(TypedFields answers) {

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
        return new NewItem(
                answers.choice("category", CostCategory.class),
                answers.text("description"),
                price(answers.currencyOrEuro("currency")),
                answers.party("payer"),
                named(),
                answers.isEmpty("key") ? Key.DEFAULT : answers.choice("key", Key.class),
                null);
    }

    /** What was filled in replaces what was there; an empty field leaves it. What was assumed no longer is. */
    NewItem over(NewItem before) {
        return new NewItem(
                answers.isEmpty("category") ? before.category() : answers.choice("category", CostCategory.class),
                answers.optionalText("description").orElse(before.description()),
                priceOver(before.price()),
                answers.isEmpty("payer") ? before.payer() : answers.party("payer"),
                answers.isEmpty("sharing") && answers.isEmpty("sharers") ? before.named() : named(),
                answers.isEmpty("key") ? before.key() : answers.choice("key", Key.class),
                priceUntouched() ? before.assumed() : null);
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
