package org.jointflights.domain.flight;

/**
 * One stop of the route, and the kilometres flown to it from the stop before (0 at the start). The figure is stored
 * with the flight, so that a share computed today is computed alike in ten years.
 */
public record Stop(String airport, Purpose purpose, int km) {

    /** What the aircraft stops for. */
    public enum Purpose {
        START,
        PICK_UP,
        DESTINATION,
        /** Landed there instead of where it was to; no route that somebody plans has one. */
        DIVERSION,
        RETURN
    }
}
