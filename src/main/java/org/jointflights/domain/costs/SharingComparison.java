package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;

/** Two sharings line by line: what changes if a state joins, leaves, takes other seats, or another key is used. */
public record SharingComparison(List<Line> lines) {

    /** One party's share of one item; zero where it had or has none. */
    public record Line(long itemId, Party party, Money before, Money after) {

        /** Above zero where the party pays more. */
        public Money change() {
            return after.minus(before);
        }
    }

    public SharingComparison {
        lines = List.copyOf(lines);
    }

    /** In the order of the items, new ones last, then by code; throws {@link BadInput} for two currencies. */
    public static SharingComparison of(CostShares before, CostShares after) {
        Money zero = Money.zero(before.input().currency());
        if (!before.input().currency().equals(after.input().currency())) {
            throw BadInput.of(
                    "currency",
                    after.input().currency(),
                    "money.currency.other",
                    before.input().currency());
        }
        Map<Long, Map<Party, Money>> old = byItem(before);
        Map<Long, Map<Party, Money>> now = byItem(after);
        Set<Long> items = new LinkedHashSet<>(old.keySet());
        items.addAll(now.keySet());
        List<Line> lines = new ArrayList<>();
        for (long item : items) {
            Map<Party, Money> was = old.getOrDefault(item, Map.of());
            Map<Party, Money> is = now.getOrDefault(item, Map.of());
            Set<Party> parties = new TreeSet<>(was.keySet());
            parties.addAll(is.keySet());
            for (Party party : parties) {
                lines.add(new Line(item, party, was.getOrDefault(party, zero), is.getOrDefault(party, zero)));
            }
        }
        return new SharingComparison(lines);
    }

    /** What changes for each party over all items, by code. */
    public Map<Party, Money> changes() {
        Map<Party, Money> changes = new TreeMap<>();
        lines.forEach(line -> changes.merge(line.party(), line.change(), Money::plus));
        return Collections.unmodifiableMap(changes);
    }

    private static Map<Long, Map<Party, Money>> byItem(CostShares shares) {
        Map<Long, Map<Party, Money>> byItem = new LinkedHashMap<>();
        for (ItemShare posting : shares.postings()) {
            byItem.computeIfAbsent(posting.item().id(), id -> new TreeMap<>()).put(posting.party(), posting.posted());
        }
        return byItem;
    }
}
