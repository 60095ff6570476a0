package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.InputPlace.Kind;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a flight's shares follow from, and nothing else: the same input always gives the same cents, in
 * whatever order it was entered. Checked whole when it is made; it never changes, a correction is a new version.
 */
public final class CostInput {

    static final int MOST_PARTIES = 62;
    static final int MOST_ITEMS = 1_000;

    /** Whatever is added up or set against one another of 62 parties stays within 64 bits: 720,575,940,379,279.35 euro. */
    private static final long MOST_MONEY = Long.MAX_VALUE / 128;

    private final long version;
    private final List<Participant> participants;
    private final @Nullable SharedRoute route;
    private final List<CostItem> items;
    private final Withdrawals withdrawals;
    private final List<Quote> quotes;
    private final GroupCostBasis yardstick;

    private final Map<Party, Integer> index = new HashMap<>();
    private final Weights weights;
    private final List<Sharing> sharings;
    private final int[] sharingOf;
    private final long[] aboard;

    /**
     * The participants stand in the order of their codes from here on. Throws {@link BadInput} for a party named twice
     * or not taking part, too many parties or items, an item named twice, amounts in several currencies, or more
     * money than can be divided exactly.
     */
    public CostInput(
            long version,
            List<Participant> participants,
            @Nullable SharedRoute route,
            List<CostItem> items,
            Withdrawals withdrawals,
            List<Quote> quotes,
            GroupCostBasis yardstick) {
        this.version = version;
        List<Participant> byCode = new ArrayList<>(participants);
        byCode.sort(Comparator.comparing(Participant::party));
        this.participants = Collections.unmodifiableList(byCode);
        this.route = route;
        this.items = List.copyOf(items);
        this.withdrawals = withdrawals;
        this.quotes = List.copyOf(quotes);
        this.yardstick = yardstick;
        numberParties();
        requireParts();
        requireItems();
        this.weights = new Weights(this.participants, withdrawals);
        Map<Sharing, Integer> distinct = new LinkedHashMap<>();
        this.sharingOf = new int[this.items.size()];
        for (int i = 0; i < sharingOf.length; i++) {
            sharingOf[i] = distinct.computeIfAbsent(Sharing.of(this.items.get(i), index), unseen -> distinct.size());
        }
        this.sharings = List.copyOf(distinct.keySet());
        this.aboard = route == null
                ? new long[0]
                : route.legs().stream().mapToLong(leg -> set(leg.aboard())).toArray();
    }

    /** A first version with the usual terms: committed seats count, and nothing was quoted. */
    public static CostInput of(List<Participant> participants, @Nullable SharedRoute route, List<CostItem> items) {
        return of(participants, route, items, Withdrawals.COMMITTED);
    }

    /** A first version under these terms of withdrawal. */
    public static CostInput of(
            List<Participant> participants, @Nullable SharedRoute route, List<CostItem> items, Withdrawals terms) {
        return new CostInput(1, participants, route, items, terms, List.of(), GroupCostBasis.LEGS);
    }

    /** The next version, with other items. */
    public CostInput with(List<CostItem> otherItems) {
        return new CostInput(version + 1, participants, route, otherItems, withdrawals, quotes, yardstick);
    }

    public long version() {
        return version;
    }

    /** By code. */
    public List<Participant> participants() {
        return participants;
    }

    public @Nullable SharedRoute route() {
        return route;
    }

    /** The numbers of those who have seats or bear something; who only pays a supplier, as Frontex may, flies in no group. */
    List<Integer> concerned() {
        long sharing = 0;
        for (Sharing shared : sharings) {
            sharing |= shared.set();
        }
        List<Integer> concerned = new ArrayList<>();
        for (int i = 0; i < participants.size(); i++) {
            Participant one = participants.get(i);
            boolean shares = (sharing >>> i & 1) == 1;
            if (shares || one.committed().total() > 0 || one.used().total() > 0) {
                concerned.add(i);
            }
        }
        return concerned;
    }

    /** In the order they were entered. */
    public List<CostItem> items() {
        return items;
    }

    /** The sum of all items. */
    public Money total() {
        return items.stream().map(CostItem::amount).reduce(Money.zero(currency()), Money::plus);
    }

    public Withdrawals withdrawals() {
        return withdrawals;
    }

    public List<Quote> quotes() {
        return quotes;
    }

    public GroupCostBasis yardstick() {
        return yardstick;
    }

    /** The one currency of all amounts; euro where there is nothing to share. */
    public Currency currency() {
        return items.isEmpty() ? Money.EUR : items.get(0).amount().currency();
    }

    /** Whether the same shares follow from both, and are explained by the same figures. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CostInput that
                && version == that.version
                && participants.equals(that.participants)
                && Objects.equals(route, that.route)
                && items.equals(that.items)
                && withdrawals.equals(that.withdrawals)
                && quotes.equals(that.quotes)
                && yardstick == that.yardstick;
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, participants, items);
    }

    Weights weights() {
        return weights;
    }

    /** The different ways in which items are shared; most flights have a handful, however many items. */
    List<Sharing> sharings() {
        return sharings;
    }

    int sharingOf(int item) {
        return sharingOf[item];
    }

    /** Who flies a leg, as a set of their numbers. */
    long aboard(int leg) {
        return aboard[leg];
    }

    Party party(int number) {
        return participants.get(number).party();
    }

    List<Party> parties(long set) {
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < participants.size(); i++) {
            if ((set >>> i & 1) == 1) {
                parties.add(party(i));
            }
        }
        return List.copyOf(parties);
    }

    /** The route; throws {@link BadInput} where a key asks for one that is not there. */
    SharedRoute requireRoute(Key key) {
        if (route == null) {
            throw BadInput.of("route", null, "costs.route.missing", key.words());
        }
        return route;
    }

    /** The place of a participant in the order of codes. */
    int number(Party party) {
        Integer number = index.get(party);
        if (number == null) {
            throw new IllegalArgumentException(party + " does not take part");
        }
        return number;
    }

    /** The parties as a set of their numbers. */
    long set(Collection<Party> parties) {
        long set = 0;
        for (Party party : parties) {
            set |= 1L << number(party);
        }
        return set;
    }

    private void numberParties() {
        if (participants.isEmpty()) {
            throw BadInput.of("parties", null, "costs.parties.none");
        }
        if (participants.size() > MOST_PARTIES) {
            throw BadInput.of("parties", participants.size(), "costs.parties.tooMany", MOST_PARTIES);
        }
        for (Participant participant : participants) {
            if (index.putIfAbsent(participant.party(), index.size()) != null) {
                throw BadInput.of("parties", participant.party(), "costs.party.repeated");
            }
        }
    }

    private void requireParts() {
        if (route != null) {
            for (int i = 0; i < route.stops().size(); i++) {
                SharedRoute.Stop stop = route.stops().get(i);
                requireKnown(Kind.STOP.of(i, stop.airport()), "neededBy", "costs.input.neededBy", stop.neededBy());
            }
            for (int i = 0; i < route.legs().size(); i++) {
                requireKnown(
                        Kind.LEG.of(i, null),
                        "aboard",
                        "costs.input.aboard",
                        route.legs().get(i).aboard());
            }
        }
        Map<Set<Party>, Quote> quoted = new HashMap<>();
        for (int i = 0; i < quotes.size(); i++) {
            Quote quote = quotes.get(i);
            requireKnown(Kind.QUOTE.of(i, null), "parties", "costs.input.parties", quote.parties());
            if (quoted.putIfAbsent(quote.parties(), quote) != null) {
                throw BadInput.of("quote", quote.cost(), "costs.quote.twice", Party.codes(quote.parties()));
            }
            if (!quote.cost().currency().equals(currency())) {
                throw BadInput.of("quote", quote.cost(), "money.currency.other", currency());
            }
        }
    }

    private void requireItems() {
        if (items.size() > MOST_ITEMS) {
            throw BadInput.of("items", items.size(), "costs.items.tooMany", MOST_ITEMS);
        }
        Set<Long> ids = new HashSet<>();
        long turnover = 0;
        for (int i = 0; i < items.size(); i++) {
            CostItem item = items.get(i);
            if (!ids.add(item.id())) {
                throw BadInput.of("itemId", item.id(), "costs.item.repeated");
            }
            if (!item.amount().currency().equals(currency())) {
                throw BadInput.of("amount", item.amount(), "costs.currency.mixed", item.label(), currency());
            }
            InputPlace place = Kind.ITEM.of(i, item.description());
            requireKnown(place, "payer", "field.payer", List.of(item.payer()));
            requireKnown(place, "sharers", "costs.input.sharers", item.sharers());
            turnover = added("amount", turnover, item.amount());
        }
        long quoted = 0;
        for (Quote quote : quotes) {
            quoted = added("quote", quoted, quote.cost());
        }
    }

    private long added(String field, long sum, Money amount) {
        long most = MOST_MONEY - sum;
        if (amount.minor() > most || amount.minor() < -most) {
            throw BadInput.of(field, amount, "costs.tooMuch", new Money(MOST_MONEY, currency()));
        }
        return sum + Math.abs(amount.minor());
    }

    private void requireKnown(InputPlace place, String field, String label, Collection<Party> parties) {
        for (Party party : parties) {
            if (!index.containsKey(party)) {
                throw BadInput.of(field, party, "costs.party.unknown")
                        .at(place.path() + field, place.label(Sentence.of(label)));
            }
        }
    }

    /**
     * One way of sharing: the key, who shares, by their numbers in rising order, and their own weights if the key is
     * custom.
     */
    record Sharing(Key key, List<Integer> members, List<Long> customWeights) {

        static Sharing of(CostItem item, Map<Party, Integer> index) {
            List<Integer> members = new ArrayList<>(item.sharers().size());
            item.sharers().forEach(party -> members.add(Objects.requireNonNull(index.get(party))));
            return new Sharing(
                    item.key(),
                    Collections.unmodifiableList(members),
                    List.copyOf(item.customWeights().values()));
        }

        int size() {
            return members.size();
        }

        long set() {
            long set = 0;
            for (int member : members) {
                set |= 1L << member;
            }
            return set;
        }

        /** The same without one of its members; null where nobody is left. */
        @Nullable
        Sharing without(int party) {
            List<Integer> others = new ArrayList<>();
            List<Long> weights = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i) != party) {
                    others.add(members.get(i));
                    if (!customWeights.isEmpty()) {
                        weights.add(customWeights.get(i));
                    }
                }
            }
            return others.isEmpty() ? null : new Sharing(key, List.copyOf(others), List.copyOf(weights));
        }
    }
}
