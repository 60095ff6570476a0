package org.jointflights.persistence.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightCursor;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;

/** What is asked of the table {@code flight}, called {@code f}, as SQL: its conditions, its order, and their values. */
final class FlightConditions {

    private static final String NONE = "1 = 0";

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new HashMap<>();
    private final FlightFilter filter;
    private final String pressing;

    /** Those that the reader may see and the filter takes but for its text and days. */
    FlightConditions(FlightChoice choice) {
        filter = choice.filter();
        Set<OperationReference> pressing = new HashSet<>(choice.overdue());
        pressing.addAll(choice.failed());
        this.pressing = isAmong("pressing", pressing);
        visibleTo(choice.viewer());
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
            case MINE -> conditions.add(isAmong("mine", choice.mine()));
            case OVERDUE -> conditions.add(isAmong("overdue", choice.overdue()));
        }
    }

    /** Those that the reader may see, whatever is asked for. */
    FlightConditions(Viewer viewer) {
        filter = FlightFilter.EVERYTHING;
        pressing = NONE;
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
        return ("(f.organiser in (:%1$s)"
                        + " or f.reference in (select c.reference from participation c where c.party in (:%1$s)))")
                .formatted(name);
    }

    /** Whether the flight is one of these. */
    String isAmong(String name, Set<OperationReference> flights) {
        if (flights.isEmpty()) {
            return NONE;
        }
        values.put(name, flights.stream().map(OperationReference::value).toList());
        return "f.reference in (:" + name + ")";
    }

    /**
     * Only those whose reference, airports or destination hold that text. The destinations are chosen by the caller: which
     * capital belongs to which small letter, databases see differently. References and airports are plain capitals.
     */
    void hold(String text, Collection<String> destinations) {
        List<String> either = new ArrayList<>();
        if (!destinations.isEmpty()) {
            either.add("f.destination in (:destinations)");
            values.put("destinations", List.copyOf(destinations));
        }
        if (text.chars().allMatch(letter -> letter < 128)) {
            either.add("f.reference like :text escape '!'");
            either.add("f.reference in (select s.reference from route_stop s where s.airport like :text escape '!')");
            values.put("text", "%" + text.toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        conditions.add(either.isEmpty() ? NONE : "(" + String.join(" or ", either) + ")");
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
    void after(FlightCursor place) {
        values.put("reference", place.reference().value());
        values.put("departure", instant(place.departure()));
        conditions.add(
                switch (filter.order()) {
                    case URGENT, STAGE -> {
                        values.put("rank", place.rank());
                        yield "(" + rank() + ", f.departure, f.reference) > (:rank, :departure, :reference)";
                    }
                    case REFERENCE -> "f.reference > :reference";
                    case DEPARTURE -> "(f.departure, f.reference) > (:departure, :reference)";
                    case LATEST ->
                        "f.departure <= :departure and (f.departure < :departure or f.reference > :reference)";
                });
    }

    String order() {
        return switch (filter.order()) {
            case URGENT, STAGE -> rank() + ", f.departure, f.reference";
            case REFERENCE -> "f.reference";
            case DEPARTURE -> "f.departure, f.reference";
            case LATEST -> "f.departure desc, f.reference";
        };
    }

    /** As {@link FlightFilter.Order#rank} has it. */
    private String rank() {
        return Arrays.stream(Stage.values())
                .map(stage -> "when '%s' then case when %s then %d else %d end"
                        .formatted(
                                stage,
                                pressing,
                                filter.order().rank(stage, true),
                                filter.order().rank(stage, false)))
                .collect(Collectors.joining(" ", "case f.stage ", " end"));
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
