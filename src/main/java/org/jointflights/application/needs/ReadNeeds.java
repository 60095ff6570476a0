package org.jointflights.application.needs;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jointflights.application.costs.CostJson;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.needs.CharterTerms;
import org.jointflights.domain.needs.LeftAlone;
import org.jointflights.domain.needs.Matching;
import org.jointflights.domain.needs.MovedMatch;
import org.jointflights.domain.needs.Need;
import org.jointflights.domain.needs.NeedMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What states expect, and who of them could fly together. */
@Service
@Transactional(readOnly = true)
public class ReadNeeds {

    private static final Pattern CODE = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])(_[A-Z]{2}-[A-Z]{3}){2,62}");

    private final Needs needs;
    private final FindAirports airports;
    private final NeedRights rights;
    private final Clock clock;

    ReadNeeds(Needs needs, FindAirports airports, NeedRights rights, Clock clock) {
        this.needs = needs;
        this.airports = airports;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * All of it.
     *
     * @param months those that something can be entered for
     * @param states those that the reader coordinates for
     * @param rows what all states expect
     * @param entries what the reader's states have entered, the latest first
     * @param matches those with a need of the reader's states first
     * @param ifMoved what more could fly together if some moved by a month
     * @param whole whether every group was looked at
     */
    public record View(
            List<YearMonth> months,
            List<Party> states,
            List<Row> rows,
            List<Need> entries,
            List<Matched> matches,
            List<MovedMatch> ifMoved,
            List<LeftAlone> alone,
            boolean whole) {

        /** Whether something is only assumed, for the example. */
        public boolean isAssumed() {
            return rows.stream().anyMatch(row -> row.need().isAssumed());
        }

        /** Those of the reader's own states. */
        public List<Row> own() {
            return rows.stream()
                    .filter(row -> states.contains(row.need().party()))
                    .toList();
        }

        /** How one of the reader's own needs stands, by its code; nothing where it no longer counts. */
        public @Nullable Standing standing(String code) {
            return own().stream()
                    .filter(row -> row.need().code().equals(code))
                    .findFirst()
                    .map(row -> new Standing(
                            row,
                            matches.stream()
                                    .filter(one -> holds(one.match().needs(), row.need()))
                                    .findFirst()
                                    .orElse(null),
                            ifMoved.stream()
                                    .filter(moved -> holds(moved.moving(), row.need())
                                            || holds(moved.match().needs(), row.need()))
                                    .toList(),
                            alone.stream()
                                    .filter(left -> left.need().isSameAs(row.need()))
                                    .findFirst()
                                    .orElse(null)))
                    .orElse(null);
        }

        private static boolean holds(Collection<Need> some, Need need) {
            return some.stream().anyMatch(need::isSameAs);
        }

        /** The airports that somebody is expected at, by code. */
        public List<String> destinations() {
            return rows.stream()
                    .map(row -> row.need().destination())
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** The months that somebody is expected in. */
        public List<YearMonth> expected() {
            return rows.stream().map(row -> row.need().month()).distinct().toList();
        }

        /** What all states expect in a month at an airport. */
        public List<Row> at(YearMonth month, String destination) {
            return rows.stream()
                    .filter(row -> row.need().month().equals(month)
                            && row.need().destination().equals(destination))
                    .toList();
        }
    }

    /**
     * A need.
     *
     * @param isServed whether a flight goes there for it
     * @param flight that flight, where it is open to the reader
     */
    public record Row(Need need, boolean isServed, @Nullable OperationReference flight) {}

    /**
     * What has become of a need so far.
     *
     * @param match that it is in; nothing where it is in none
     * @param ifMoved those that it would be in if somebody moved by a month
     * @param alone why it is in no match
     */
    public record Standing(
            Row row,
            @Nullable Matched match,
            List<MovedMatch> ifMoved,
            @Nullable LeftAlone alone) {}

    /** A match, and what comes out where each of the reader's states in it organises. */
    public record Matched(NeedMatch match, List<NeedMatch> ifOwnOrganises) {}

    /** Throws {@link org.jointflights.domain.NotYours} for whoever may not look at needs. */
    public void requireReader() {
        rights.requireReader();
    }

    /** All needs from this month on, and the matches of those that no flight serves yet. */
    public View of(CharterTerms terms, Locale language) {
        YearMonth now = thisMonth();
        List<NeededFlight> flights = needs.flightsFrom(now);
        List<Row> rows =
                needs.from(now).stream().map(need -> row(need, flights)).toList();
        Matching matching = matching(terms, language);
        Matching.Found found = matching.find(
                rows.stream().filter(row -> !row.isServed()).map(Row::need).toList(),
                rows.stream().map(Row::need).toList());
        List<Party> states = rights.states();
        // The reader's own come first: of the others they are told.
        List<Matched> matches = found.matches().stream()
                .sorted(Comparator.comparing(
                        match -> match.needs().stream().noneMatch(need -> states.contains(need.party()))))
                .map(match -> new Matched(match, ifOwnOrganises(match, states, matching)))
                .toList();
        List<Need> entries = new ArrayList<>();
        states.forEach(state -> entries.addAll(needs.enteredBy(state, now)));
        return new View(
                IntStream.rangeClosed(0, Need.MONTHS_AHEAD)
                        .mapToObj(now::plusMonths)
                        .toList(),
                states,
                rows,
                entries,
                matches,
                found.ifMoved().stream()
                        .filter(moved -> !moved.match().month().isBefore(now))
                        .toList(),
                found.alone(),
                found.whole());
    }

    /**
     * The code of the match that came about last: the one with the need that was entered last. Throws
     * {@link org.jointflights.domain.NotYours} for whoever may not look at needs.
     */
    public Optional<String> newest(CharterTerms terms, Locale language) {
        rights.requireReader();
        return of(terms, language).matches().stream()
                .map(Matched::match)
                .max(Comparator.comparing(ReadNeeds::enteredLast).thenComparing(NeedMatch::code))
                .map(NeedMatch::code);
    }

    private static Instant enteredLast(NeedMatch match) {
        return match.needs().stream()
                .map(Need::enteredAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The figures of a match as they are now, to begin trying out from; throws as {@link #match} does. */
    public String figures(String code, CharterTerms terms, Locale language) {
        rights.requireReader();
        NeedMatch match = match(code, terms, null, language);
        return CostJson.write(matching(terms, language).input(match));
    }

    /** The airports there are, by code. */
    public List<Airport> airports() {
        return airports.all();
    }

    /**
     * What is assumed, as typed; what is left out is as usual. Throws {@link org.jointflights.domain.BadInput} for what no
     * charter has.
     */
    public static CharterTerms terms(TypedFields typed) {
        CharterTerms usual = CharterTerms.USUAL;
        return new CharterTerms(
                typed.isEmpty("perKm") ? usual.perKm() : typed.money("perKm", Money.EUR),
                typed.isEmpty("seatsPerPerson")
                        ? usual.seatsPerPerson()
                        : typed.wholeNumber("seatsPerPerson", Integer.MIN_VALUE, Integer.MAX_VALUE),
                typed.isEmpty("largestAircraft")
                        ? usual.largest()
                        : typed.wholeNumber("largestAircraft", Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /**
     * The match of that code, organised by its first state or by the one named. Throws {@link Unknown} for what is no code, and
     * {@link Conflict} where one of its needs counts no longer or is served by a flight.
     */
    NeedMatch match(String code, CharterTerms terms, @Nullable Party organiser, Locale language) {
        if (!CODE.matcher(code).matches()) {
            throw Unknown.of("needs.match.unknown", code);
        }
        YearMonth now = thisMonth();
        List<NeededFlight> flights = needs.flightsFrom(now);
        List<Need> open = needs.from(now).stream()
                .filter(need -> !row(need, flights).isServed())
                .toList();
        List<String> parts = List.of(code.split("_", -1));
        YearMonth month = YearMonth.parse(parts.get(0));
        List<Need> group = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            open.stream()
                    .filter(need -> need.month().equals(month) && part.equals(need.party() + "-" + need.destination()))
                    .forEach(group::add);
        }
        if (group.size() != parts.size() - 1) {
            throw Conflict.of("needs.match.changed");
        }
        Party leads = organiser == null ? group.get(0).party() : organiser;
        if (group.stream().noneMatch(need -> need.party().equals(leads))) {
            throw Conflict.of("needs.match.notIn", leads);
        }
        return matching(terms, language).of(group, leads).orElseThrow(() -> Conflict.of("needs.match.changed"));
    }

    private List<NeedMatch> ifOwnOrganises(NeedMatch match, List<Party> states, Matching matching) {
        return states.stream()
                .filter(state ->
                        match.needs().stream().anyMatch(need -> need.party().equals(state)))
                .flatMap(state ->
                        state.equals(match.organiser()) ? Stream.of(match) : matching.of(match.needs(), state).stream())
                .toList();
    }

    private Row row(Need need, List<NeededFlight> flights) {
        List<NeededFlight> serving =
                flights.stream().filter(flight -> flight.serves(need)).toList();
        Viewer viewer = rights.viewer();
        OperationReference open = serving.stream()
                .map(NeededFlight::reference)
                .filter(reference -> viewer.sees(flights.stream()
                        .filter(flight -> flight.reference().equals(reference))
                        .flatMap(flight -> Stream.of(flight.organiser(), flight.party()))
                        .toList()))
                .findFirst()
                .orElse(null);
        return new Row(need, !serving.isEmpty(), open);
    }

    private Matching matching(CharterTerms terms, Locale language) {
        return new Matching(terms, code -> airports.get("destination", code), CostCategory.CHARTER.label(language));
    }

    private YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }
}
