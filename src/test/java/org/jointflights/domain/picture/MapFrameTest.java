package org.jointflights.domain.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.ZoneOffset;
import java.util.List;
import org.jointflights.domain.flight.Airport;
import org.junit.jupiter.api.Test;

class MapFrameTest {

    private static final Place LILLE = new Place(3.10262, 50.5657);
    private static final Place LAGOS = new Place(3.31356, 6.57015);
    private static final Place BOGOTA = new Place(-74.1384, 4.70305);
    private static final Place TIRANA = new Place(19.72055, 41.41475);

    @Test
    void a_place_is_found_again_where_it_was_drawn() {
        for (List<Place> route :
                List.of(List.of(LILLE, LAGOS), List.of(LILLE, BOGOTA), List.of(LILLE, TIRANA), List.of(LILLE, LILLE))) {
            MapFrame frame = MapFrame.around(route, 1_000);
            for (Place place : route) {
                MapPoint point = frame.point(place);
                assertThat(point.x()).isBetween(40.0, frame.width() - 40.0);
                assertThat(point.y()).isBetween(20.0, frame.height() - 20.0);
                assertThat(frame.place(point).longitude()).isCloseTo(place.longitude(), offset(1e-9));
                assertThat(frame.place(point).latitude()).isCloseTo(place.latitude(), offset(1e-9));
            }
        }
    }

    @Test
    void near_the_middle_a_kilometre_is_as_long_to_the_east_as_to_the_north() {
        MapFrame frame = MapFrame.around(List.of(new Place(0, 40), new Place(20, 50)), 1_000);
        MapPoint middle = frame.point(new Place(10, 45));
        double degree = frame.point(new Place(11, 45)).to(middle) / Math.cos(Math.toRadians(45));

        assertThat(degree).isCloseTo(frame.point(new Place(10, 46)).to(middle), offset(1e-6));
    }

    @Test
    void land_is_cut_at_the_edge_and_shown_beyond_the_date_line_too() {
        MapFrame frame = MapFrame.around(List.of(new Place(170, 0), new Place(200, 10)), 1_000);
        List<Place> west = List.of(new Place(-180, -5), new Place(-170, -5), new Place(-170, 5), new Place(-180, 5));
        List<Place> far = List.of(new Place(0, 0), new Place(10, 0), new Place(10, 10));

        assertThat(frame.cut(far)).isEmpty();
        assertThat(frame.cut(west))
                .singleElement()
                .satisfies(part -> assertThat(part).allSatisfy(point -> {
                    assertThat(point.x()).isBetween(-6.01, frame.width() + 6.01);
                    assertThat(point.y()).isBetween(-6.01, frame.height() + 6.01);
                }));
    }

    @Test
    void the_shortest_way_has_the_length_that_kilometres_are_counted_by_and_begins_and_ends_as_it_should() {
        List<Place> way = LILLE.greatCircleTo(BOGOTA);
        int km = 0;
        for (int i = 1; i < way.size(); i++) {
            km += airport(way.get(i - 1)).kilometresTo(airport(way.get(i)));
        }

        assertThat(way.get(0)).isEqualTo(LILLE);
        assertThat(way.get(way.size() - 1)).isEqualTo(BOGOTA);
        assertThat(km).isCloseTo(airport(LILLE).kilometresTo(airport(BOGOTA)), offset(way.size()));
        Place half = LILLE.towards(BOGOTA, 0.5);
        assertThat(airport(LILLE).kilometresTo(airport(half)))
                .isCloseTo(airport(half).kilometresTo(airport(BOGOTA)), offset(1));
    }

    @Test
    void a_way_over_the_date_line_goes_on() {
        List<Place> way = new Place(150, 50).greatCircleTo(new Place(-150, 50));

        assertThat(way.get(way.size() - 1).longitude()).isEqualTo(210);
        for (int i = 1; i < way.size(); i++) {
            assertThat(Math.abs(way.get(i).longitude() - way.get(i - 1).longitude()))
                    .isLessThan(10);
        }
    }

    private static Airport airport(Place place) {
        return new Airport("XXX", place.latitude(), place.longitude(), ZoneOffset.UTC, "FR");
    }
}
