package org.jointflights.application.costs;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Limit;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes the cost lines of a flight. What could not be split later is refused here. */
@Service
@Transactional
public class KeepBudget {

    private static final long MOST_UNITS = 1_000_000_000;
    private static final int LONGEST_DESCRIPTION = 100;
    private static final int MOST_LINES = 500;

    private final Budgets budgets;
    private final AssembleCostInput inputs;
    private final WriteTrail trail;

    KeepBudget(Budgets budgets, AssembleCostInput inputs, WriteTrail trail) {
        this.budgets = budgets;
        this.inputs = inputs;
        this.trail = trail;
    }

    /** Who may pay for the flight or bear a cost by name. */
    @Transactional(readOnly = true)
    public Set<Party> accountable(OperationReference reference) {
        return inputs.accountable(reference);
    }

    /** The number of the new line. Throws {@link BadInput} for what cannot be shared as it stands. */
    public int add(OperationReference reference, NewItem item) {
        int position = budgets.nextPosition(reference);
        if (budgets.of(reference).size() >= MOST_LINES) {
            throw BadInput.of("item", position, "costs.budget.lines.tooMany", MOST_LINES);
        }
        put(reference, position, item);
        trail.record(reference, TrailEvent.ITEM_ADDED, position, item.description(), amount(item), keyOf(item));
        return position;
    }

    public void change(OperationReference reference, int position, NewItem item) {
        BudgetLine before = budgets.get(reference, position);
        put(reference, position, item);
        NewItem was = before.entered();
        trail.record(
                reference,
                TrailEvent.ITEM_CHANGED,
                position,
                was.description(),
                amount(was),
                keyOf(was),
                item.description(),
                amount(item),
                keyOf(item));
    }

    /** The charter in the budget goes by the carrier's new price, where it stood there at the price before. */
    public void followCharter(OperationReference reference, Money before, Money now) {
        for (BudgetLine line : budgets.of(reference)) {
            NewItem was = line.entered();
            Price price = was.price();
            if (line.category() == CostCategory.CHARTER
                    && price.net().equals(before)
                    && price.vat().isZero()) {
                change(
                        reference,
                        line.position(),
                        new NewItem(
                                was.category(),
                                was.description(),
                                new Price(now, price.vat(), price.vatRecoverable()),
                                was.payer(),
                                was.named(),
                                was.key(),
                                was.assumed(),
                                new ItemTerms(
                                        was.terms().weights(),
                                        Limit.inProportion(was.terms().limits(), before, now))));
            }
        }
    }

    /** The quotes of a flight, by group. */
    @Transactional(readOnly = true)
    public List<Quote> quotes(OperationReference reference) {
        return budgets.quotes(reference);
    }

    /**
     * What flights of their own would cost parties and groups, in euro: they are measured by it once every party has a quote. One
     * for a group that has one takes its place. Throws {@link BadInput} for who is not a party to the flight, twice the same
     * group, or more than the largest amount.
     */
    public void quote(OperationReference reference, List<Quote> quotes) {
        Map<Set<Party>, Quote> all = new LinkedHashMap<>();
        budgets.quotes(reference).forEach(quote -> all.put(quote.parties(), quote));
        Set<Party> accountable = inputs.accountable(reference);
        Set<Set<Party>> named = new HashSet<>();
        for (Quote quote : quotes) {
            quote.parties().forEach(party -> requireOneOf("quotes", party, accountable));
            requireAmount("quotes", quote.cost());
            if (!named.add(quote.parties())) {
                throw BadInput.of("quotes", quote.cost(), "costs.quote.twice", Party.codes(quote.parties()));
            }
            all.put(quote.parties(), quote);
        }
        if (all.size() > MOST_LINES) {
            throw BadInput.of("quotes", all.size(), "costs.budget.quotes.tooMany", MOST_LINES);
        }
        budgets.putQuotes(reference, List.copyOf(all.values()));
        for (Quote quote : quotes) {
            trail.record(reference, TrailEvent.QUOTE_ENTERED, Party.codes(quote.parties()), quote.cost());
        }
    }

    /** Takes all quotes of the flight away. */
    public void removeQuotes(OperationReference reference) {
        if (!budgets.quotes(reference).isEmpty()) {
            budgets.putQuotes(reference, List.of());
            trail.record(reference, TrailEvent.QUOTES_REMOVED);
        }
    }

    public void remove(OperationReference reference, int position) {
        NewItem was = budgets.get(reference, position).entered();
        budgets.remove(reference, position);
        trail.record(reference, TrailEvent.ITEM_REMOVED, position, was.description(), amount(was));
    }

    /** The manager's last word: one key for everything that is shared. Throws {@link BadInput} where it cannot divide. */
    public void fixKey(OperationReference reference, Key key, String reason) {
        requireOffered(key, Key.ofBudgets());
        for (BudgetLine line : budgets.of(reference)) {
            if (!line.entered().isDirect()) {
                // Who has dropped out since the last split is left out by the next one; only the key is at stake here.
                Set<Party> sharers = inputs.sharersNow(line);
                if (!sharers.isEmpty()) {
                    requireDivisible(
                            reference,
                            line.item()
                                    .of(line.price().toShare())
                                    .sharedBy(sharers)
                                    .by(key)
                                    .within(line.terms().limitsOf(sharers)));
                }
                budgets.put(line.by(key));
            }
        }
        trail.record(reference, TrailEvent.KEY_FIXED, keyName(key), reason);
    }

    private void put(OperationReference reference, int position, NewItem item) {
        check(reference, item);
        CostItem resolved = resolved(reference, position, item);
        BudgetLine line =
                new BudgetLine(reference, item.price(), item.named(), resolved, false, item.assumed(), item.terms());
        // As agreed: also what does not fit one of the sharers is refused.
        requireDivisible(reference, resolved.within(item.terms().limits()));
        budgets.put(line);
    }

    private void check(OperationReference reference, NewItem item) {
        Money net = item.price().net();
        if (net.minor() <= 0) {
            throw BadInput.of("amount", net.decimal().toPlainString(), "costs.budget.amount.positive");
        }
        requireAmount("amount", net);
        requireShort(item.description());
        requireAmount("vat", item.price().vat());
        Set<Party> accountable = inputs.accountable(reference);
        requireOneOf("payer", item.payer(), accountable);
        item.named().forEach(party -> requireOneOf("sharers", party, accountable));
        if (!item.isDirect()) {
            requireOffered(item.key(), Key.ofItems());
        }
    }

    private static void requireAmount(String field, Money amount) {
        if (amount.decimal().abs().longValue() >= MOST_UNITS) {
            throw BadInput.of(field, amount.decimal().toPlainString(), "costs.budget.amount.most", MOST_UNITS);
        }
    }

    private static void requireShort(String description) {
        if (description.length() > LONGEST_DESCRIPTION) {
            throw BadInput.of(
                    "description",
                    description,
                    "costs.budget.description.length",
                    description.length(),
                    LONGEST_DESCRIPTION);
        }
    }

    private static void requireOneOf(String field, Party party, Set<Party> accountable) {
        if (!accountable.contains(party)) {
            throw BadInput.of(
                    field,
                    party,
                    "costs.budget.party.notAboard",
                    accountable.stream().map(Party::code).collect(Collectors.joining(", ")));
        }
    }

    private static void requireOffered(Key key, List<Key> offered) {
        if (!offered.contains(key)) {
            throw BadInput.of(
                    "key", key, "common.choice", offered.stream().map(Key::name).collect(Collectors.joining(", ")));
        }
    }

    private CostItem resolved(OperationReference reference, int position, NewItem item) {
        Set<Party> sharers = item.named();
        if (sharers.isEmpty()) {
            sharers = new TreeSet<>(inputs.takingPart(reference).keySet());
        }
        Key key = item.isDirect() ? Key.EQUAL : item.key();
        if (key == Key.CUSTOM && item.named().isEmpty()) {
            throw BadInput.of("sharing", "", "costs.budget.weights.named");
        }
        return new CostItem(
                position,
                item.description(),
                item.category(),
                item.price().toShare(),
                item.payer(),
                sharers,
                key,
                item.terms().weights(),
                Map.of(),
                null);
    }

    /** A trial at par, because no rate is known yet: what the key makes of the weights does not depend on it. */
    private void requireDivisible(OperationReference reference, CostItem item) {
        CostSharing.share(
                inputs.of(reference, List.of(item.of(Money.euro(item.amount().minor())))));
    }

    private static Money amount(NewItem item) {
        return item.price().toShare();
    }

    private static Sentence keyOf(NewItem item) {
        return item.isDirect()
                ? Sentence.of("costs.budget.direct", item.named().iterator().next())
                : keyName(item.key());
    }

    private static Sentence keyName(Key key) {
        return Sentence.of("costs.key." + key.name());
    }
}
