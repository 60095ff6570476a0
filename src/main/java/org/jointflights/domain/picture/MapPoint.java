package org.jointflights.domain.picture;

/** A point of a map, in pixels from its upper left corner. */
public record MapPoint(double x, double y) {

    /** How far the other point is. */
    public double to(MapPoint other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
