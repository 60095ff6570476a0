package org.jointflights.domain.costs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostInput.Sharing;
import org.jointflights.domain.costs.Guarantee.Promise;
import org.jointflights.domain.costs.Guarantee.Verdict;
import org.jointflights.domain.costs.Guarantee.Witness;
import org.jointflights.domain.costs.game.Core;
import org.jointflights.domain.costs.game.HittingCost;
import org.jointflights.domain.costs.game.HittingGame;
import org.jointflights.domain.costs.game.Objection;
import org.jointflights.domain.costs.game.RouteGame;
import org.jointflights.domain.costs.game.Stability;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Checks the promises on one flight's exact shares, before rounding. What a smaller group would pay is measured by the
 * input's yardstick: with legs or route, an item costs a group as much less as the group flies less far than all who
 * share the item; with quotes, the group pays what it was quoted for the whole flight.
 */
final class Guarantees {

    /** How a promise is checked, and whether that takes what smaller groups would pay. */
    private record Check(Promise promise, boolean comparesGroups, Supplier<Guarantee> answer) {}

    /** Above this many parties, looking at every group takes longer than anybody waits. */
    private static final int MOST_LOOKED_THROUGH = 16;

    private static final int MOST_NUCLEOLUS_REPEATED = 8;

    /** A second or two; a real flight has a hundredth of it. */
    private static final long MOST_WORK_OF_JOINING = 40_000_000;

    private final CostShares shares;
    private final CostInput input;
    private final SmallerGroups groups;
    private final List<Integer> everybody;
    /** Who may fly in a smaller group: with quotes, only those who fly or bear something need one. */
    private final List<Integer> players;

    private final List<BigFraction> exact;
    /** The flight as a game; nothing where quotes are the yardstick, or the route lacks what it needs. */
    private final @Nullable HittingGame flown;

    Guarantees(CostShares shares) {
        this.shares = shares;
        this.input = shares.input();
        this.groups = new SmallerGroups(input);
        this.everybody = IntStream.range(0, input.participants().size()).boxed().toList();
        this.players = input.yardstick() == GroupCostBasis.QUOTES ? input.concerned() : everybody;
        this.exact = List.of(shares.exactTotals());
        this.flown = whyNotMeasurable().isPresent() || input.yardstick() == GroupCostBasis.QUOTES ? null : flown();
    }

    List<Guarantee> all() {
        List<Check> checks = List.of(
                new Check(Promise.SUMS, false, this::sums),
                new Check(Promise.STAND_ALONE, true, this::standAlone),
                new Check(Promise.CORE, true, this::core),
                new Check(Promise.EQUAL_TREATMENT, false, this::equalTreatment),
                new Check(Promise.NO_COST_NO_SHARE, true, this::noCostNoShare),
                new Check(Promise.JOINING, true, this::joining));
        Optional<String> gap = whyNotMeasurable();
        return checks.stream()
                .map(check -> gap.isPresent() && check.comparesGroups
                        ? notChecked(check.promise, gap.get())
                        : check.answer.get())
                .toList();
    }

    /** What flying alone would cost each party by the yardstick; empty where the yardstick lacks something. */
    Map<Party, Money> alone() {
        Map<Party, Money> alone = new TreeMap<>();
        if (whyNotMeasurable().isEmpty()) {
            everybody.forEach(party -> alone.put(input.party(party), up(aloneCost(party))));
        }
        return alone;
    }

    private Guarantee sums() {
        for (ItemShares item : shares.items()) {
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < item.size(); i++) {
                sum = sum.add(BigInteger.valueOf(item.cents(i)));
            }
            if (!sum.equals(BigInteger.valueOf(item.item().amount().minor()))) {
                throw new IllegalStateException("the shares of " + item.item() + " add up to " + sum);
            }
        }
        return kept(Promise.SUMS, shares.items().size(), shares.total());
    }

    /** What the yardstick lacks, as a code of the bundle. */
    private Optional<String> whyNotMeasurable() {
        if (amountsBySet().values().stream().anyMatch(amount -> amount.signum() < 0)) {
            return Optional.of("costs.guarantee.gap.refund");
        }
        SharedRoute route = input.route();
        return switch (input.yardstick()) {
            case LEGS -> route == null ? Optional.of("costs.guarantee.gap.route") : Optional.empty();
            case ROUTE ->
                route == null
                        ? Optional.of("costs.guarantee.gap.route")
                        : route.hasAllDistances() ? Optional.empty() : Optional.of("costs.guarantee.gap.shortcuts");
            case QUOTES -> everybodyIsQuotedAlone() ? Optional.empty() : Optional.of("costs.guarantee.gap.quotes");
        };
    }

    private Guarantee standAlone() {
        List<Witness> better = new ArrayList<>();
        for (int party : everybody) {
            BigFraction gain = exact.get(party).subtract(aloneCost(party));
            if (gain.signum() > 0) {
                better.add(witness(1L << party, gain));
            }
        }
        return better.isEmpty() ? kept(Promise.STAND_ALONE) : broken(Promise.STAND_ALONE, better, list(better));
    }

    private Guarantee core() {
        if (flown == null && !everyGroupIsQuoted()) {
            return notChecked(Promise.CORE, "costs.guarantee.gap.groups");
        }
        Optional<Objection> objection;
        if (flown == null || Core.isQuick(flown) || players.size() <= MOST_LOOKED_THROUGH) {
            objection = Core.strongestObjection(
                    flown == null ? groups.quoted(players, sum(exact)) : flown,
                    players.stream().map(exact::get).toList());
        } else {
            WholeRoute whole = wholeRoute();
            if (whole != null && Core.isQuick(whole.game)) {
                objection = whole.strongestObjection(exact);
            } else {
                return notChecked(Promise.CORE, "costs.guarantee.gap.size");
            }
        }
        if (objection.isEmpty()) {
            return kept(Promise.CORE);
        }
        long objecting = 0;
        for (int player = 0; player < players.size(); player++) {
            objecting |= (objection.get().coalition() >>> player & 1) << players.get(player);
        }
        Witness witness = witness(objecting, objection.get().gain());
        Guarantee broken = broken(
                Promise.CORE,
                List.of(witness),
                names(witness.parties()),
                up(objection.get().alone()),
                up(objection.get().asked()),
                witness.gain());
        return new Guarantee(Promise.CORE, Verdict.BROKEN, withOthers(broken.words()), broken.witnesses());
    }

    /** Whether any other division would be stable, and what is missing if none is. */
    private Sentence withOthers(Sentence broken) {
        if (flown != null && flown.hasOnlyCosts()) {
            return Sentence.of("costs.guarantee.CORE.other", broken);
        }
        if (players.size() > Stability.MOST_PLAYERS) {
            return broken;
        }
        Stability stability = Stability.of(flown == null ? groups.quoted(players, sum(exact)) : flown);
        return stability.isPossible()
                ? Sentence.of("costs.guarantee.CORE.other", broken)
                : Sentence.of("costs.guarantee.CORE.none", broken, up(stability.missing()), up(stability.surcharge()));
    }

    private Guarantee equalTreatment() {
        Map<List<Object>, Integer> seen = new LinkedHashMap<>();
        List<Witness> worse = new ArrayList<>();
        for (int party : everybody) {
            Integer twin = seen.putIfAbsent(marks(party), party);
            if (twin != null && !exact.get(twin).equals(exact.get(party))) {
                BigFraction more = exact.get(party).subtract(exact.get(twin));
                worse.add(witness(1L << (more.signum() > 0 ? party : twin), more.abs()));
            }
        }
        return worse.isEmpty() ? kept(Promise.EQUAL_TREATMENT) : broken(Promise.EQUAL_TREATMENT, worse, list(worse));
    }

    private Guarantee noCostNoShare() {
        if (flown == null && !everyGroupIsQuoted()) {
            return notChecked(Promise.NO_COST_NO_SHARE, "costs.guarantee.gap.groups");
        }
        long causing =
                causing(flown == null ? groups.quoted(players, sum(exact)).hittingForm() : flown);
        List<Witness> paying = new ArrayList<>();
        for (int player = 0; player < players.size(); player++) {
            int party = players.get(player);
            if ((causing >>> player & 1) == 0 && exact.get(party).signum() > 0) {
                paying.add(witness(1L << party, exact.get(party)));
            }
        }
        return paying.isEmpty()
                ? kept(Promise.NO_COST_NO_SHARE)
                : broken(Promise.NO_COST_NO_SHARE, paying, list(paying));
    }

    /** Compares with the same flight less one party, which flies and costs as much less; floors and caps are left aside. */
    private Guarantee joining() {
        boolean tooSlow = input.sharings().stream()
                        .anyMatch(sharing -> sharing.key().isSlow() && sharing.size() > MOST_NUCLEOLUS_REPEATED)
                || workOfJoining() > MOST_WORK_OF_JOINING;
        if (input.yardstick() == GroupCostBasis.QUOTES || tooSlow) {
            return notChecked(Promise.JOINING, tooSlow ? "costs.guarantee.gap.size" : "costs.guarantee.gap.without");
        }
        List<Part> parts = parts();
        List<Witness> raised = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int joining : everybody) {
            BigFraction[] raise = raisedBy(joining, parts);
            for (int party : everybody) {
                if (party != joining && raise[party].signum() > 0) {
                    Witness witness = witness(1L << party, raise[party]);
                    raised.add(witness);
                    words.add(input.party(joining) + " → " + input.party(party) + " +" + witness.gain());
                }
            }
        }
        return raised.isEmpty() ? kept(Promise.JOINING) : broken(Promise.JOINING, raised, String.join(", ", words));
    }

    /** Each party is left out of each way of sharing, which looks at each pair of stops for each sharer. */
    private long workOfJoining() {
        SharedRoute route = input.route();
        long stops = route == null ? 1 : route.stops().size();
        long sharers = input.sharings().stream()
                .mapToLong(Sharing::size)
                .filter(size -> size > 1)
                .sum();
        return everybody.size() * sharers * stops * stops;
    }

    /** One way of sharing: how much is shared so, in which proportions, and how far all of its sharers fly. */
    private record Part(Sharing sharing, BigInteger amount, Proportions with, BigFraction km) {}

    private List<Part> parts() {
        KeyProportions dividing = new KeyProportions(input);
        return amountsBySharing().entrySet().stream()
                .map(shared -> new Part(
                        shared.getKey(),
                        shared.getValue(),
                        dividing.by(shared.getKey()),
                        groups.game(shared.getKey()).total()))
                .filter(part -> part.km.signum() != 0)
                .toList();
    }

    private BigFraction[] raisedBy(int joining, List<Part> parts) {
        BigFraction[] raise = new BigFraction[everybody.size()];
        Arrays.fill(raise, BigFraction.ZERO);
        KeyProportions dividing = new KeyProportions(input);
        for (Part part : parts) {
            Sharing others = part.sharing.members().contains(joining) ? part.sharing.without(joining) : null;
            Proportions without = others == null ? null : dividing.orNull(others);
            if (others == null || without == null) {
                continue;
            }
            BigFraction less = BigFraction.of(part.amount)
                    .multiply(groups.game(others).total())
                    .divide(part.km);
            for (int i = 0; i < others.size(); i++) {
                int party = others.members().get(i);
                BigFraction now =
                        part.with.part(part.amount, part.sharing.members().indexOf(party));
                raise[party] = raise[party]
                        .add(now)
                        .subtract(without.part(BigInteger.ONE, i).multiply(less));
            }
        }
        return raise;
    }

    /** The flight as a game: every item, by the kilometres that a group of its sharers would still have to fly. */
    private HittingGame flown() {
        SharedRoute route = input.requireRoute(Key.DEFAULT);
        List<HittingCost> km = (input.yardstick() == GroupCostBasis.LEGS
                        ? groups.legs(everybody, route)
                        : groups.route(everybody, route))
                .hittingForm()
                .costs();
        List<HittingCost> costs = new ArrayList<>();
        amountsBySet().forEach((set, amount) -> {
            BigFraction all = BigFraction.ZERO;
            for (HittingCost cost : km) {
                all = (cost.payers() & set) == 0 ? all : all.add(cost.amount());
            }
            if (all.signum() == 0) {
                // Nobody who shares it flies: whoever takes part has to pay the whole.
                costs.add(new HittingCost(BigFraction.of(amount), set));
                return;
            }
            for (HittingCost cost : km) {
                if ((cost.payers() & set) != 0) {
                    costs.add(new HittingCost(cost.amount().multiply(amount).divide(all), cost.payers() & set));
                }
            }
        });
        return new HittingGame(everybody.size(), costs);
    }

    private BigFraction aloneCost(int party) {
        // Whoever only pays would not fly alone.
        return flown == null ? quoteAlone(party).orElse(BigFraction.ZERO) : flown.standAlone(party);
    }

    /** The route as one game, where all that is shared is shared by everybody and the rest is borne alone; else nothing. */
    private @Nullable WholeRoute wholeRoute() {
        if (input.yardstick() != GroupCostBasis.ROUTE) {
            return null;
        }
        long all = (1L << everybody.size()) - 1;
        BigInteger common = BigInteger.ZERO;
        BigInteger[] own = new BigInteger[everybody.size()];
        Arrays.fill(own, BigInteger.ZERO);
        for (Map.Entry<Long, BigInteger> amount : amountsBySet().entrySet()) {
            if (amount.getKey() == all) {
                common = amount.getValue();
            } else if (Long.bitCount(amount.getKey()) == 1) {
                own[Long.numberOfTrailingZeros(amount.getKey())] = amount.getValue();
            } else {
                return null;
            }
        }
        RouteGame game = groups.route(everybody, input.requireRoute(Key.DEFAULT));
        return common.signum() == 0 || game.total().signum() == 0 ? null : new WholeRoute(game, common, List.of(own));
    }

    /**
     * A flight whose common cost is divided over the kilometres of one route: what groups could save is then told by the route
     * itself, for any number of parties.
     *
     * @param common what everybody shares, in smallest units
     * @param own what each bears alone
     */
    private record WholeRoute(RouteGame game, BigInteger common, List<BigInteger> own) {

        /** As the route's, in kilometres, of what is left of the shares without what each bears alone. */
        Optional<Objection> strongestObjection(List<BigFraction> exact) {
            BigFraction kmPerUnit = game.total().divide(common);
            List<BigFraction> inKm = IntStream.range(0, own.size())
                    .mapToObj(party -> exact.get(party).subtract(own.get(party)).multiply(kmPerUnit))
                    .toList();
            return Core.strongestObjection(game, inKm).map(route -> {
                BigInteger ofGroup = IntStream.range(0, own.size())
                        .filter(party -> (route.coalition() >>> party & 1) == 1)
                        .mapToObj(own::get)
                        .reduce(BigInteger.ZERO, BigInteger::add);
                return new Objection(
                        route.coalition(),
                        route.alone().divide(kmPerUnit).add(ofGroup),
                        route.asked().divide(kmPerUnit).add(ofGroup));
            });
        }
    }

    private Map<Sharing, BigInteger> amountsBySharing() {
        Map<Sharing, BigInteger> amounts = new LinkedHashMap<>();
        for (int i = 0; i < input.items().size(); i++) {
            amounts.merge(
                    input.sharings().get(input.sharingOf(i)),
                    BigInteger.valueOf(input.items().get(i).amount().minor()),
                    BigInteger::add);
        }
        return amounts;
    }

    private Map<Long, BigInteger> amountsBySet() {
        Map<Long, BigInteger> amounts = new TreeMap<>();
        amountsBySharing().forEach((sharing, amount) -> amounts.merge(sharing.set(), amount, BigInteger::add));
        return amounts;
    }

    /** Everything by which a party's share may differ from another's. */
    private List<Object> marks(int party) {
        Party self = input.party(party);
        List<Object> marks = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            marks.add(input.weights().by(measure)[party]);
        }
        for (Sharing sharing : input.sharings()) {
            Measure measure = sharing.key().measure();
            marks.add(measure == null ? 0 : input.weights().by(measure, sharing.members())[party]);
        }
        SharedRoute route = input.route();
        if (route != null) {
            route.legs().forEach(leg -> marks.add(leg.aboard().contains(self)));
            route.stops().forEach(stop -> marks.add(stop.neededBy().contains(self)));
        }
        for (CostItem item : input.items()) {
            marks.add(item.sharers().contains(self));
            marks.add(Optional.ofNullable(item.customWeights().get(self)));
            marks.add(Optional.ofNullable(item.limits().get(self)));
        }
        for (Quote quote : input.quotes()) {
            // With a quote for several parties two are alike only if they are alike in every group: leave that alone.
            marks.add(quote.parties().size() > 1 ? self : quote.parties().contains(self) ? quote.cost() : "");
        }
        marks.removeIf(mark -> mark.equals(""));
        return marks;
    }

    private boolean everybodyIsQuotedAlone() {
        return players.stream().allMatch(party -> quoteAlone(party).isPresent());
    }

    /** A flight that is quoted to every group is known by its quotes for several parties; all of them together need none. */
    private boolean everyGroupIsQuoted() {
        Set<Party> all = players.stream().map(input::party).collect(Collectors.toCollection(TreeSet::new));
        long quoted = input.quotes().stream()
                .map(Quote::parties)
                .filter(parties -> all.containsAll(parties) && !all.equals(parties))
                .distinct()
                .count();
        return players.size() <= SmallerGroups.MOST_QUOTED && quoted == (1L << players.size()) - 2;
    }

    private Optional<BigFraction> quoteAlone(int party) {
        return input.quotes().stream()
                .filter(quote -> quote.parties().equals(Set.of(input.party(party))))
                .findFirst()
                .map(quote -> BigFraction.of(quote.cost().minor()));
    }

    private Witness witness(long set, BigFraction gain) {
        return new Witness(new TreeSet<>(input.parties(set)), up(gain));
    }

    private Money up(BigFraction minor) {
        BigInteger[] parts = minor.getNumerator().divideAndRemainder(minor.getDenominator());
        return new Money(parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0), input.currency());
    }

    private static long causing(HittingGame game) {
        return game.costs().stream().mapToLong(HittingCost::payers).reduce(0, (all, set) -> all | set);
    }

    private static BigFraction sum(List<BigFraction> fractions) {
        return fractions.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static String names(Set<Party> parties) {
        return parties.stream().map(Party::code).collect(Collectors.joining(", "));
    }

    private static String list(List<Witness> witnesses) {
        return witnesses.stream()
                .map(witness -> names(witness.parties()) + " " + witness.gain())
                .collect(Collectors.joining(", "));
    }

    private static Guarantee kept(Promise promise, Object... gaps) {
        return new Guarantee(
                promise, Verdict.KEPT, Sentence.of("costs.guarantee." + promise + ".kept", gaps), List.of());
    }

    private static Guarantee broken(Promise promise, List<Witness> witnesses, Object... gaps) {
        return new Guarantee(
                promise, Verdict.BROKEN, Sentence.of("costs.guarantee." + promise + ".broken", gaps), witnesses);
    }

    private static Guarantee notChecked(Promise promise, String why) {
        return new Guarantee(
                promise,
                Verdict.NOT_CHECKED,
                Sentence.of("costs.guarantee.notChecked", Sentence.of("costs.promise." + promise), Sentence.of(why)),
                List.of());
    }
}
