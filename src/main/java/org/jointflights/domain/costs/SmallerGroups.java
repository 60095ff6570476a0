package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostInput.Sharing;
import org.jointflights.domain.costs.game.Coalition;
import org.jointflights.domain.costs.game.CoalitionGame;
import org.jointflights.domain.costs.game.HittingCost;
import org.jointflights.domain.costs.game.LegSharingGame;
import org.jointflights.domain.costs.game.RouteGame;
import org.jointflights.domain.costs.game.Shapley;
import org.jointflights.domain.costs.game.TableGame;
import org.jspecify.annotations.Nullable;

/**
 * What smaller groups of an item's sharers would have needed on their own, in kilometres or as quoted, and the keys that
 * follow from it. The sharers are numbered from 0 in the order of their codes.
 */
final class SmallerGroups {

    /** Every group needs a quote of its own: 2^8 − 1 are as many as anybody will ask for. */
    static final int MOST_QUOTED = 8;

    private final CostInput input;

    SmallerGroups(CostInput input) {
        this.input = input;
    }

    /** What the yardstick says of these sharers' smaller groups. */
    CoalitionGame game(Sharing sharing) {
        return switch (input.yardstick()) {
            case LEGS -> legs(sharing.members(), input.requireRoute(sharing.key()));
            case ROUTE -> route(sharing.members(), input.requireRoute(sharing.key()));
            case QUOTES -> quoted(sharing.members(), null);
        };
    }

    /** Legs without a member aboard are not flown. */
    LegSharingGame legs(List<Integer> members, SharedRoute route) {
        List<HittingCost> legs = new ArrayList<>();
        for (SharedRoute.Leg leg : route.legs()) {
            long aboard = among(members, leg.aboard());
            if (aboard != 0) {
                legs.add(HittingCost.of(leg.km(), aboard));
            }
        }
        return new LegSharingGame(members.size(), legs);
    }

    RouteGame route(List<Integer> members, SharedRoute route) {
        long[] users = route.stops().stream()
                .mapToLong(stop ->
                        stop.neededBy().isEmpty() ? Coalition.all(members.size()) : among(members, stop.neededBy()))
                .toArray();
        long[][] km = Arrays.stream(route.distances())
                .map(row -> Arrays.stream(row).asLongStream().toArray())
                .toArray(long[][]::new);
        return new RouteGame(members.size(), users, km);
    }

    /**
     * @param total what all of them pay together; where nothing is given, what has been quoted to them, or the flight's whole cost
     *     if they are all who take part
     */
    TableGame quoted(List<Integer> members, @Nullable BigFraction total) {
        if (members.size() > MOST_QUOTED) {
            throw BadInput.of("quote", members.size(), "costs.quotes.tooMany", MOST_QUOTED);
        }
        Map<Set<Party>, BigFraction> known = new HashMap<>();
        input.quotes()
                .forEach(quote ->
                        known.put(quote.parties(), BigFraction.of(quote.cost().minor())));
        List<BigFraction> costs = new ArrayList<>(List.of(BigFraction.ZERO));
        int everybody = input.concerned().size();
        long all = Coalition.all(members.size());
        for (long group = 1; group <= all; group++) {
            Set<Party> parties = new TreeSet<>();
            for (int member : Coalition.players(group)) {
                parties.add(input.party(members.get(member)));
            }
            BigFraction cost = group == all && total != null ? total : known.get(parties);
            if (cost == null && parties.size() == everybody && input.total().minor() > 0) {
                cost = BigFraction.of(input.total().minor());
            }
            if (cost == null) {
                throw BadInput.of("quote", null, "costs.quote.missing", Party.codes(parties));
            }
            costs.add(cost);
        }
        return new TableGame(members.size(), costs);
    }

    /** Who weighs nothing pays nothing and has no stop flown for it. */
    BigFraction[] routeShapley(Sharing sharing, long[] weights) {
        List<Integer> places = IntStream.range(0, weights.length)
                .filter(i -> weights[i] > 0)
                .boxed()
                .toList();
        BigFraction[] shares = new BigFraction[weights.length];
        Arrays.fill(shares, BigFraction.ZERO);
        if (places.isEmpty()) {
            return shares;
        }
        RouteGame game = route(places.stream().map(sharing.members()::get).toList(), input.requireRoute(sharing.key()));
        List<BigFraction> value = Shapley.weighted(
                game, places.stream().mapToLong(place -> weights[place]).toArray());
        for (int i = 0; i < value.size(); i++) {
            shares[places.get(i)] = value.get(i);
        }
        return shares;
    }

    private long among(List<Integer> members, Set<Party> parties) {
        long group = 0;
        for (int i = 0; i < members.size(); i++) {
            group |= parties.contains(input.party(members.get(i))) ? 1L << i : 0;
        }
        return group;
    }

    static BigFraction[] array(List<BigFraction> shares) {
        return shares.toArray(BigFraction[]::new);
    }
}
