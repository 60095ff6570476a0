package org.jointflights.domain.flight;

import java.time.ZoneId;

/**
 * An airport by its IATA code, where it lies (degrees, WGS 84) and the zone its clocks show.
 *
 * @param country whose permit to land it needs, by its ISO 3166-1 code of two letters
 */
public record Airport(String iata, double latitude, double longitude, ZoneId zone, String country) {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    /** Great-circle distance on the mean sphere, in whole kilometres; rounded once, then stored with the route. */
    public int kilometresTo(Airport other) {
        double phi = Math.toRadians(latitude);
        double otherPhi = Math.toRadians(other.latitude);
        double lambda = Math.toRadians(other.longitude - longitude);
        double across = Math.hypot(
                Math.cos(otherPhi) * Math.sin(lambda),
                Math.cos(phi) * Math.sin(otherPhi) - Math.sin(phi) * Math.cos(otherPhi) * Math.cos(lambda));
        double along = Math.sin(phi) * Math.sin(otherPhi) + Math.cos(phi) * Math.cos(otherPhi) * Math.cos(lambda);
        return (int) Math.round(EARTH_RADIUS_KM * Math.atan2(across, along));
    }
}
