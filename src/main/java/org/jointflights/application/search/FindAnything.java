package org.jointflights.application.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.flight.AirportNames;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.FlightFilter.Order;
import org.jointflights.application.overview.FlightFilter.Waiting;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Folded;
import org.jointflights.domain.Party;
import org.jointflights.domain.notice.MailChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks a text up among everything that has a name here: flights, airports, states, carriers and the people who work here.
 * Whoever asks is shown flights that are open to them, and of people those whom they work beside: a state its own, those to
 * whom everything is open everybody.
 */
@Service
@Transactional(readOnly = true)
public class FindAnything {

    private static final int SHOWN = 20;
    private static final int FEW = 8;

    private final ListFlights list;
    private final NamedFlights named;
    private final AirportNames airports;
    private final People people;
    private final CheckFlightAccess access;

    FindAnything(ListFlights list, NamedFlights named, AirportNames airports, People people, CheckFlightAccess access) {
        this.list = list;
        this.named = named;
        this.airports = airports;
        this.people = people;
        this.access = access;
    }

    /** What that text may mean, as far as the person signed in may know of it. */
    public Found find(String text) {
        Folded wanted = Folded.of(text);
        FlightChoice choice = list.choice(with(text, null));
        ListFlights.Slice flights = list.slice(choice, null, SHOWN);
        Viewer viewer = access.viewer();
        List<Found.Place> places = airports.matching(text).stream()
                .map(this::place)
                .filter(place -> place.number() > 0)
                .toList();
        List<Party> parties =
                list.parties().stream().filter(party -> isMeant(party, wanted)).toList();
        List<Found.Carrier> carriers = carriers(wanted, viewer);
        List<Found.Colleague> colleagues = colleagues(wanted, viewer);
        return new Found(
                text,
                flights.flights(),
                flights.next() == null
                        ? 0
                        : list.total(choice) - flights.flights().size(),
                first(places),
                first(parties).stream()
                        .map(party -> new Found.State(party, list.total(list.choice(with(null, party)))))
                        .toList(),
                first(carriers),
                first(colleagues),
                Stream.of(places, parties, carriers, colleagues).anyMatch(found -> found.size() > FEW));
    }

    private static <T> List<T> first(List<T> found) {
        return found.subList(0, Math.min(FEW, found.size()));
    }

    private Found.Place place(String code) {
        FlightChoice choice = list.choice(with(code, null));
        return new Found.Place(
                code,
                list.total(choice),
                list.slice(choice, null, FEW).flights().stream()
                        .map(listed -> listed.flight().reference())
                        .toList());
    }

    private static FlightFilter with(@Nullable String text, @Nullable Party party) {
        return new FlightFilter(text, null, party, null, null, Waiting.ALL, Order.URGENT);
    }

    private static boolean isMeant(Party party, Folded wanted) {
        return Folded.of(party.code()).equals(wanted)
                || MailChoice.LANGUAGES.stream().anyMatch(language -> wanted.isIn(party.name(language)));
    }

    private List<Found.Carrier> carriers(Folded wanted, Viewer viewer) {
        return named.carriers().stream()
                .filter(wanted::isIn)
                .map(carrier -> new Found.Carrier(carrier, named.ofCarrier(carrier, viewer, SHOWN)))
                .filter(carrier -> !carrier.flights().isEmpty())
                .limit(FEW + 1)
                .toList();
    }

    private List<Found.Colleague> colleagues(Folded wanted, Viewer viewer) {
        Map<Person, List<Assignment>> met = new HashMap<>();
        return people.all().stream()
                .filter(person ->
                        wanted.isIn(person.name()) || Folded.of(person.id()).equals(wanted))
                .filter(person -> {
                    Set<String> groups = people.ownGroupsOf(person.id());
                    met.put(
                            person,
                            groups.stream()
                                    .map(Assignment::of)
                                    .flatMap(Optional::stream)
                                    .sorted()
                                    .toList());
                    return viewer.all() || isBeside(groups, viewer);
                })
                .limit(FEW + 1)
                .map(person -> new Found.Colleague(
                        person,
                        met.getOrDefault(person, List.of()),
                        named.takenBy(List.of(person.id()), viewer, SHOWN)))
                .toList();
    }

    /** Whether somebody of these groups works for a party of the reader's, and for no other. */
    private static boolean isBeside(Set<String> groups, Viewer viewer) {
        List<Party> parties = groups.stream()
                .flatMap(group -> Stream.ofNullable(Viewer.partyOf(group)))
                .distinct()
                .toList();
        return !parties.isEmpty() && viewer.parties().containsAll(parties);
    }
}
