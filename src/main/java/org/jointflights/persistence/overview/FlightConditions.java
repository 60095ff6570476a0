package org.jointflights.persistence.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightCursor;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.FlightFilter.Order;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;

/** What is asked of the table {@code flight}, called {@code f}, as SQL: its conditions, its order, and their values. */
final class FlightConditions {

    /** A flight whose reference holds the value {@code text}. */
    static final String HOLDS_TEXT = "f.reference like :text escape '!'";

    private static final String NONE = "1 = 0";

    /** A task as {@code Wait.of} has it: told to those of one of its parties, and to all if one of its groups is of none. */
    private static final String TOLD = "exists (select 1 from open_task_group g where g.id = t.id and %s)";

    /** Whether all parties of the reader have left the flight, as {@code Viewer.hasLeft} says of one that they may see. */
    private static final String LEFT = """
            (f.organiser not in (:parties) and not exists (select 1 from participation l
            where l.reference = f.reference and l.party in (:parties) and l.status <> 'WITHDRAWN'))""";

    /** A task of a party of the reader's and of nobody without one. */
    private static final String OWN =
            TOLD.formatted("g.party in (:parties)") + " and not " + TOLD.formatted("g.party is null");

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new HashMap<>();
    private final FlightFilter filter;
    private final String overdue;
    private final String mine;
    private final String pressing;
    private @Nullable FlightCursor place;

    /** Those that the reader may see and the filter takes but for its text and days. */
    FlightConditions(FlightChoice choice) {
        filter = choice.filter();
        Viewer viewer = choice.viewer();
        visibleTo(viewer);
        values.put("now", instant(choice.now()));
        values.put("groups", some(viewer.groups()));
        values.put("parties", some(viewer.parties().stream().map(Party::code).toList()));
        overdue = waitsFor("t.due < :now and " + told(viewer), viewer);
        mine = waitsFor(TOLD.formatted("g.group_id in (:groups)"), viewer);
        pressing = "(" + overdue + " or f.reference in (select s.reference from failed_step s))";
        Stage stage = filter.stage();
        if (stage != null) {
            conditions.add("f.stage = :stage");
            values.put("stage", stage.name());
        }
        Party party = filter.party();
        if (party != null) {
            conditions.add(concerns("party", Set.of(party)));
        }
        switch (filter.waiting()) {
            case ALL -> {}
            case MINE -> conditions.add(mine);
            case OVERDUE -> conditions.add(overdue);
        }
    }

    /** Those that the reader may see, whatever is asked for. */
    FlightConditions(Viewer viewer) {
        filter = FlightFilter.EVERYTHING;
        overdue = NONE;
        mine = NONE;
        pressing = "(" + NONE + ")";
        visibleTo(viewer);
    }

    private void visibleTo(Viewer viewer) {
        if (!viewer.seesEveryFlight()) {
            conditions.add(concerns("own", viewer.parties()));
        }
    }

    private String concerns(String name, Set<Party> parties) {
        if (parties.isEmpty()) {
            return NONE;
        }
        values.put(name, parties.stream().map(Party::code).toList());
        return ("(f.organiser in (:%1$s) or exists"
                        + " (select 1 from participation c where c.reference = f.reference and c.party in (:%1$s)))")
                .formatted(name);
    }

    /** Flights that wait for such a task, as far as the reader may know: of one that was left, the own tasks alone. */
    private static String waitsFor(String such, Viewer viewer) {
        String flights = "f.reference in (select t.reference from open_task t where " + such + ")";
        return viewer.seesEveryFlight()
                ? flights
                : "(" + flights + " and (not " + LEFT + " or f.reference in (select t.reference from open_task t where "
                        + such + " and " + OWN + ")))";
    }

    private static String told(Viewer viewer) {
        return viewer.all()
                ? "1 = 1"
                : "(" + TOLD.formatted("(g.party is null or g.party in (:parties))") + " or not "
                        + TOLD.formatted("1 = 1") + ")";
    }

    /** No database takes a list of nothing. */
    private static List<String> some(Collection<String> values) {
        return values.isEmpty() ? List.of("-") : List.copyOf(values);
    }

    /** Whether the flight is overdue, as far as the reader may know. */
    String overdue() {
        return overdue;
    }

    /** Whether the flight waits for something that the reader could do. */
    String mine() {
        return mine;
    }

    /**
     * Only those whose destination or airport is one of these, or whose reference is one of these, or, if they are not given
     * because they are many, holds that text. The caller chooses them of all that there are, once: every flight would have to
     * be looked through for the page and again for its counts, and which capital belongs to which small letter, databases see
     * differently.
     */
    void hold(
            String text,
            Collection<String> destinations,
            Collection<String> airports,
            @Nullable Collection<String> references) {
        List<String> either = new ArrayList<>();
        if (!destinations.isEmpty()) {
            either.add("f.destination in (:destinations)");
            values.put("destinations", List.copyOf(destinations));
        }
        if (!airports.isEmpty()) {
            either.add(
                    "exists (select 1 from route_stop s where s.reference = f.reference and s.airport in (:airports))");
            values.put("airports", List.copyOf(airports));
        }
        if (references == null) {
            either.add(HOLDS_TEXT);
            values.put("text", pattern(text));
        } else if (!references.isEmpty()) {
            either.add("f.reference in (:references)");
            values.put("references", List.copyOf(references));
        }
        conditions.add(either.isEmpty() ? NONE : "(" + String.join(" or ", either) + ")");
    }

    /** What {@link #HOLDS_TEXT} compares with: references are plain capitals. */
    static String pattern(String text) {
        return "%" + text.toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** Only those that leave on one of these days, in the zone of their departure: one of these. */
    void leave(@Nullable LocalDate from, @Nullable LocalDate to, List<ZoneId> zones) {
        List<String> either = new ArrayList<>();
        for (ZoneId zone : zones) {
            int number = either.size();
            StringBuilder days = new StringBuilder("f.zone = :zone" + number);
            values.put("zone" + number, zone.getId());
            if (from != null) {
                days.append(" and f.departure >= :from").append(number);
                values.put("from" + number, instant(from.atStartOfDay(zone).toInstant()));
            }
            if (to != null) {
                days.append(" and f.departure < :to").append(number);
                values.put(
                        "to" + number, instant(to.plusDays(1).atStartOfDay(zone).toInstant()));
            }
            either.add("(" + days + ")");
        }
        conditions.add(either.isEmpty() ? NONE : "(" + String.join(" or ", either) + ")");
    }

    /** Only those behind that place. */
    void after(FlightCursor after) {
        place = after;
        values.put("reference", after.reference().value());
        values.put("departure", instant(after.departure()));
    }

    /**
     * Selects the references of at most so many flights, in order. Each rank is sorted by itself, so that an index gives the
     * first flights of it: sorted by an expression, all flights would have to be read for each page.
     */
    String references(int skipped, int most) {
        if (filter.order() == Order.REFERENCE) {
            return "select f.reference from flight f where " + where()
                    + (place == null ? "" : " and f.reference > :reference") + " order by f.reference"
                    + cut(skipped, most);
        }
        List<String> ranks = ranks().entrySet().stream()
                .filter(rank -> place == null || rank.getKey() >= place.rank())
                .map(rank ->
                        "(select %d as number, f.departure, f.reference from flight f where %s and %s%s order by %s%s)"
                                .formatted(
                                        rank.getKey(),
                                        where(),
                                        rank.getValue(),
                                        place != null && rank.getKey() == place.rank() ? " and " + behind() : "",
                                        byDeparture("f."),
                                        cut(0, skipped + most)))
                .toList();
        return ranks.isEmpty()
                ? "select f.reference from flight f where " + NONE
                : "select ranked.reference from (" + String.join(" union all ", ranks)
                        + ") ranked order by ranked.number, " + byDeparture("ranked.") + cut(skipped, most);
    }

    /** The condition of each rank of the order, as {@link Order#rank} has them. */
    private SortedMap<Integer, String> ranks() {
        SortedMap<Integer, String> ranks = new TreeMap<>();
        for (boolean isPressing : List.of(true, false)) {
            SortedMap<Integer, List<String>> stages = new TreeMap<>();
            for (Stage stage : Stage.values()) {
                stages.computeIfAbsent(filter.order().rank(stage, isPressing), rank -> new ArrayList<>())
                        .add("'" + stage + "'");
            }
            boolean byPressing = filter.order() == Order.URGENT;
            stages.forEach((rank, some) -> ranks.put(
                    rank, stageIn(some) + (byPressing ? " and " + (isPressing ? "" : "not ") + pressing : "")));
        }
        return ranks;
    }

    private static String stageIn(List<String> some) {
        return some.size() == Stage.values().length
                ? "1 = 1"
                : some.size() == 1 ? "f.stage = " + some.get(0) : "f.stage in (" + String.join(", ", some) + ")";
    }

    private String byDeparture(String table) {
        return table + (filter.order() == Order.LATEST ? "departure desc, " : "departure, ") + table + "reference";
    }

    /** Behind the place, in the order of departures. */
    private String behind() {
        return filter.order() == Order.LATEST
                ? "f.departure <= :departure and (f.departure < :departure or f.reference > :reference)"
                : "(f.departure, f.reference) > (:departure, :reference)";
    }

    private static String cut(int skipped, int most) {
        return " offset " + skipped + " rows fetch next " + most + " rows only";
    }

    String where() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    private static Object instant(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
