package org.jointflights.application.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/** Lines of a list, without a database: the rule in plain Java, which the one in SQL is held against. */
public final class InMemoryFlightRows implements FlightRows {

    private final List<FlightRow> rows = new ArrayList<>();
    private final OpenTasks tasks;
    private final FlightFailures failed;

    public InMemoryFlightRows(OpenTasks tasks, FlightFailures failed) {
        this.tasks = tasks;
        this.failed = failed;
    }

    public void add(FlightRow row) {
        rows.add(row);
    }

    @Override
    public List<FlightRow> page(FlightChoice choice, int skipped, int most) {
        return chosen(choice).skip(skipped).limit(most).map(Place::row).toList();
    }

    @Override
    public List<FlightRow> after(FlightChoice choice, @Nullable FlightCursor place, int most) {
        return chosen(choice)
                .filter(row -> place == null || places(choice).compare(row.cursor(), place) > 0)
                .limit(most)
                .map(Place::row)
                .toList();
    }

    @Override
    public Counts count(FlightChoice choice) {
        List<ListedFlight> chosen = chosen(choice).map(Place::flight).toList();
        return new Counts(
                chosen.size(),
                (int) chosen.stream().filter(ListedFlight::isOverdue).count(),
                (int) chosen.stream().filter(ListedFlight::isMine).count());
    }

    /** The row with what the reader may know of what it waits for. */
    public ListedFlight listed(FlightChoice choice, FlightRow row) {
        Viewer viewer = choice.viewer();
        Set<OperationReference> only = Set.of(row.reference());
        return new ListedFlight(
                row,
                ListFlights.waits(
                        tasks.of(only).getOrDefault(row.reference(), List.of()),
                        viewer,
                        viewer.hasLeft(row.organiser(), row.invited(), row.withdrawn()),
                        choice.now()),
                !failed.among(only).isEmpty());
    }

    @Override
    public List<Party> parties(Viewer viewer) {
        return rows.stream()
                .map(InMemoryFlightRows::concerned)
                .filter(viewer::sees)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** A flight of the list and where it stands in it. */
    private record Place(ListedFlight flight, FlightCursor cursor) {

        FlightRow row() {
            return flight.flight();
        }
    }

    private Stream<Place> chosen(FlightChoice choice) {
        return rows.stream()
                .filter(row -> choice.viewer().sees(concerned(row)) && takes(choice.filter(), row))
                .map(row -> listed(choice, row))
                .filter(flight -> takes(choice.filter().waiting(), flight))
                .map(flight -> new Place(flight, choice.cursor(flight)))
                .sorted(Comparator.comparing(Place::cursor, places(choice)));
    }

    private static Comparator<FlightCursor> places(FlightChoice choice) {
        Comparator<FlightCursor> departure = Comparator.comparing(FlightCursor::departure);
        Comparator<FlightCursor> reference = Comparator.comparing(FlightCursor::reference);
        return switch (choice.filter().order()) {
            case URGENT, STAGE ->
                Comparator.comparing(FlightCursor::rank)
                        .thenComparing(departure)
                        .thenComparing(reference);
            case REFERENCE -> reference;
            case DEPARTURE -> departure.thenComparing(reference);
            case LATEST -> departure.reversed().thenComparing(reference);
        };
    }

    private static boolean takes(FlightFilter filter, FlightRow flight) {
        var day = flight.departure().toLocalDate();
        return (filter.text() == null || contains(flight, filter.text().toLowerCase(Locale.ROOT)))
                && (filter.stage() == null || flight.stage() == filter.stage())
                && (filter.party() == null || concerned(flight).contains(filter.party()))
                && (filter.from() == null || !day.isBefore(filter.from()))
                && (filter.to() == null || !day.isAfter(filter.to()));
    }

    private static boolean takes(FlightFilter.Waiting waiting, ListedFlight flight) {
        return switch (waiting) {
            case ALL -> true;
            case MINE -> flight.isMine();
            case OVERDUE -> flight.isOverdue();
            case FAILED -> flight.failed();
        };
    }

    private static boolean contains(FlightRow flight, String wanted) {
        return Stream.concat(Stream.of(flight.reference().value(), flight.destination()), flight.airports().stream())
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Set<Party> concerned(FlightRow flight) {
        Set<Party> concerned = new TreeSet<>(flight.invited());
        concerned.add(flight.organiser());
        return concerned;
    }
}
