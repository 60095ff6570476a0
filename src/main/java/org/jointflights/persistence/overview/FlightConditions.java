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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightCursor;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.FlightFilter.Order;
import org.jointflights.application.overview.FlightFilter.Waiting;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the table {@code flight}, called {@code f}, as SQL: its conditions, its order, and their values. However
 * many flights have ever been, few are open and few wait for anything: those are found first, and what is over only when a
 * page reaches it.
 */
final class FlightConditions {

    /** A flight whose reference holds the value {@code text}. */
    static final String HOLDS_TEXT = "f.reference like :text escape '!'";

    /** Selects the flights that the reader's parties organise or were asked to, for whoever has few. */
    static final String OWN_FLIGHTS = """
            select o.reference from participation o where o.party in (:parties)
            union select o.reference from flight o where o.organiser in (:parties)
            """;

    private static final String ALL = "1 = 1";
    private static final String NONE = "1 = 0";

    /** The first rank of what is over in the urgent order. */
    private static final int OVER = Order.URGENT.rank(Stage.CLOSED, true);

    private static final String IS_OVER =
            stageIn(Stream.of(Stage.values()).filter(Stage::isOver).toList());

    private static final String IS_OPEN =
            stageIn(Stream.of(Stage.values()).filter(stage -> !stage.isOver()).toList());

    /** A task as {@code Wait.of} has it: told to those of one of its parties, and to all if one of its groups is of none. */
    private static final String TOLD = "exists (select 1 from open_task_group g where g.id = t.id and %s)";

    /** As {@code WaitingTask.isKnownTo} has it. */
    private static final String KNOWN = "(t.confidential = false or " + TOLD.formatted("g.group_id in (:groups)") + ")";

    /** Whether all parties of the reader have left the flight, as {@code Viewer.hasLeft} says of one that they may see. */
    private static final String LEFT = """
            (f.organiser not in (:parties) and (select 1 from participation l where l.reference = f.reference
            and l.party in (:parties) and l.status <> 'WITHDRAWN' fetch first 1 rows only) is null)""";

    /** A task of a party of the reader's and of nobody without one. */
    private static final String OWN =
            TOLD.formatted("g.party in (:parties)") + " and not " + TOLD.formatted("g.party is null");

    private static final Waits FAILED = new Waits("select s.reference from failed_step s", ALL);

    private static final String OF_PARTY =
            "select 1 from participation c where c.reference = f.reference and c.party in (:%s)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Viewer viewer;
    private final FlightFilter filter;
    private final Waits overdue;
    private final Waits mine;
    private final String pressing;
    private @Nullable FlightCursor place;
    private boolean looksUp;

    /**
     * Flights that wait for something, as far as the reader may know.
     *
     * @param flights selects their references
     * @param and what has to hold of such a flight besides
     */
    private record Waits(String flights, String and) {

        String condition() {
            return "(f.reference in (" + flights + ") and " + and + ")";
        }

        /** Those that wait for both. */
        Waits with(Waits other) {
            return new Waits(flights + " intersect " + other.flights, and + " and " + other.and);
        }
    }

    /** Those that the reader may see and the filter takes but for its text and days. */
    FlightConditions(FlightChoice choice) {
        filter = choice.filter();
        viewer = choice.viewer();
        values.put("now", instant(choice.now()));
        values.put("groups", some(viewer.groups()));
        values.put("parties", some(viewer.parties().stream().map(Party::code).toList()));
        overdue = waitsFor("t.due < :now and " + told(viewer) + " and " + KNOWN, viewer);
        mine = waitsFor(TOLD.formatted("g.group_id in (:groups)"), viewer);
        pressing = "(" + overdue.condition() + " or " + FAILED.condition() + ")";
        Stage stage = filter.stage();
        if (stage != null) {
            conditions.add("f.stage = :stage");
            values.put("stage", stage.name());
        }
        Party party = filter.party();
        if (party != null) {
            conditions.add(concerns("party"));
            values.put("party", List.of(party.code()));
        }
    }

    /** Those that the reader may see, whatever is asked for. */
    static FlightConditions visibleTo(Viewer viewer) {
        return new FlightConditions(new FlightChoice(FlightFilter.EVERYTHING, viewer, Instant.EPOCH));
    }

    private static String concerns(String parties) {
        return "(f.organiser in (:" + parties + ") or exists (" + OF_PARTY.formatted(parties) + "))";
    }

    /** As a set of all flights of the reader, for whoever goes through all flights. */
    private String visible() {
        return viewer.seesEveryFlight() ? ALL : concerns("parties");
    }

    /**
     * The same, looked up for each flight in an index, for whoever takes few of them. PostgreSQL would make the set all the
     * same, were it not asked for a value.
     */
    private String visibleEach() {
        return viewer.seesEveryFlight()
                ? ALL
                : "(f.organiser in (:parties) or (" + OF_PARTY.formatted("parties")
                        + " fetch first 1 rows only) is not null)";
    }

    private static Waits waitsFor(String such, Viewer viewer) {
        String flights = "select t.reference from open_task t where " + such;
        return new Waits(
                flights,
                viewer.seesEveryFlight()
                        ? ALL
                        : "(not " + LEFT + " or f.reference in (" + flights + " and " + OWN + "))");
    }

    private static String told(Viewer viewer) {
        return viewer.all()
                ? ALL
                : "(" + TOLD.formatted("(g.party is null or g.party in (:parties))") + " or not " + TOLD.formatted(ALL)
                        + ")";
    }

    /** No database takes a list of nothing. */
    private static List<String> some(Collection<String> values) {
        return values.isEmpty() ? List.of("-") : List.copyOf(values);
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
        values.put("rank", after.rank());
        values.put("reference", after.reference().value());
        values.put("departure", instant(after.departure()));
    }

    /** The reader has so many flights that whoever looks the next ones up one by one soon has a page of them. */
    void lookUpEach() {
        looksUp = true;
    }

    /** Whether what is over is asked for by itself, once what is open does not fill a page. */
    boolean isInTwoParts() {
        return filter.order() == Order.URGENT && filter.waiting() == Waiting.ALL;
    }

    /** Whether flights that are open may be asked for. */
    boolean asksForOpen() {
        return (place == null || place.rank() < OVER)
                && (filter.stage() == null || !filter.stage().isOver());
    }

    /** Whether flights that are over may be asked for. */
    boolean asksForOver() {
        return filter.stage() == null || filter.stage().isOver();
    }

    /** Selects the references of at most so many flights, in order; in two parts, of those that are open. */
    String references(int skipped, int most) {
        if (isInTwoParts()) {
            return urgent(0, IS_OPEN, visibleEach(), skipped, most);
        }
        if (filter.waiting() != Waiting.ALL) {
            return ofThoseThatWait(skipped, most);
        }
        String where = chosen(looksUp ? visibleEach() : visible());
        if (filter.order() == Order.REFERENCE) {
            return "select f.reference from flight f where " + where
                    + (place == null ? "" : " and f.reference > :reference") + " order by f.reference"
                    + cut(skipped, most);
        }
        return sorted(
                ranks().entrySet().stream()
                        .filter(rank -> place == null || rank.getKey() >= place.rank())
                        .map(rank -> ranked(rank.getKey(), rank.getValue() + " and " + where, skipped + most))
                        .toList(),
                skipped,
                most);
    }

    private String ofThoseThatWait(int skipped, int most) {
        if (filter.order() == Order.REFERENCE) {
            return "select w.reference from " + lookedUp(asked(), ALL)
                    + (place == null ? "" : " and w.reference > :reference") + " order by w.reference"
                    + cut(skipped, most);
        }
        return sorted(List.of(behindPlace(waiting(asked(), rank(), ALL))), skipped, most);
    }

    /** Likewise, of those that are over. */
    String referencesOfOver(int skipped, int most) {
        return urgent(OVER, IS_OVER, looksUp ? visibleEach() : visible(), skipped, most);
    }

    /** First what presses, which is found from what waits and what has failed, and then the others. */
    private String urgent(int rank, String stages, String visible, int skipped, int most) {
        String number = Integer.toString(rank);
        String first = waiting(overdue, number, stages) + " union " + waiting(FAILED, number, stages);
        String others = ranked(rank + 1, stages + " and " + chosen(visible) + " and not " + pressing, skipped + most);
        return sorted(
                place != null && place.rank() > rank ? List.of(others) : List.of(behindPlace(first), others),
                skipped,
                most);
    }

    /** Each rank is sorted by itself, so that an index gives the first flights of it and no others are read. */
    private String ranked(int rank, String condition, int most) {
        return "(select %d as number, f.departure, f.reference from flight f where %s%s order by %s%s)"
                .formatted(
                        rank,
                        condition,
                        place != null && rank == place.rank() ? " and " + behind("f.") : "",
                        byDeparture("f."),
                        cut(0, most));
    }

    private String waiting(Waits waits, String number, String stages) {
        return "select " + number + " as number, w.departure, w.reference from " + lookedUp(waits, stages);
    }

    /**
     * Each flight is looked up by itself: a join could be made by going through all flights, the choice of a value cannot. That
     * nothing is skipped keeps the value from being chosen twice.
     */
    private String lookedUp(Waits waits, String stages) {
        String departure = "select f.departure from flight f where f.reference = t.reference and "
                + chosen(visibleEach()) + " and " + waits.and + " and " + stages;
        return "(select (" + departure + ") as departure, t.reference from (select distinct d.reference from ("
                + waits.flights + ") d) t offset 0 rows) w where w.departure is not null";
    }

    private String behindPlace(String found) {
        return place == null
                ? "(" + found + ")"
                : "(select p.* from (" + found + ") p where p.number > :rank or (p.number = :rank and " + behind("p.")
                        + "))";
    }

    private String sorted(List<String> ranks, int skipped, int most) {
        return ranks.isEmpty()
                ? "select f.reference from flight f where " + NONE
                : "select ranked.reference from (" + String.join(" union all ", ranks)
                        + ") ranked order by ranked.number, " + byDeparture("ranked.") + cut(skipped, most);
    }

    /** The rank of a flight that waits. */
    private String rank() {
        String ranks = ranks().entrySet().stream()
                .map(rank -> " when " + rank.getValue() + " then " + rank.getKey())
                .collect(Collectors.joining("", "case", " end"));
        boolean pressingFirst = filter.order() == Order.URGENT && filter.waiting() == Waiting.MINE;
        return "(select " + ranks + (pressingFirst ? " + case when " + pressing + " then 0 else 1 end" : "")
                + " from flight f where f.reference = w.reference)";
    }

    private Waits asked() {
        return switch (filter.waiting()) {
            case MINE -> mine;
            case FAILED -> FAILED;
            case ALL, OVERDUE -> overdue;
        };
    }

    /** The condition of each rank of what presses, or of the orders to which that is nothing, as {@link Order#rank} has them. */
    private SortedMap<Integer, String> ranks() {
        SortedMap<Integer, List<Stage>> ranks = new TreeMap<>();
        for (Stage stage : Stage.values()) {
            ranks.computeIfAbsent(filter.order().rank(stage, true), rank -> new ArrayList<>())
                    .add(stage);
        }
        SortedMap<Integer, String> conditionsOfRanks = new TreeMap<>();
        ranks.forEach((rank, stages) -> conditionsOfRanks.put(rank, stageIn(stages)));
        return conditionsOfRanks;
    }

    private static String stageIn(List<Stage> some) {
        if (some.size() == Stage.values().length) {
            return ALL;
        }
        String names = some.stream().map(stage -> "'" + stage + "'").collect(Collectors.joining(", "));
        return some.size() == 1 ? "f.stage = " + names : "f.stage in (" + names + ")";
    }

    private String byDeparture(String table) {
        return table + (filter.order() == Order.LATEST ? "departure desc, " : "departure, ") + table + "reference";
    }

    /** Behind the place, in the order of departures. */
    private String behind(String table) {
        String condition = filter.order() == Order.LATEST
                ? "%1$sdeparture <= :departure and (%1$sdeparture < :departure or %1$sreference > :reference)"
                : "(%1$sdeparture, %1$sreference) > (:departure, :reference)";
        return condition.formatted(table);
    }

    private static String cut(int skipped, int most) {
        return " offset " + skipped + " rows fetch next " + most + " rows only";
    }

    /** Selects how many there are, how many of them are overdue, and how many wait for something that the reader could do. */
    String counts() {
        return switch (filter.waiting()) {
            case ALL -> counts(total(), number(overdue), number(mine));
            case OVERDUE -> counts(number(overdue), number(overdue), number(overdue.with(mine)));
            case FAILED -> counts(number(FAILED), number(overdue.with(FAILED)), number(FAILED.with(mine)));
            case MINE -> counts(number(mine), number(overdue.with(mine)), number(mine));
        };
    }

    private static String counts(String total, String overdue, String mine) {
        return "select " + total + " as total, " + overdue + " as overdue, " + mine + " as mine";
    }

    private String total() {
        if (!conditions.isEmpty() || viewer.seesEveryFlight()) {
            return "(select count(*) from flight f where " + chosen(visible()) + ")";
        }
        String flights = viewer.parties().size() == 1 ? "*" : "distinct c.reference";
        return "(select count(" + flights + ") from participation c where c.party in (:parties))"
                + " + (select count(*) from flight f where f.organiser in (:parties) and ("
                + OF_PARTY.formatted("parties") + " fetch first 1 rows only) is null)";
    }

    private String number(Waits waits) {
        return "(select count(*) from " + lookedUp(waits, ALL) + ")";
    }

    /** Whether the flight is open to the reader, who has a party in it still or sees every flight. */
    String isVisibleAndNotLeft() {
        return viewer.seesEveryFlight() ? ALL : "(" + visibleEach() + " and not " + LEFT + ")";
    }

    /** Whether the flight is open to the reader and has a task taken by one of {@code :people} of which the reader is told. */
    String hasTaskTaken() {
        Waits taken = waitsFor("t.claimed_by in (:people) and " + told(viewer) + " and " + KNOWN, viewer);
        return "(" + visibleEach() + " and " + taken.condition() + ")";
    }

    /** Whether the reader may see the flight. */
    String isVisible() {
        return visibleEach();
    }

    /** Whether the reader may see the flight that another table's row belongs to. */
    String isOfVisible(String row) {
        return viewer.seesEveryFlight()
                ? ALL
                : "(select 1 from flight f where f.reference = " + row + ".reference and " + visibleEach()
                        + ") is not null";
    }

    /** Selects how many flights the reader's parties organise or were asked to; of those that are many, no more than so many. */
    String owns(int most) {
        String some = "(select count(*) from (select 1 from %s in (:parties) fetch first " + most + " rows only) own)";
        return "select " + some.formatted("participation where party") + " + "
                + some.formatted("flight where organiser");
    }

    /** But for what they wait for. */
    private String chosen(String visible) {
        List<String> all = new ArrayList<>(List.of(visible));
        all.addAll(conditions);
        return String.join(" and ", all);
    }

    Map<String, Object> values() {
        return values;
    }

    private static Object instant(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
