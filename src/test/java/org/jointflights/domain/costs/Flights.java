package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.money.Money;

/** Flights to divide, said in a few words, and what varies them. */
public final class Flights {

    private static final List<String> ITEMS =
            List.of("charter", "handling", "escorts", "visas", "tickets", "a", "b", "c");

    private Flights() {}

    static Party party(String code) {
        return new Party(code);
    }

    static Set<Party> parties(String... codes) {
        return Arrays.stream(codes).map(Party::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Seats seats(int returnees, int escorts) {
        return new Seats(returnees, escorts, 0, 0, 0, 0);
    }

    static Participant returning(String code, int returnees) {
        return Participant.committed(party(code), seats(returnees, 0));
    }

    /** Codes and returnees in turn. */
    static List<Participant> returning(Object... codesAndReturnees) {
        List<Participant> participants = new ArrayList<>();
        for (int i = 0; i < codesAndReturnees.length; i += 2) {
            participants.add(returning((String) codesAndReturnees[i], (Integer) codesAndReturnees[i + 1]));
        }
        return participants;
    }

    /** Numbers by which the items of these tests are known. */
    static long id(String item) {
        int known = ITEMS.indexOf(item);
        return known < 0 ? 100 + Math.floorMod(item.hashCode(), 1_000_000) : known + 1;
    }

    static CostItem item(String name, long cents, Key key, String payer, String... sharers) {
        return CostItem.common(
                id(name), name, CostCategory.CHARTER, Money.euro(cents), party(payer), parties(sharers), key);
    }

    static List<Long> cents(Map<Party, Money> shares) {
        return shares.values().stream().map(Money::minor).toList();
    }

    static List<Long> share(CostInput input, String item) {
        return cents(ofItem(CostSharing.share(input), id(item)));
    }

    static Map<String, Long> byCode(Map<Party, Money> shares) {
        Map<String, Long> cents = new LinkedHashMap<>();
        shares.forEach((party, money) -> cents.put(party.code(), money.minor()));
        return cents;
    }

    static SharedRoute.Stop base(String airport) {
        return new SharedRoute.Stop(airport, Set.of());
    }

    /** What a flight of its own would cost one party. */
    static Quote quoteOf(Party party, Money cost) {
        return new Quote(Set.of(party), cost);
    }

    public static Limit atMost(Money cap) {
        return new Limit(Money.zero(cap.currency()), cap);
    }

    static Limit atLeast(Money floor) {
        return new Limit(floor, new Money(Long.MAX_VALUE, floor.currency()));
    }

    /** The same item, with these floors and caps. */
    public static CostItem within(CostItem item, Map<Party, Limit> limits) {
        return varied(item, item.key(), item.customWeights(), limits);
    }

    /** The same item, shared by these weights. */
    public static CostItem weighted(CostItem item, Map<Party, Long> weights) {
        return varied(item, Key.CUSTOM, weights, item.limits());
    }

    private static CostItem varied(CostItem item, Key key, Map<Party, Long> weights, Map<Party, Limit> limits) {
        return new CostItem(
                item.id(),
                item.description(),
                item.category(),
                item.amount(),
                item.payer(),
                item.sharers(),
                key,
                weights,
                limits,
                item.conversion());
    }

    /** The same flight under other terms of withdrawal. */
    static CostInput under(CostInput input, Withdrawals withdrawals) {
        return varied(input, withdrawals, input.quotes(), input.yardstick());
    }

    /** The same flight, compared with these quotes. */
    static CostInput quoted(CostInput input, List<Quote> quotes) {
        return varied(input, input.withdrawals(), quotes, GroupCostBasis.QUOTES);
    }

    /** The same flight, compared by another yardstick. */
    static CostInput measuredBy(CostInput input, GroupCostBasis yardstick) {
        return varied(input, input.withdrawals(), input.quotes(), yardstick);
    }

    private static CostInput varied(
            CostInput input, Withdrawals withdrawals, List<Quote> quotes, GroupCostBasis yardstick) {
        return new CostInput(
                input.version(), input.participants(), input.route(), input.items(), withdrawals, quotes, yardstick);
    }

    /** What each sharer pays of one item, by code. */
    public static Map<Party, Money> ofItem(CostShares shares, long itemId) {
        Map<Party, Money> ofItem = new TreeMap<>();
        for (ItemShare posting : shares.postings()) {
            if (posting.item().id() == itemId) {
                ofItem.put(posting.party(), posting.posted());
            }
        }
        return ofItem;
    }

    /** By how much rounding has moved each party over all its flights in a currency, in smallest units. */
    public static Map<Party, BigFraction> drift(CarryAccounts accounts, Currency currency) {
        Map<Party, BigFraction> drift = new TreeMap<>();
        accounts.carries().stream()
                .filter(carry -> carry.currency().equals(currency))
                .forEach(carry -> drift.merge(carry.party(), carry.balance(), BigFraction::add));
        return drift;
    }
}
