package org.jointflights.domain.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A place on the earth in degrees. The longitude of what lies on a route may be below -180 or above 180, so that a line over the date
 * line goes on.
 */
public record Place(double longitude, double latitude) {

    private static final double DEGREES_A_PART = 1;

    /** The same place, at most half around the earth from the other. */
    public Place near(Place other) {
        double turns = Math.rint((other.longitude - longitude) / 360);
        return new Place(longitude + 360 * turns, latitude);
    }

    /** The shortest way to the other place as a line of short straight parts, both ends included as they are. */
    public List<Place> greatCircleTo(Place other) {
        double[] from = vector(this);
        double[] to = vector(other);
        double angle = Math.acos(Math.max(-1, Math.min(1, from[0] * to[0] + from[1] * to[1] + from[2] * to[2])));
        int parts = Math.max(1, (int) Math.ceil(Math.toDegrees(angle) / DEGREES_A_PART));
        List<Place> line = new ArrayList<>(List.of(this));
        for (int part = 1; part < parts; part++) {
            line.add(between(from, to, angle, (double) part / parts).near(line.get(part - 1)));
        }
        line.add(other.near(line.get(line.size() - 1)));
        return List.copyOf(line);
    }

    /** The place on the shortest way to the other of which that part is done, from 0 to 1. */
    public Place towards(Place other, double part) {
        double[] from = vector(this);
        double[] to = vector(other);
        double angle = Math.acos(Math.max(-1, Math.min(1, from[0] * to[0] + from[1] * to[1] + from[2] * to[2])));
        return part <= 0 || angle == 0
                ? this
                : part >= 1 ? other.near(this) : between(from, to, angle, part).near(this);
    }

    private static Place between(double[] from, double[] to, double angle, double part) {
        double a = Math.sin((1 - part) * angle) / Math.sin(angle);
        double b = Math.sin(part * angle) / Math.sin(angle);
        double x = a * from[0] + b * to[0];
        double y = a * from[1] + b * to[1];
        double z = a * from[2] + b * to[2];
        return new Place(Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
    }

    private static double[] vector(Place place) {
        double phi = Math.toRadians(place.latitude);
        double lambda = Math.toRadians(place.longitude);
        return new double[] {
            Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi),
        };
    }
}
