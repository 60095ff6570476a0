package org.jointflights.web.picture;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.flight.RouteName;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.picture.AircraftPosition;
import org.jointflights.domain.picture.LabelPlaces;
import org.jointflights.domain.picture.MapFrame;
import org.jointflights.domain.picture.MapPoint;
import org.jointflights.domain.picture.Place;
import org.jointflights.domain.picture.Scale;
import org.jointflights.domain.picture.TextBox;
import org.jointflights.domain.picture.TextMeasure;
import org.jointflights.web.overview.FlightWording;
import org.jspecify.annotations.Nullable;

/** Where a flight goes: its legs over land and sea, who boards and leaves where, and where the aircraft is by the clock. */
final class RouteMap {

    private static final int WIDTH = 1_000;
    private static final int EDGE_LETTERS = 11;
    private static final long PX = Scale.PIXEL;
    private static final long DOT = 5 * PX;
    private static final long LINE = 17 * PX;

    /** More airports than that are named by their codes alone: the table says the rest. */
    private static final int FEW_STOPS = 10;

    /** How far a way that is flown twice is bent aside, in pixels, so that both can be seen. */
    private static final double BEND = 16;

    private static final double NEAREST_POINTS = 0.8;

    private final FlightFile.Way way;
    private final Flight flight;
    private final Instant now;
    private final FlightWording say;
    private final Locale language;
    private final List<FlownLeg> legs;

    /** The airports in flying order, one more than there are legs. */
    private final List<Place> places = new ArrayList<>();

    private final List<String> codes = new ArrayList<>();
    private final Function<String, Airport> airports;
    private final MapFrame frame;
    private final List<List<MapPoint>> lines = new ArrayList<>();

    private RouteMap(
            Flight flight, FlightFile.Way way, Function<String, Airport> airports, Instant now, Locale language) {
        this.flight = flight;
        this.way = way;
        this.now = now;
        this.say = new FlightWording(language);
        this.language = language;
        this.airports = airports;
        this.legs = way.legs();
        String start = flight.route().stops().get(0).airport();
        add(start, place(start));
        for (FlownLeg leg : legs) {
            add(leg.to(), place(leg.to()).near(places.get(places.size() - 1)));
        }
        List<List<Place>> ways = IntStream.range(1, places.size())
                .mapToObj(i -> places.get(i - 1).greatCircleTo(places.get(i)))
                .toList();
        List<Place> all = new ArrayList<>(places);
        ways.forEach(all::addAll);
        frame = MapFrame.around(all, WIDTH);
        for (int i = 0; i < ways.size(); i++) {
            List<MapPoint> line = ways.get(i).stream().map(frame::point).toList();
            lines.add(isFlownBefore(i) ? bent(line) : line);
        }
    }

    /**
     * Of what the reader of the flight's page may know. {@code airports} throws {@link org.jointflights.domain.BadInput} for one of which nobody
     * knows where it lies.
     */
    static Picture of(
            Flight flight,
            FlightFile.Way way,
            Function<String, Airport> airports,
            List<List<Place>> land,
            Instant now,
            Locale language) {
        return new RouteMap(flight, way, airports, now, language).picture(land);
    }

    private void add(String code, Place place) {
        codes.add(code);
        places.add(place);
    }

    private Place place(String code) {
        Airport airport = airports.apply(code);
        return new Place(airport.longitude(), airport.latitude());
    }

    /** Whether an earlier leg joins the same two airports. */
    private boolean isFlownBefore(int leg) {
        return IntStream.range(0, leg)
                .anyMatch(earlier -> (codes.get(earlier).equals(codes.get(leg + 1))
                                && codes.get(earlier + 1).equals(codes.get(leg)))
                        || (codes.get(earlier).equals(codes.get(leg))
                                && codes.get(earlier + 1).equals(codes.get(leg + 1))));
    }

    /** The same ends, and between them aside to the right of the way. */
    private static List<MapPoint> bent(List<MapPoint> line) {
        MapPoint from = line.get(0);
        MapPoint to = line.get(line.size() - 1);
        double length = Math.max(1, from.to(to));
        double bend = Math.min(BEND, length / 5);
        double aside = -(to.y() - from.y()) / length * bend;
        double down = (to.x() - from.x()) / length * bend;
        List<MapPoint> finer = line.size() > 8 ? line : subdivided(from, to);
        return IntStream.range(0, finer.size())
                .mapToObj(i -> {
                    double much = Math.sin(Math.PI * i / (finer.size() - 1));
                    return i == 0 || i == finer.size() - 1
                            ? finer.get(i)
                            : new MapPoint(
                                    finer.get(i).x() + much * aside,
                                    finer.get(i).y() + much * down);
                })
                .toList();
    }

    private static List<MapPoint> subdivided(MapPoint from, MapPoint to) {
        int parts = 12;
        return IntStream.rangeClosed(0, parts)
                .mapToObj(i -> new MapPoint(
                        from.x() + (to.x() - from.x()) * i / parts, from.y() + (to.y() - from.y()) * i / parts))
                .toList();
    }

    private Picture picture(List<List<Place>> land) {
        String title = said("picture.route.title", flight.reference());
        Optional<AircraftPosition> position = position();
        String description = said(
                "picture.route.description",
                new RouteName(codes),
                say.number(legs.stream().mapToLong(FlownLeg::km).sum()),
                position.map(this::whereabouts).orElse(said("picture.route.notUnderWay")));
        List<String> notes = new ArrayList<>(List.of(said("picture.route.note")));
        if (position.isPresent()) {
            notes.add(said("picture.route.byTheClock"));
        }
        return new Picture(
                "route",
                drawn(land, position.orElse(null), title, description),
                title,
                description,
                notes,
                table(title));
    }

    /** Of a flight under way; one that has not left by the record, although its time has come, is where it was planned to be. */
    private Optional<AircraftPosition> position() {
        Stage stage = flight.stage();
        boolean late =
                stage == Stage.OPERATION && !now.isBefore(flight.departure().toInstant());
        if (stage != Stage.IN_FLIGHT && stage != Stage.SETTLEMENT && !late) {
            return Optional.empty();
        }
        return AircraftPosition.at(legs, now)
                // Once people are handed over, only a way back that was let go is followed.
                .filter(at -> stage != Stage.SETTLEMENT || at.rests() == AircraftPosition.Rests.EXPECTED);
    }

    private String whereabouts(AircraftPosition at) {
        FlownLeg leg = legs.get(at.leg());
        ZoneId zone = airports.apply(leg.to()).zone();
        String landing = say.time(at.landing(), zone);
        return switch (at.rests()) {
            case LANDED -> said("picture.route.landed", new PlaceName(leg.to()), landing);
            case OVERDUE -> said("picture.route.overdue", new PlaceName(leg.to()), landing);
            case EXPECTED ->
                said(
                        "picture.route.expected",
                        percent(at),
                        new PlaceName(leg.from()),
                        new PlaceName(leg.to()),
                        landing);
            case PLANNED ->
                at.part() < 1
                        ? said(
                                "picture.route.planned",
                                percent(at),
                                new PlaceName(leg.from()),
                                new PlaceName(leg.to()),
                                landing)
                        : said("picture.route.plannedAt", new PlaceName(leg.to()), landing);
        };
    }

    private static long percent(AircraftPosition at) {
        return (long) Math.floor(at.part() * 100);
    }

    private String drawn(
            List<List<Place>> land, @Nullable AircraftPosition position, String title, String description) {
        Svg svg = new Svg("route", frame.width() * PX, frame.height() * PX, title, description);
        svg.rect("sea", 0, 0, frame.width() * PX, frame.height() * PX);
        svg.element("path", "class", "land", "d", outlines(land));
        List<TextBox> taken = new ArrayList<>(net(svg));
        List<TextBox> avoided = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            leg(svg, i);
            lines.get(i).forEach(point -> avoided.add(new TextBox(of(point.x()), of(point.y()), 0, 0).grown(3 * PX)));
        }
        Map<String, MapPoint> dots = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            dots.putIfAbsent(codes.get(i), frame.point(places.get(i)));
        }
        dots.values().forEach(dot -> taken.add(new TextBox(of(dot.x()), of(dot.y()), 0, 0).grown(DOT + PX)));
        MapPoint aircraft = position == null ? null : along(lines.get(position.leg()), position.part());
        if (aircraft != null) {
            taken.add(new TextBox(of(aircraft.x()), of(aircraft.y()), 0, 0).grown(12 * PX));
        }
        LabelPlaces labels = new LabelPlaces(
                new TextBox(0, 0, frame.width() * PX, frame.height() * PX).grown(-3 * PX), taken, avoided);
        boolean few = dots.size() <= FEW_STOPS;
        dots.forEach((code, dot) -> {
            svg.circle(isDestination(code) ? "destination" : "stop", of(dot.x()), of(dot.y()), DOT);
            label(svg, labels, dot, DOT, few ? words(code) : List.of(code), "words");
        });
        if (position != null && aircraft != null) {
            aircraft(svg, position, aircraft);
            label(svg, labels, aircraft, 10 * PX, inShort(position), "aircraft");
        }
        return svg.markup();
    }

    private static long of(double pixels) {
        return Math.round(pixels * PX);
    }

    private boolean isDestination(String code) {
        return flight.route().destinations().contains(code);
    }

    /** The airport and its country, and who boards and leaves. */
    private List<String> words(String code) {
        List<String> words = new ArrayList<>();
        words.add(airport(code));
        long boarding = boarding(code);
        long leaving = leaving(code);
        if (boarding > 0) {
            words.add(said("picture.route.boards", boarding));
        }
        if (leaving > 0) {
            words.add(said("picture.route.leaves", leaving));
        }
        return words;
    }

    private String airport(String code) {
        return said(
                "picture.route.airport",
                new PlaceName(code),
                new Party(airports.apply(code).country()).name(language));
    }

    private long boarding(String code) {
        return way.participations().stream()
                .filter(part -> part.takesPart() && code.equals(boardsAt(part)))
                .mapToLong(part -> part.seats().total())
                .sum();
    }

    private long leaving(String code) {
        return way.participations().stream()
                .filter(part -> part.takesPart() && code.equals(leavesAt(part)))
                .mapToLong(part -> part.seats().returnees())
                .sum();
    }

    private String boardsAt(Participation part) {
        String embarkation = part.embarkation();
        return embarkation == null ? codes.get(0) : embarkation;
    }

    private String leavesAt(Participation part) {
        String handOver = part.handOver();
        List<String> destinations = flight.route().destinations();
        return handOver == null ? destinations.get(destinations.size() - 1) : handOver;
    }

    /** A line for each text, and one to the point if they stand far from it. */
    private static void label(
            Svg svg, LabelPlaces labels, MapPoint point, long clear, List<String> words, String look) {
        long width = IntStream.range(0, words.size())
                .mapToLong(i -> TextMeasure.width(words.get(i), size(i), i == 0))
                .max()
                .orElse(0);
        long height = words.size() * LINE;
        labels.near(of(point.x()), of(point.y()), width, height).ifPresent(box -> {
            long x = Math.max(box.x(), Math.min(of(point.x()), box.x() + box.width()));
            long y = Math.max(box.y(), Math.min(of(point.y()), box.y() + box.height()));
            long aside = x - of(point.x());
            long down = y - of(point.y());
            long near = clear + 14 * PX;
            if (aside * aside + down * down > near * near) {
                svg.line("leader", of(point.x()), of(point.y()), x, y);
            }
            boolean left = box.x() + box.width() <= of(point.x());
            for (int i = 0; i < words.size(); i++) {
                long base = box.y() + i * LINE + 13 * PX;
                svg.text(
                        look,
                        left ? box.x() + box.width() : box.x(),
                        base,
                        size(i),
                        i == 0,
                        left ? Svg.Anchor.END : Svg.Anchor.START,
                        words.get(i));
            }
        });
    }

    private static int size(int line) {
        return line == 0 ? Svg.LETTERS : Svg.SMALL;
    }

    private String outlines(List<List<Place>> land) {
        StringBuilder path = new StringBuilder();
        for (List<Place> outline : land) {
            for (List<MapPoint> part : frame.cut(outline)) {
                path.append(line(part)).append('Z');
            }
        }
        return path.toString();
    }

    /** Points that lie at the same place to the eye are one; both ends stay. */
    private static String line(List<MapPoint> points) {
        StringBuilder path = new StringBuilder();
        MapPoint last = null;
        for (int i = 0; i < points.size(); i++) {
            MapPoint point = points.get(i);
            if (last == null || i == points.size() - 1 || last.to(point) >= NEAREST_POINTS) {
                path.append(last == null ? 'M' : 'L')
                        .append(Svg.pixels(of(point.x())))
                        .append(' ')
                        .append(Svg.pixels(of(point.y())));
                last = point;
            }
        }
        return path.toString();
    }

    /** Lines of longitude and latitude with their degrees at the edge; where the texts stand. */
    private List<TextBox> net(Svg svg) {
        List<TextBox> texts = new ArrayList<>();
        int step = frame.netDegrees();
        for (int degrees = (int) Math.ceil(frame.south() / step) * step; degrees < frame.north(); degrees += step) {
            long y = of(frame.point(new Place(0, degrees)).y());
            svg.line("net", 0, y, frame.width() * PX, y);
            String words = degrees(degrees, "picture.route.south", "picture.route.north");
            if (y > 24 * PX && y < (frame.height() - 30) * PX) {
                texts.add(edge(svg, 6 * PX, y - 3 * PX, words));
            }
        }
        for (int degrees = (int) Math.ceil(frame.west() / step) * step; degrees < frame.east(); degrees += step) {
            long x = of(frame.point(new Place(degrees, 0)).x());
            svg.line("net", x, 0, x, frame.height() * PX);
            int turned = Math.floorMod(degrees + 180, 360) - 180;
            String words = degrees(turned, "picture.route.west", "picture.route.east");
            if (x > 60 * PX && x < (frame.width() - 60) * PX) {
                texts.add(edge(svg, x + 3 * PX, (frame.height() - 6) * PX, words));
            }
        }
        return texts;
    }

    private String degrees(int degrees, String below, String above) {
        String code = degrees < 0 ? below : degrees > 0 ? above : "picture.route.zero";
        return said(code, Math.abs(degrees));
    }

    private static TextBox edge(Svg svg, long x, long y, String words) {
        svg.text("quiet", x, y, EDGE_LETTERS, false, Svg.Anchor.START, words);
        return new TextBox(
                x, y - EDGE_LETTERS * PX, TextMeasure.width(words, EDGE_LETTERS, false), EDGE_LETTERS * 125L);
    }

    /** With people aboard a full line, otherwise a broken one; an arrow halfway shows which way it is flown. */
    private void leg(Svg svg, int leg) {
        List<MapPoint> line = lines.get(leg);
        String look = legs.get(leg).landed() != null ? "flown" : isWayBack(leg) ? "back" : "leg";
        svg.element("path", "class", look, "data-leg", Integer.toString(leg + 1), "d", line(line));
        if (line.get(0).to(line.get(line.size() - 1)) > 40) {
            MapPoint middle = along(line, 0.5);
            turned(svg, "arrow", middle, heading(line, 0.5), "M-5 -5 L5 0 L-5 5 z");
        }
    }

    /** Behind the last stop at which people leave. */
    private boolean isWayBack(int leg) {
        return IntStream.range(leg + 1, codes.size()).noneMatch(stop -> isDestination(codes.get(stop)));
    }

    private static void turned(Svg svg, String look, MapPoint at, double degrees, String path) {
        String place = "translate(%s %s) rotate(%d)"
                .formatted(Svg.pixels(of(at.x())), Svg.pixels(of(at.y())), Math.round(degrees));
        svg.element("path", "class", look, "transform", place, "d", path);
    }

    private void aircraft(Svg svg, AircraftPosition position, MapPoint at) {
        boolean planned = position.rests() == AircraftPosition.Rests.PLANNED;
        double heading = heading(lines.get(position.leg()), Math.min(0.99, position.part()));
        turned(
                svg,
                planned ? "aircraft-planned" : "aircraft",
                at,
                heading,
                "M12 0 L3 -2 L-3 -11 L-6 -11 L-3 -2 L-8 -1.5 L-10 -4 L-12 -4 L-11 0 L-12 4 L-10 4 L-8 1.5 L-3 2 L-6 11 L-3 11 L3 2 z");
    }

    private List<String> inShort(AircraftPosition at) {
        FlownLeg leg = legs.get(at.leg());
        String landing = say.time(at.landing(), airports.apply(leg.to()).zone());
        return switch (at.rests()) {
            case LANDED -> List.of(said("picture.route.short.landed", leg.to()), landing);
            case OVERDUE -> List.of(said("picture.route.short.overdue", leg.to()), landing);
            case EXPECTED ->
                List.of(said("picture.route.short.clock"), said("picture.route.short.expected", leg.to(), landing));
            case PLANNED ->
                List.of(said("picture.route.short.planned"), said("picture.route.short.expected", leg.to(), landing));
        };
    }

    /** The point of which that part of the line lies behind; its points lie at equal times. */
    private static MapPoint along(List<MapPoint> line, double part) {
        double at = part * (line.size() - 1);
        int before = Math.min(line.size() - 2, (int) Math.floor(at));
        double rest = at - before;
        MapPoint from = line.get(before);
        MapPoint to = line.get(before + 1);
        return new MapPoint(from.x() + rest * (to.x() - from.x()), from.y() + rest * (to.y() - from.y()));
    }

    private static double heading(List<MapPoint> line, double part) {
        int before = Math.min(line.size() - 2, (int) Math.floor(part * (line.size() - 1)));
        MapPoint from = line.get(before);
        MapPoint to = line.get(before + 1);
        return Math.toDegrees(Math.atan2(to.y() - from.y(), to.x() - from.x()));
    }

    private PictureTable table(String title) {
        PictureTable.Rows rows = new PictureTable.Rows();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            ZoneId zone = airports.apply(code).zone();
            boolean first = codes.indexOf(code) == i;
            boolean firstAsDestination = isDestination(code) && first;
            FlownLeg leg = i == 0 ? null : legs.get(i - 1);
            rows.add(
                    airport(code),
                    purpose(i),
                    first ? say.number(boarding(code)) : say.number(0),
                    firstAsDestination ? say.number(leaving(code)) : say.number(0),
                    leg == null ? "" : say.number(leg.km()),
                    leg == null ? say.time(flight.departure()) : time(leg, zone));
        }
        return rows.of(
                title,
                new PictureTable.Column(said("picture.column.airport"), false),
                new PictureTable.Column(said("picture.column.purpose"), false),
                new PictureTable.Column(said("picture.column.boarding"), true),
                new PictureTable.Column(said("picture.column.leaving"), true),
                new PictureTable.Column(said("picture.column.km"), true),
                new PictureTable.Column(said("picture.column.landing"), false));
    }

    private String purpose(int stop) {
        if (stop > 0 && legs.get(stop - 1).diversion()) {
            return said("picture.route.purpose.DIVERSION");
        }
        Route route = flight.route();
        int diversions = (int) IntStream.range(0, stop)
                .filter(leg -> legs.get(leg).diversion())
                .count();
        int planned = stop - diversions;
        Stop.Purpose purpose =
                planned < route.stops().size() ? route.stops().get(planned).purpose() : Stop.Purpose.RETURN;
        return said("picture.route.purpose." + purpose.name());
    }

    private String time(FlownLeg leg, ZoneId zone) {
        Instant landed = leg.landed();
        Instant expected = leg.expected();
        Instant planned = leg.planned();
        if (landed != null) {
            return said("picture.route.time.landed", say.time(landed, zone));
        }
        if (expected != null) {
            return said("picture.route.time.expected", say.time(expected, zone));
        }
        return planned == null ? "" : said("picture.route.time.planned", say.time(planned, zone));
    }

    private String said(String code, Object... gaps) {
        return Sentence.of(code, gaps).in(language);
    }
}
