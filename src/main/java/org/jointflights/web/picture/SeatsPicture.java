package org.jointflights.web.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.picture.Scale;
import org.jointflights.domain.picture.TextMeasure;

/** How many seats were offered at each stop where people board, how many are committed, and how many were flown, as counted there. */
final class SeatsPicture {

    private static final long PX = Scale.PIXEL;
    private static final long WIDTH = 900 * PX;
    private static final long LEFT = 220 * PX;
    private static final long RIGHT = 700 * PX;
    private static final long HEAD = 26 * PX;
    private static final long LINE = 22 * PX;
    private static final long BAR = 14 * PX;

    private enum Kind {
        OFFERED,
        COMMITTED,
        FLOWN;

        private String look() {
            return switch (this) {
                case OFFERED -> "coming";
                case COMMITTED -> "going";
                case FLOWN -> "done";
            };
        }
    }

    private record Count(int parties, int returnees, int staff) {

        static Count of(List<Seats> seats) {
            return new Count(
                    seats.size(),
                    seats.stream().mapToInt(Seats::returnees).sum(),
                    seats.stream().mapToInt(Seats::staff).sum());
        }

        int total() {
            return returnees + staff;
        }
    }

    private record Row(String airport, Kind kind, Count count) {}

    private final FlightFile.Seating seating;
    private final boolean ofEverybody;
    private final Flight flight;
    private final Locale language;
    private final List<Row> rows = new ArrayList<>();

    private SeatsPicture(FlightFile.Head head, FlightFile.Seating seating, Locale language) {
        this.seating = seating;
        this.ofEverybody = head.viewer().all();
        this.flight = head.flight();
        this.language = language;
        List<String> stops = flight.route().embarkations();
        for (String stop : stops) {
            for (Kind kind : Kind.values()) {
                rows.add(new Row(stop, kind, Count.of(seats(kind, stop, stops.get(0)))));
            }
        }
    }

    /** Of what the reader of the flight's page may know: head counts are each state's own. */
    static Picture of(FlightFile.Head head, FlightFile.Seating seating, Locale language) {
        return new SeatsPicture(head, seating, language).picture();
    }

    private List<Seats> seats(Kind kind, String stop, String first) {
        return kind == Kind.FLOWN
                ? boarded(stop)
                : seating.plan().participations().stream()
                        .filter(part -> Objects.requireNonNullElse(part.embarkation(), first)
                                .equals(stop))
                        .filter(part -> part.status() == Status.COMMITTED
                                || (kind == Kind.OFFERED
                                        && (part.status() == Status.DECLARED || part.status() == Status.WITHDRAWN)))
                        .map(Participation::seats)
                        .filter(seats -> seats.total() > 0)
                        .toList();
    }

    /** The boardings that the reader knows of; a diversion before the stop moves its place on the way. */
    private List<Seats> boarded(String stop) {
        return seating.counts().stream()
                .flatMap(count -> Stream.ofNullable(count.boarded()))
                .filter(boarding -> stop.equals(airport(boarding)))
                .map(Boarding::aboard)
                .toList();
    }

    private String airport(Boarding boarding) {
        return boarding.stop() == 0 || boarding.stop() > seating.plan().legs().size()
                ? flight.route().stops().get(0).airport()
                : seating.plan().legs().get(boarding.stop() - 1).to();
    }

    private Picture picture() {
        String title = said("picture.seats.title", flight.reference());
        String description = said(
                "picture.seats.description",
                sum(Kind.OFFERED),
                sum(Kind.COMMITTED),
                sum(Kind.FLOWN),
                flight.capacity());
        List<String> notes = new ArrayList<>(List.of(said("picture.seats.note")));
        if (!ofEverybody) {
            notes.add(said("picture.seats.own"));
        }
        return new Picture("seats", drawn(title, description), title, description, notes, table(title));
    }

    private int sum(Kind kind) {
        return rows.stream()
                .filter(row -> row.kind == kind)
                .mapToInt(row -> row.count.total())
                .sum();
    }

    private String drawn(String title, String description) {
        List<Long> values = new ArrayList<>(List.of((long) flight.capacity()));
        rows.forEach(row -> values.add((long) row.count.total()));
        Scale scale = Scale.fromZero(LEFT, RIGHT, values);
        long height = HEAD + (rows.size() + rows.size() / Kind.values().length) * LINE + 10 * PX;
        Svg svg = new Svg("seats", WIDTH, height, title, description);
        long y = HEAD;
        for (Row row : rows) {
            if (row.kind == Kind.OFFERED) {
                svg.text("heading", 8 * PX, y + 15 * PX, Svg.LETTERS, true, Svg.Anchor.START, place(row));
                y += LINE;
            }
            svg.text("words", 24 * PX, y + 15 * PX, Svg.LETTERS, false, Svg.Anchor.START, kind(row.kind));
            bar(svg, scale, row, y + (LINE - BAR) / 2);
            String words = said("picture.seats.count", row.count.total(), row.count.returnees, row.count.parties);
            svg.fitted(
                    "words",
                    RIGHT + 14 * PX,
                    y + 15 * PX,
                    Svg.SMALL,
                    false,
                    Svg.Anchor.START,
                    words,
                    WIDTH - RIGHT - 16 * PX);
            y += LINE;
        }
        svg.line("net", scale.at(0), HEAD, scale.at(0), height - 4 * PX);
        long capacity = scale.at(flight.capacity());
        svg.line("departs", capacity, HEAD - 4 * PX, capacity, height - 4 * PX);
        String words = said("picture.seats.capacity", flight.capacity());
        long start = Math.min(
                capacity - TextMeasure.width(words, Svg.SMALL, true) / 2,
                WIDTH - TextMeasure.width(words, Svg.SMALL, true) - PX);
        svg.text("departs", start, HEAD - 10 * PX, Svg.SMALL, true, Svg.Anchor.START, words);
        return svg.markup();
    }

    private static void bar(Svg svg, Scale scale, Row row, long top) {
        long from = scale.at(0);
        long length = scale.at(row.count.total()) - from;
        if (length == 0) {
            return;
        }
        if (row.kind == Kind.COMMITTED) {
            svg.patterned("hatch", row.kind.look(), from, top, length, BAR);
        } else {
            svg.rect(row.kind.look(), from, top, length, BAR);
        }
    }

    private PictureTable table(String title) {
        PictureTable.Rows cells = new PictureTable.Rows();
        rows.forEach(row -> cells.add(
                place(row),
                kind(row.kind),
                Integer.toString(row.count.total()),
                Integer.toString(row.count.returnees),
                Integer.toString(row.count.staff),
                Integer.toString(row.count.parties)));
        return cells.of(
                title,
                new PictureTable.Column(said("picture.column.airport"), false),
                new PictureTable.Column(said("picture.column.state"), false),
                new PictureTable.Column(said("picture.column.seats"), true),
                new PictureTable.Column(said("picture.column.returnees"), true),
                new PictureTable.Column(said("picture.column.staff"), true),
                new PictureTable.Column(said("picture.column.states"), true));
    }

    private String place(Row row) {
        return new PlaceName(row.airport).in(language);
    }

    private String kind(Kind kind) {
        return said("picture.seats." + kind.name());
    }

    private String said(String code, Object... gaps) {
        return Sentence.of(code, gaps).in(language);
    }
}
