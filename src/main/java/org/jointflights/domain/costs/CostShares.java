package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** Who pays what of every item of an input, to the cent; the reasons are worked out when they are asked for. */
public final class CostShares {

    private final CostInput input;
    private final ItemShares[] items;

    CostShares(CostInput input, ItemShares[] items) {
        this.input = input;
        this.items = items;
    }

    public CostInput input() {
        return input;
    }

    /** What each participant pays of all items together, by code; zero for who shares none. */
    public Map<Party, Money> totals() {
        long[] cents = new long[input.participants().size()];
        for (int i = 0; i < items.length; i++) {
            List<Integer> members = input.sharings().get(input.sharingOf(i)).members();
            for (int k = 0; k < items[i].size(); k++) {
                cents[members.get(k)] += items[i].cents(k);
            }
        }
        Map<Party, Money> totals = new TreeMap<>();
        for (int party = 0; party < cents.length; party++) {
            totals.put(input.party(party), new Money(cents[party], input.currency()));
        }
        return Collections.unmodifiableMap(totals);
    }

    /** Every posting with its reason, item by item, within an item by code. */
    public List<ItemShare> postings() {
        List<ItemShare> postings = new ArrayList<>();
        @Nullable SharingWords[] words = new SharingWords[input.sharings().size()];
        for (int i = 0; i < items.length; i++) {
            ItemShares item = items[i];
            SharingWords ofItem = words[input.sharingOf(i)];
            if (ofItem == null) {
                ofItem = new SharingWords(input, item);
                words[input.sharingOf(i)] = ofItem;
            }
            int place = 0;
            for (Party party : item.item().sharers()) {
                postings.add(new ItemShare(item, place, party, ofItem));
                place++;
            }
        }
        return Collections.unmodifiableList(postings);
    }

    /** The floors and caps that hold a share away from what its key makes of it, item by item; none where no limit binds. */
    public List<BindingLimit> bindingLimits() {
        return Arrays.stream(items)
                .map(ItemShares::limited)
                .filter(Objects::nonNull)
                .flatMap(limited -> limited.binding().stream())
                .toList();
    }

    /** The sum of all items, which is the sum of all shares. */
    public Money total() {
        return input.total();
    }

    /**
     * What each party would pay for flying alone, by the input's yardstick, rounded up to the next whole unit; empty where
     * that cannot be measured.
     */
    public Map<Party, Money> alone() {
        return Collections.unmodifiableMap(new Guarantees(this).alone());
    }

    /** What was promised about these shares, checked on these very figures. */
    public List<Guarantee> guarantees() {
        return new Guarantees(this).all();
    }

    List<ItemShares> items() {
        return Collections.unmodifiableList(Arrays.asList(items));
    }

    /** The exact totals in smallest units, in the order of the participants. */
    BigFraction[] exactTotals() {
        BigFraction[] totals = new BigFraction[input.participants().size()];
        Arrays.fill(totals, BigFraction.ZERO);
        for (int i = 0; i < items.length; i++) {
            List<Integer> members = input.sharings().get(input.sharingOf(i)).members();
            for (int k = 0; k < members.size(); k++) {
                totals[members.get(k)] = totals[members.get(k)].add(items[i].exact(k));
            }
        }
        return totals;
    }
}
