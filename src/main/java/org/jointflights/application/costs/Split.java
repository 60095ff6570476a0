package org.jointflights.application.costs;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.money.Money;

/**
 * One division of a flight's costs: it never changes but for its status; a correction is the next one.
 *
 * @param number counts the splits of a flight from 1
 * @param round the round of answers it was made for, from 1
 * @param input what it follows from, parties with seats, route, items with keys and conversions
 * @param shares by item as entered, then by party
 * @param guarantees what can be said of the figures, a sentence each
 */
public record Split(
        OperationReference reference,
        int number,
        int round,
        Status status,
        CostInput input,
        List<Share> shares,
        List<Sentence> guarantees,
        Instant at) {

    /** How far the parties have come with it. */
    public enum Status {
        /** The parties are answering. */
        OPEN,
        /** At least one party objected, or the plan changed: another one follows. */
        DROPPED,
        /** Every party accepted. */
        AGREED,
        /** The manager fixed the key after the last round. */
        FIXED
    }

    public Split {
        shares = List.copyOf(shares);
        guarantees = List.copyOf(guarantees);
    }

    /** Whether these are the figures that the approval builds on. */
    public boolean stands() {
        return status == Status.AGREED || status == Status.FIXED;
    }

    /** What seats that stay empty do to the final split; the parties answered this with the shares. */
    public WithdrawalRule withdrawalRule() {
        return input.withdrawals().rule();
    }

    /** The item that a share is of; throws {@link IllegalStateException} where it is not one of this split. */
    public CostItem itemOf(Share share) {
        return input.items().stream()
                .filter(item -> item.id() == share.item())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "split " + number + " of " + reference + " has no item " + share.item()));
    }

    /** What each party bears before any grant, in the order of the codes; parties that bear nothing are left out. */
    public SortedMap<Party, Money> totals() {
        SortedMap<Party, Money> totals = new TreeMap<>();
        shares.forEach(share -> totals.merge(share.party(), share.amount(), Money::plus));
        return totals;
    }

    /** What a party bears before any grant. */
    public Money totalOf(Party party) {
        return totals().getOrDefault(party, Money.zero(Money.EUR));
    }

    /**
     * Why a party bears what it bears, in one sentence: the costs that are its own alone, and its share of those that several
     * parties share, by which keys.
     */
    public Sentence why(Party party) {
        Money own = Money.zero(Money.EUR);
        Money shared = Money.zero(Money.EUR);
        Money common = Money.zero(Money.EUR);
        Set<Key> keys = new LinkedHashSet<>();
        for (Share share : shares) {
            CostItem item = itemOf(share);
            if (!share.party().equals(party)) {
                continue;
            }
            if (item.isDirect()) {
                own = own.plus(share.amount());
            } else {
                shared = shared.plus(share.amount());
                common = common.plus(item.amount());
                keys.add(item.key());
            }
        }
        String name = party.code();
        if (keys.isEmpty()) {
            return Sentence.of(own.isZero() ? "costs.why.nothing" : "costs.why.own", name, own);
        }
        Sentence divided = Sentence.listOf(keys.stream().map(Key::words).toList());
        return own.isZero()
                ? Sentence.of("costs.why.shared", name, shared, common, divided)
                : Sentence.of("costs.why.both", name, own.plus(shared), own, shared, common, divided);
    }

    /** What the flight costs; the shares add up to it. */
    public Money total() {
        return shares.stream().map(Share::amount).reduce(Money.zero(Money.EUR), Money::plus);
    }
}
