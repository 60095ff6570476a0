package org.jointflights.application.costs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Guarantee;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Divides a flight's converted budget and keeps the result, with a reason for every figure. */
@Service
@Transactional
public class SplitCosts {

    private final Flights flights;
    private final Budgets budgets;
    private final Splits splits;
    private final AssembleCostInput inputs;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    SplitCosts(
            Flights flights,
            Budgets budgets,
            Splits splits,
            AssembleCostInput inputs,
            WriteTrail trail,
            WriteNotices notices,
            Clock clock) {
        this.flights = flights;
        this.budgets = budgets;
        this.splits = splits;
        this.inputs = inputs;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /** A split that the parties answer next. Throws {@link CannotDivide}, with nothing stored, where there is none. */
    public Split forAnswers(OperationReference reference, int round) throws CannotDivide {
        Split split = keep(reference, round, Split.Status.OPEN);
        for (Party party : AnswerShares.asked(split)) {
            notices.send(
                    reference,
                    party + "finance",
                    "split/" + split.number(),
                    "notice.sharesReady",
                    reference,
                    split.totalOf(party));
        }
        return split;
    }

    /** A split that stands without being answered, because the manager has fixed the key. Throws as the other does. */
    public Split byFixedKey(OperationReference reference, int round) throws CannotDivide {
        return keep(reference, round, Split.Status.FIXED);
    }

    /**
     * Whether the split that was agreed is still that of the plan: of these parties, seats, legs and cost items, and at
     * the rates of the flight's month.
     */
    @Transactional(readOnly = true)
    public boolean isOfThePlan(OperationReference reference) {
        Split agreed = splits.current(reference).filter(Split::stands).orElse(null);
        if (agreed == null) {
            return false;
        }
        RateRule.Dates dates = RateRule.Dates.ofFlight(flights.get(reference).realDate());
        boolean rated = counted(reference)
                .map(line -> line.item().conversion())
                .allMatch(conversion -> conversion == null || conversion.isOf(dates));
        try {
            return rated && agreed.input().equals(inputs.of(reference, items(reference)));
        } catch (BadInput noLongerFits) {
            return false;
        }
    }

    private List<CostItem> items(OperationReference reference) {
        return counted(reference).map(BudgetLine::shared).toList();
    }

    private Stream<BudgetLine> counted(OperationReference reference) {
        return budgets.of(reference).stream().filter(line -> !line.leftOut());
    }

    private Split keep(OperationReference reference, int round, Split.Status status) throws CannotDivide {
        List<CostItem> items;
        try {
            items = items(reference);
        } catch (BadInput noLongerFits) {
            throw new CannotDivide(noLongerFits);
        }
        Split before = splits.current(reference).orElse(null);
        int number = before == null ? 1 : before.number() + 1;
        Split split = divide(reference, items, number, round, status);
        requireSums(split, items);
        if (before != null && before.status() == Split.Status.OPEN) {
            splits.mark(reference, before.number(), Split.Status.DROPPED);
        }
        splits.add(split);
        trail.record(reference, TrailEvent.SPLIT, number, split.total(), round);
        return split;
    }

    private Split divide(OperationReference reference, List<CostItem> items, int number, int round, Split.Status status)
            throws CannotDivide {
        try {
            if (items.isEmpty()) {
                throw BadInput.of("item", "", "costs.budget.empty");
            }
            CostInput input = inputs.of(reference, items);
            CostShares shares = CostSharing.share(input);
            return new Split(reference, number, round, status, input, shares(shares), words(shares), clock.instant());
        } catch (BadInput cannot) {
            throw new CannotDivide(cannot);
        }
    }

    private static List<Share> shares(CostShares shares) {
        return shares.postings().stream()
                .map(posting -> new Share(
                        posting.item().id(), posting.party(), posting.posted(), posting.exact(), posting.reason()))
                .toList();
    }

    private static List<Sentence> words(CostShares shares) {
        return shares.guarantees().stream().map(Guarantee::words).toList();
    }

    /** No cent appears or vanishes: the shares of every item are the item, and those of all items the flight. */
    static void requireSums(Split split, List<CostItem> items) {
        Map<Long, Money> ofItem = new TreeMap<>();
        split.shares().forEach(share -> ofItem.merge(share.item(), share.amount(), Money::plus));
        Set<Long> ids = new TreeSet<>();
        Money flight = Money.zero(Money.EUR);
        for (CostItem item : items) {
            ids.add(item.id());
            flight = flight.plus(item.amount());
            if (!item.amount().equals(ofItem.get(item.id()))) {
                throw new IllegalStateException("the shares of item " + item.label() + " are " + ofItem.get(item.id())
                        + ", not " + item.amount());
            }
        }
        List<Long> strangers = new ArrayList<>(ofItem.keySet());
        strangers.removeAll(ids);
        if (!strangers.isEmpty()) {
            throw new IllegalStateException("the shares of " + strangers + " belong to no item of the budget");
        }
        if (!split.total().equals(flight)) {
            throw new IllegalStateException("the shares are " + split.total() + ", the flight costs " + flight);
        }
    }
}
