package org.jointflights.domain.needs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.costs.SharedRoute;
import org.jointflights.domain.costs.UsedRoute;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who could fly together: states that expect people in the same month at the same destination, or at destinations near one
 * another, and of whom nobody pays more than alone. The rule is written down in {@code docs/needs.md}. One of these looks at
 * one list of needs: it counts how many groups it has tried.
 */
public final class Matching {

    /** Groups looked at for one answer; then the search ends and says so. */
    public static final int MOST_TRIED = 20_000;

    /** Destinations of one flight lie at most so far from one another. */
    public static final int NEAR_KM = 600;

    /** One flight hands over at so many airports at most. */
    public static final int MOST_DESTINATIONS = 3;

    /** Of so many needs every group is looked at; of more the group grows from the best pair. */
    private static final int EVERY_GROUP = 6;

    private final CharterTerms terms;
    private final Function<String, Airport> airports;
    private final String charter;
    private final Map<String, Integer> distances = new HashMap<>();
    private int tried;

    /**
     * @param airports tells an airport by its code
     * @param charter what the cost of the aircraft is called
     */
    public Matching(CharterTerms terms, Function<String, Airport> airports, String charter) {
        this.terms = terms;
        this.airports = airports;
        this.charter = charter;
    }

    /**
     * What was found.
     *
     * @param matches who saves most first; each need stands in one at most
     * @param ifMoved what needs in no match would come to if one or more of them moved by a month
     * @param alone by month, destination and state
     * @param whole whether every group was looked at that the rule asks for
     */
    public record Found(List<NeedMatch> matches, List<MovedMatch> ifMoved, List<LeftAlone> alone, boolean whole) {

        public Found {
            matches = List.copyOf(matches);
            ifMoved = List.copyOf(ifMoved);
            alone = List.copyOf(alone);
        }
    }

    /** The same for the same needs, in whatever order they come. */
    public Found find(Collection<Need> needs) {
        return find(needs, needs);
    }

    /** The same; no need moves into a month of which {@code all} has another of the same state and destination. */
    public Found find(Collection<Need> needs, Collection<Need> all) {
        List<NeedMatch> matches = new ArrayList<>();
        List<LeftAlone> alone = new ArrayList<>();
        for (List<Need> near : neighbourhoods(needs)) {
            List<Need> rest = new ArrayList<>(near);
            List<NeedMatch> here = new ArrayList<>();
            NeedMatch best = best(rest);
            while (best != null) {
                here.add(best);
                rest.removeAll(best.needs());
                best = best(rest);
            }
            matches.addAll(here);
            rest.forEach(need -> alone.add(leftAlone(need, near, here)));
        }
        matches.sort(Comparator.comparing(NeedMatch::saving).reversed().thenComparing(NeedMatch::code));
        alone.sort(Comparator.comparing(LeftAlone::need, Need.ORDER));
        List<MovedMatch> ifMoved =
                MatchesIfMoved.of(this, alone.stream().map(LeftAlone::need).toList(), matches, all);
        return new Found(matches, ifMoved, alone, tried <= MOST_TRIED);
    }

    /** These together, whoever would do better alone, with that organiser; nothing where they cannot fly together at all. */
    public Optional<NeedMatch> of(Collection<Need> needs, Party organiser) {
        List<Need> group = needs.stream().sorted(Need.ORDER).toList();
        return Optional.ofNullable(
                mayFlyTogether(group) && seats(group) <= terms.largest() ? match(group, organiser) : null);
    }

    /** What the shares of a match follow from, with all distances, so that every key can be tried. */
    public CostInput input(NeedMatch match) {
        List<Airport> stops = match.route().stops().stream()
                .map(stop -> airports.apply(stop.airport()))
                .toList();
        return input(match.needs(), match.organiser(), match.route(), UsedRoute.shortcuts(stops));
    }

    /** Needs of one month that are linked by destinations near one another, in order. */
    List<List<Need>> neighbourhoods(Collection<Need> needs) {
        List<List<Need>> found = new ArrayList<>();
        for (Need need : needs.stream().sorted(Need.ORDER).toList()) {
            List<Need> own = new ArrayList<>(List.of(need));
            List<List<Need>> linked = found.stream()
                    .filter(near -> near.stream().anyMatch(other -> areNear(need, other)))
                    .toList();
            linked.forEach(own::addAll);
            found.removeAll(linked);
            own.sort(Need.ORDER);
            found.add(own);
        }
        return found;
    }

    /** The group of them that saves most, of whom nobody would do better alone. */
    @Nullable
    NeedMatch best(List<Need> needs) {
        if (needs.size() > EVERY_GROUP) {
            return grown(needs);
        }
        NeedMatch best = null;
        for (int set = 1; set < 1 << needs.size(); set++) {
            List<Need> group = new ArrayList<>();
            for (int i = 0; i < needs.size(); i++) {
                if ((set >>> i & 1) == 1) {
                    group.add(needs.get(i));
                }
            }
            best = better(best, group);
        }
        return best;
    }

    private @Nullable NeedMatch grown(List<Need> needs) {
        NeedMatch best = null;
        for (int i = 0; i < needs.size(); i++) {
            for (int k = i + 1; k < needs.size(); k++) {
                best = better(best, List.of(needs.get(i), needs.get(k)));
            }
        }
        NeedMatch before = null;
        while (best != null && !best.equals(before)) {
            before = best;
            for (Need need : needs) {
                if (!before.needs().contains(need)) {
                    best = better(best, with(before.needs(), need));
                }
            }
        }
        return best;
    }

    /** The group, if it may fly, saves more than the best so far, and nobody in it would do better alone. */
    @Nullable
    NeedMatch better(@Nullable NeedMatch best, List<Need> group) {
        if (group.size() < 2 || !mayFlyTogether(group) || seats(group) > terms.largest()) {
            return best;
        }
        NeedMatch better = best;
        for (Party organiser : organisers(group)) {
            better = better(better, group, organiser);
        }
        return better;
    }

    private @Nullable NeedMatch better(@Nullable NeedMatch best, List<Need> group, Party organiser) {
        if (++tried > MOST_TRIED) {
            return best;
        }
        Route route = route(group, organiser);
        if (route == null) {
            return best;
        }
        Money saving = group.stream()
                .map(this::alone)
                .reduce(Money.zero(Money.EUR), Money::plus)
                .minus(terms.of(route.km()));
        if (saving.minor() <= 0 || (best != null && saving.compareTo(best.saving()) <= 0)) {
            return best;
        }
        NeedMatch match = match(group, organiser, route);
        return match.isProposed() ? match : best;
    }

    private LeftAlone leftAlone(Need need, List<Need> near, List<NeedMatch> matches) {
        if (terms.seats(need) > terms.largest()) {
            return LeftAlone.because(need, LeftAlone.Why.TOO_MANY, "");
        }
        List<Need> others = matches.stream()
                .map(NeedMatch::needs)
                .filter(match -> mayFlyTogether(with(match, need)))
                .findFirst()
                .or(() -> near.stream()
                        .filter(other -> !other.equals(need) && mayFlyTogether(List.of(other, need)))
                        .max(Comparator.comparing(Need::persons).thenComparing(Need.ORDER.reversed()))
                        .map(List::of))
                .orElse(List.of());
        String with = Party.codes(others.stream().map(Need::party).toList());
        if (others.isEmpty()) {
            return LeftAlone.because(need, LeftAlone.Why.NOBODY_ELSE, "");
        }
        List<Need> group = with(others, need);
        NeedMatch match = seats(group) > terms.largest()
                ? null
                : organisers(group).stream()
                        .map(organiser -> match(group, organiser))
                        .filter(Objects::nonNull)
                        .max(Comparator.comparing(NeedMatch::saving))
                        .orElse(null);
        if (match == null) {
            return LeftAlone.because(need, LeftAlone.Why.NO_ROOM, with);
        }
        return match.worseOff().stream()
                .min(Comparator.comparing(NeedMatch.Member::saving))
                .map(worst -> new LeftAlone(
                        need,
                        LeftAlone.Why.DEARER,
                        with,
                        worst.party(),
                        worst.saving().negated()))
                .orElse(LeftAlone.because(need, LeftAlone.Why.NO_GAIN, with));
    }

    /** Any of them may organise; who has most people is tried first, of equals the first by code. */
    private static List<Party> organisers(List<Need> group) {
        return group.stream()
                .sorted(Comparator.comparing(Need::persons).reversed().thenComparing(Need::party))
                .map(Need::party)
                .toList();
    }

    private int seats(List<Need> group) {
        return group.stream().mapToInt(terms::seats).sum();
    }

    private Money alone(Need need) {
        return terms.of(2 * km(need.embarkation(), need.destination()));
    }

    private boolean areNear(Need one, Need other) {
        return one.month().equals(other.month()) && km(one.destination(), other.destination()) <= NEAR_KM;
    }

    /** Different states, one month, few destinations that are all near one another. */
    private boolean mayFlyTogether(List<Need> group) {
        Set<Party> parties = new HashSet<>();
        Set<String> destinations = new HashSet<>();
        for (Need need : group) {
            destinations.add(need.destination());
            if (!parties.add(need.party()) || group.stream().anyMatch(other -> !areNear(need, other))) {
                return false;
            }
        }
        return destinations.size() <= MOST_DESTINATIONS;
    }

    private @Nullable NeedMatch match(List<Need> group, Party organiser) {
        Route route = route(group, organiser);
        return route == null ? null : match(group, organiser, route);
    }

    private NeedMatch match(List<Need> group, Party organiser, Route route) {
        Map<Party, Money> shares =
                CostSharing.share(input(group, organiser, route, List.of())).totals();
        List<NeedMatch.Member> members = group.stream()
                .sorted(Comparator.comparing((Need need) -> !need.party().equals(organiser))
                        .thenComparing(Need::party))
                .map(need -> new NeedMatch.Member(need, Objects.requireNonNull(shares.get(need.party())), alone(need)))
                .toList();
        return new NeedMatch(group.get(0).month(), route, seats(group), terms.of(route.km()), members);
    }

    private CostInput input(List<Need> group, Party organiser, Route route, List<SharedRoute.Shortcut> shortcuts) {
        Set<Party> parties = group.stream().map(Need::party).collect(Collectors.toCollection(TreeSet::new));
        List<UsedRoute.User> users = group.stream()
                .map(need -> new UsedRoute.User(need.party(), need.embarkation(), need.destination()))
                .toList();
        CostItem aircraft = CostItem.common(
                1, charter, CostCategory.CHARTER, terms.of(route.km()), organiser, parties, Key.DEFAULT);
        return new CostInput(
                1,
                group.stream()
                        .map(need -> Participant.committed(need.party(), terms.seatsOf(need)))
                        .toList(),
                UsedRoute.by(users, route, organiser, shortcuts),
                List.of(aircraft),
                Withdrawals.COMMITTED,
                group.stream()
                        .map(need -> new Quote(Set.of(need.party()), alone(need)))
                        .toList(),
                GroupCostBasis.QUOTES);
    }

    /** From the organiser's airport on; nothing where two stops that follow one another would be the same. */
    private @Nullable Route route(List<Need> group, Party organiser) {
        String start = group.stream()
                .filter(need -> need.party().equals(organiser))
                .findFirst()
                .orElseThrow()
                .embarkation();
        Set<String> pickUps = group.stream().map(Need::embarkation).collect(Collectors.toCollection(TreeSet::new));
        pickUps.remove(start);
        Set<String> destinations = group.stream().map(Need::destination).collect(Collectors.toCollection(TreeSet::new));
        TourOrder order = TourOrder.shortest(start, List.copyOf(pickUps), List.copyOf(destinations), this::km);
        return order == null ? null : Route.of(airports(order.boarding()), airports(order.handOver()));
    }

    private List<Airport> airports(List<String> codes) {
        return codes.stream().map(airports).toList();
    }

    private int km(String from, String to) {
        return distances.computeIfAbsent(from + to, both -> airports.apply(from).kilometresTo(airports.apply(to)));
    }

    private static List<Need> with(List<Need> group, Need need) {
        List<Need> wider = new ArrayList<>(group);
        wider.add(need);
        wider.sort(Need.ORDER);
        return wider;
    }
}
