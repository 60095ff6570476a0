package org.jointflights.application.costs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.WithdrawalRules;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.costs.SharedRoute;
import org.jointflights.domain.costs.UsedRoute;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Component;

/** Turns a flight, with who takes part in it and its cost items, into what the shares are computed from. */
@Component
class AssembleCostInput {

    private final Flights flights;
    private final Participations participations;
    private final FindAirports airports;
    private final WithdrawalRules rules;
    private final Budgets budgets;

    AssembleCostInput(
            Flights flights,
            Participations participations,
            FindAirports airports,
            WithdrawalRules rules,
            Budgets budgets) {
        this.budgets = budgets;
        this.flights = flights;
        this.participations = participations;
        this.airports = airports;
        this.rules = rules;
    }

    /** Who takes part as things stand, with the seats they count for. */
    Map<Party, Seats> takingPart(OperationReference reference) {
        Map<Party, Seats> seats = new TreeMap<>();
        takers(reference).forEach(participation -> seats.put(participation.party(), participation.seats()));
        return seats;
    }

    /** Who may pay for the flight or bear a cost by name: those that take part, the organiser and Frontex. */
    Set<Party> accountable(OperationReference reference) {
        Set<Party> parties = new TreeSet<>(takingPart(reference).keySet());
        parties.add(flights.get(reference).organiser());
        parties.add(Party.FRONTEX);
        return parties;
    }

    /** Who shares a line as things stand: of those named, who has not dropped out; or all that take part. */
    Set<Party> sharersNow(BudgetLine line) {
        OperationReference reference = line.reference();
        Set<Party> sharers =
                new TreeSet<>(line.isForAll() ? takingPart(reference).keySet() : line.named());
        sharers.retainAll(accountable(reference));
        return sharers;
    }

    /**
     * Parties that only pay or bear a cost of their own stand in the input without seats. Throws
     * {@link org.jointflights.domain.BadInput} where the plan and the items do not fit one another.
     */
    CostInput of(OperationReference reference, List<CostItem> items) {
        return of(reference, items, items.stream().anyMatch(item -> item.key().needs() == Key.Needs.DISTANCES));
    }

    /** The same with all distances between stops, so that every key can be tried. */
    CostInput withDistances(OperationReference reference, List<CostItem> items) {
        return of(reference, items, true);
    }

    private CostInput of(OperationReference reference, List<CostItem> items, boolean shortcuts) {
        Flight flight = flights.get(reference);
        Map<Party, Seats> seats = takingPart(reference);
        seats.putIfAbsent(flight.organiser(), Seats.NONE);
        for (CostItem item : items) {
            seats.putIfAbsent(item.payer(), Seats.NONE);
            item.sharers().forEach(party -> seats.putIfAbsent(party, Seats.NONE));
        }
        List<Participant> participants = seats.entrySet().stream()
                .map(entry -> Participant.committed(entry.getKey(), entry.getValue()))
                .toList();
        Withdrawals terms = Withdrawals.of(rules.of(reference), List.of());
        List<Quote> quotes = quotes(reference, seats.keySet(), items);
        return new CostInput(
                1, participants, route(flight, shortcuts), items, terms, quotes, yardstick(quotes, seats, items));
    }

    /** Those of groups that take part as a whole; they are in euro, and so are the items once they are converted. */
    private List<Quote> quotes(OperationReference reference, Set<Party> parties, List<CostItem> items) {
        boolean inEuro =
                items.stream().allMatch(item -> item.amount().currency().equals(Money.EUR));
        return budgets.quotes(reference).stream()
                .filter(quote -> inEuro && parties.containsAll(quote.parties()))
                .toList();
    }

    /** Flying alone is measured by quotes once everybody has one who has seats or bears something; who only pays needs none. */
    private static GroupCostBasis yardstick(List<Quote> quotes, Map<Party, Seats> seats, List<CostItem> items) {
        Set<Party> quoted = new TreeSet<>();
        quotes.stream()
                .map(Quote::parties)
                .filter(parties -> parties.size() == 1)
                .forEach(quoted::addAll);
        Set<Party> concerned = new TreeSet<>();
        seats.forEach((party, own) -> {
            if (own.total() > 0) {
                concerned.add(party);
            }
        });
        items.forEach(item -> concerned.addAll(item.sharers()));
        return !quoted.isEmpty() && quoted.containsAll(concerned) ? GroupCostBasis.QUOTES : GroupCostBasis.LEGS;
    }

    private SharedRoute route(Flight flight, boolean shortcuts) {
        List<UsedRoute.User> users = takers(flight.reference()).stream()
                .map(taker -> new UsedRoute.User(taker.party(), taker.embarkation(), taker.handOver()))
                .toList();
        Route route = flight.route();
        return UsedRoute.by(users, route, flight.organiser(), shortcuts ? shortcuts(route) : List.of());
    }

    private List<SharedRoute.Shortcut> shortcuts(Route route) {
        return UsedRoute.shortcuts(route.stops().stream()
                .map(stop -> airports.get("route", stop.airport()))
                .toList());
    }

    private List<Participation> takers(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::takesPart)
                .toList();
    }
}
