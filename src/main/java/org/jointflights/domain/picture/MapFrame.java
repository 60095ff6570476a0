package org.jointflights.domain.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a part of the earth lies on a map: degrees are as long along its middle parallel as along a meridian, so that what is near the
 * middle has its true shape.
 *
 * @param west longitude of the left edge
 * @param north latitude of the upper edge
 * @param perDegree pixels of a degree of latitude
 * @param squeeze how much shorter a degree of longitude is: the cosine of the middle latitude
 */
public record MapFrame(double west, double north, double perDegree, double squeeze, int width, int height) {

    /** A route of a few kilometres still shows where it is. */
    private static final double LEAST_DEGREES = 9;

    private static final double MARGIN = 0.09;
    private static final double POLE = 85;
    private static final double LEAST_WIDTH = 0.6;
    private static final int LEAST_HEIGHT = 340;
    private static final int MOST_HEIGHT = 620;

    /**
     * As high as the places need, up to a height that a page can show, with a margin around all of them; there is at least one. At most as
     * wide as given, and less where the places lie from north to south.
     */
    public static MapFrame around(Collection<Place> places, int widest) {
        double west = least(places, Place::longitude);
        double east = -least(places, place -> -place.longitude());
        double south = least(places, Place::latitude);
        double north = -least(places, place -> -place.latitude());
        double middle = (south + north) / 2;
        double squeeze = Math.cos(Math.toRadians(Math.max(-POLE, Math.min(POLE, middle))));
        double wide = Math.max(LEAST_DEGREES, east - west) * squeeze * (1 + 2 * MARGIN);
        double high = Math.max(LEAST_DEGREES / 2, north - south) * (1 + 2 * MARGIN);
        int width = (int) Math.max(widest * LEAST_WIDTH, Math.min(widest, Math.ceil(MOST_HEIGHT * wide / high)));
        int height = (int) Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, Math.ceil(high * width / wide)));
        double perDegree = Math.min(width / wide, height / high);
        return new MapFrame(
                (west + east) / 2 - width / perDegree / squeeze / 2,
                middle + height / perDegree / 2,
                perDegree,
                squeeze,
                width,
                height);
    }

    private static double least(Collection<Place> places, ToDoubleFunction<Place> degrees) {
        return places.stream().mapToDouble(degrees).min().orElseThrow();
    }

    /** Where the place lies; it may be outside of the map. */
    public MapPoint point(Place place) {
        return new MapPoint((place.longitude() - west) * squeeze * perDegree, (north - place.latitude()) * perDegree);
    }

    /** What place lies there. */
    public Place place(MapPoint point) {
        return new Place(west + point.x() / perDegree / squeeze, north - point.y() / perDegree);
    }

    /** The longitude of the right edge. */
    public double east() {
        return place(new MapPoint(width, height)).longitude();
    }

    /** The latitude of the lower edge. */
    public double south() {
        return place(new MapPoint(width, height)).latitude();
    }

    /** How many degrees there are between two lines of the net on the map: a few lines each way, at round figures. */
    public int netDegrees() {
        double shown = Math.max((east() - west) * squeeze, north - south());
        return shown > 60 ? 20 : shown > 28 ? 10 : shown > 12 ? 5 : 2;
    }

    /**
     * What of an outline lies on the map or just outside of it, as a closed line of points a few of which lie along the edge; empty if
     * nothing does. The outline is shown wherever turning around the earth brings it onto the map.
     */
    public List<List<MapPoint>> cut(List<Place> outline) {
        List<List<MapPoint>> parts = new ArrayList<>();
        for (int turn = -1; turn <= 1; turn++) {
            List<MapPoint> points = new ArrayList<>();
            for (Place place : outline) {
                points.add(point(new Place(place.longitude() + 360 * turn, place.latitude())));
            }
            List<MapPoint> inside = within(points);
            if (inside.size() > 2) {
                parts.add(inside);
            }
        }
        return parts;
    }

    private static final double BEYOND = 6;

    /** Cut at one edge after the other (Sutherland and Hodgman). */
    private List<MapPoint> within(List<MapPoint> outline) {
        List<MapPoint> cut = outline;
        cut = above(cut, point -> point.x() + BEYOND);
        cut = above(cut, point -> width + BEYOND - point.x());
        cut = above(cut, point -> point.y() + BEYOND);
        return above(cut, point -> height + BEYOND - point.y());
    }

    private static List<MapPoint> above(List<MapPoint> outline, ToDoubleFunction<MapPoint> inside) {
        List<MapPoint> kept = new ArrayList<>();
        for (int i = 0; i < outline.size(); i++) {
            MapPoint last = outline.get(i == 0 ? outline.size() - 1 : i - 1);
            MapPoint next = outline.get(i);
            double from = inside.applyAsDouble(last);
            double to = inside.applyAsDouble(next);
            if ((from < 0) != (to < 0)) {
                double part = from / (from - to);
                kept.add(
                        new MapPoint(last.x() + part * (next.x() - last.x()), last.y() + part * (next.y() - last.y())));
            }
            if (to >= 0) {
                kept.add(next);
            }
        }
        return kept;
    }
}
