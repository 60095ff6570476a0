package org.jointflights.web.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.jointflights.web.picture.SomeFiles.DEPARTURE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.picture.ReadLand;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Timetable;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.picture.MapFrame;
import org.jointflights.domain.picture.MapPoint;
import org.jointflights.domain.picture.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class RouteMapTest {

    private static final Map<String, Airport> AIRPORTS;
    private static final List<List<Place>> LAND = new ReadLand().outlines();
    private static final Pattern POINT = Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)");

    static {
        try {
            AIRPORTS = airports();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void each_leg_begins_and_ends_at_its_airports() throws Exception {
        for (Route route : List.of(
                SomeFiles.route("LIL", "LOS", "LIL"),
                SomeFiles.route("LIL", "MAD", "BOG", "LIL"),
                SomeFiles.route("STN", "LIL", "TIA", "STN"),
                SomeFiles.route("WAW", "HAN", "WAW"))) {
            DrawnSvg drawn =
                    new DrawnSvg(drawn(route, List.of(), DEPARTURE.toInstant()).svg());
            List<Element> dots = new ArrayList<>(drawn.all("circle", "stop"));
            dots.addAll(drawn.all("circle", "destination"));
            List<FlownLeg> legs = SomeFiles.planned(route);
            MapFrame frame = frame(route);
            for (int leg = 0; leg < legs.size(); leg++) {
                List<MapPoint> points = leg(drawn, leg + 1);
                MapPoint from = frame.point(place(legs.get(leg).from()));
                MapPoint to = frame.point(place(legs.get(leg).to()));
                assertThat(points.get(0).to(from)).isLessThan(0.5);
                assertThat(points.get(points.size() - 1).to(to)).isLessThan(0.5);
                assertThat(dots).anyMatch(dot -> at(dot).to(from) < 0.5).anyMatch(dot -> at(dot).to(to) < 0.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 31})
    void no_text_lies_over_another_however_many_parties_board(int parties) throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Route route = SomeFiles.route("LIL", "MAD", "LOS", "LIL");
            FlightFile file = file(Stage.OPERATION, route, parts(parties));

            Picture picture = drawn(file, DEPARTURE.toInstant(), language);

            new DrawnSvg(picture.svg()).hasNoTextOverAnother();
            long seats = IntStream.rangeClosed(1, parties).sum() * 2L;
            assertThat(picture.table().rows().get(0)).contains(Long.toString(seats));
        }
    }

    @Test
    void no_text_lies_over_another_on_the_longest_route_that_there_is() throws Exception {
        List<String> codes = new ArrayList<>(AIRPORTS.keySet().stream()
                .filter(code -> airport(code).longitude() > -12 && airport(code).longitude() < 28)
                .filter(code -> airport(code).latitude() > 34)
                .limit(30)
                .toList());
        codes.add(codes.get(0));
        Route route = SomeFiles.route(codes.toArray(String[]::new));

        DrawnSvg drawn =
                new DrawnSvg(drawn(route, List.of(), DEPARTURE.toInstant()).svg());

        assertThat(codes).hasSize(31);
        assertThat(drawn.hasNoTextOverAnother().texts()).containsAll(codes);
    }

    @Test
    void halfway_by_the_clock_the_aircraft_is_halfway_on_its_leg_and_is_said_to_be_planned_there() throws Exception {
        Route route = SomeFiles.route("LIL", "LOS", "LIL");
        Instant half = DEPARTURE.toInstant().plus(Timetable.ofLeg(1_000).dividedBy(2));
        Picture picture = drawn(Stage.IN_FLIGHT, route, half);

        Element aircraft =
                new DrawnSvg(picture.svg()).all("path", "aircraft-planned").get(0);
        Matcher place =
                Pattern.compile("translate\\(([0-9.]+) ([0-9.]+)\\).*").matcher(aircraft.getAttribute("transform"));
        assertThat(place.matches()).isTrue();
        MapPoint middle = frame(route).point(place("LIL").towards(place("LOS"), 0.5));
        assertThat(new MapPoint(Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2))).to(middle))
                .isCloseTo(0, offset(0.5));
        assertThat(picture.description()).contains("Planned position: 50 % of the way from Lille (LIL) to Lagos (LOS)");
    }

    @Test
    void before_it_leaves_and_once_it_is_settled_no_aircraft_is_drawn() throws Exception {
        Route route = SomeFiles.route("LIL", "LOS", "LIL");
        Instant way = DEPARTURE.toInstant().plus(Duration.ofMinutes(30));

        for (Picture picture : List.of(
                drawn(Stage.PERMITS, route, way),
                drawn(Stage.SETTLEMENT, route, way),
                drawn(Stage.CLOSED, route, way),
                drawn(Stage.OPERATION, route, DEPARTURE.toInstant().minusSeconds(1)))) {
            assertThat(new DrawnSvg(picture.svg()).all("path", "aircraft-planned"))
                    .isEmpty();
            assertThat(picture.description()).contains("It is not under way.");
        }
        assertThat(drawn(Stage.OPERATION, route, way).description()).contains("Planned position");
    }

    @Test
    void there_is_land_at_lagos_and_around_paris_and_none_in_the_middle_of_the_atlantic() {
        assertThat(isLand(3.3, 6.7)).isTrue();
        assertThat(isLand(2.4, 48.9)).isTrue();
        assertThat(isLand(-74.1, 4.7)).isTrue();
        assertThat(isLand(-35, 30)).isFalse();
        assertThat(isLand(18, 36)).isFalse();
    }

    /** Whether a line to the east crosses outlines an odd number of times. */
    private static boolean isLand(double longitude, double latitude) {
        int crossed = 0;
        for (List<Place> outline : LAND) {
            for (int i = 0; i < outline.size(); i++) {
                Place from = outline.get(i);
                Place to = outline.get((i + 1) % outline.size());
                if ((from.latitude() > latitude) != (to.latitude() > latitude)) {
                    double at = from.longitude()
                            + (latitude - from.latitude())
                                    / (to.latitude() - from.latitude())
                                    * (to.longitude() - from.longitude());
                    crossed += at > longitude ? 1 : 0;
                }
            }
        }
        return crossed % 2 == 1;
    }

    private static Picture drawn(Route route, List<Participation> parts, Instant now) {
        return drawn(file(Stage.PLANNING, route, parts), now, Locale.ENGLISH);
    }

    private static Picture drawn(Stage stage, Route route, Instant now) {
        return drawn(file(stage, route, List.of()), now, Locale.ENGLISH);
    }

    private static Picture drawn(FlightFile file, Instant now, Locale language) {
        return RouteMap.of(file.flight(), file.plan().way(), RouteMapTest::airport, LAND, now, language);
    }

    private static FlightFile file(Stage stage, Route route, List<Participation> parts) {
        return SomeFiles.file(
                SomeFiles.flight(stage, SomeFiles.PROPOSED, route, "Nigeria"),
                parts,
                List.of(),
                List.of(),
                SomeFiles.planned(route));
    }

    private static List<Participation> parts(int number) {
        List<Participation> parts = new ArrayList<>();
        for (Party party : SomeFiles.parties(number)) {
            int seats = parts.size() + 1;
            parts.add(Participation.invited(SomeFiles.REFERENCE, party, SomeFiles.PROPOSED)
                    .declared(new Seats(seats, seats, 0, 0, 0, 0), "LIL", null, SomeFiles.PROPOSED));
        }
        return parts;
    }

    private static MapFrame frame(Route route) {
        List<Place> all = new ArrayList<>();
        List<FlownLeg> legs = SomeFiles.planned(route);
        legs.forEach(leg -> all.addAll(place(leg.from()).greatCircleTo(place(leg.to()))));
        return MapFrame.around(all, 1_000);
    }

    private static List<MapPoint> leg(DrawnSvg drawn, int number) {
        Element line = List.of("leg", "back", "flown").stream()
                .flatMap(look -> drawn.all("path", look).stream())
                .filter(path -> path.getAttribute("data-leg").equals(Integer.toString(number)))
                .findFirst()
                .orElseThrow();
        return POINT.matcher(line.getAttribute("d"))
                .results()
                .map(point -> new MapPoint(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2))))
                .toList();
    }

    private static MapPoint at(Element dot) {
        return new MapPoint(Double.parseDouble(dot.getAttribute("cx")), Double.parseDouble(dot.getAttribute("cy")));
    }

    private static Place place(String code) {
        return new Place(airport(code).longitude(), airport(code).latitude());
    }

    private static Airport airport(String code) {
        Airport airport = AIRPORTS.get(code);
        if (airport == null) {
            throw new IllegalArgumentException(code);
        }
        return airport;
    }

    private static Map<String, Airport> airports() throws IOException {
        FindAirports found = new FindAirports();
        Map<String, Airport> airports = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src", "main", "resources", "data", "airports.csv"))) {
            if (line.matches("[A-Z]{3},.*")) {
                airports.put(line.substring(0, 3), found.get("route", line.substring(0, 3)));
            }
        }
        return airports;
    }
}
