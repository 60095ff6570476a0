package org.jointflights.domain.flight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * A joint return flight: who organises it, where it goes and when, and the stage it has reached.
 *
 * @param departure in the departure airport's zone, from which D-n and hours are counted
 * @param realDate the day it was or will really be flown; an example flight's departure may be moved, this one never
 * @param capacity seats of the aircraft in all
 * @param suspendedFor why it is suspended, or nothing
 * @param postponed how often it was postponed
 * @param assumed what was filled in because no source says it, or nothing
 * @param revision counts the writes, so that two at once are noticed
 */
public record Flight(
        OperationReference reference,
        FlightType type,
        Party organiser,
        String destination,
        Route route,
        ZonedDateTime departure,
        LocalDate realDate,
        int capacity,
        Stage stage,
        Instant stageSince,
        @Nullable String suspendedFor,
        int postponed,
        @Nullable String assumed,
        long revision) {

    /** The day whose law applies and whose funds pay: the real one. */
    public LocalDate lawDate() {
        return realDate;
    }

    public Flight reached(Stage next, Instant now) {
        return new Flight(
                reference,
                type,
                organiser,
                destination,
                route,
                departure,
                realDate,
                capacity,
                next,
                now,
                suspendedFor,
                postponed,
                assumed,
                revision);
    }

    public Flight suspended(@Nullable String reason) {
        return new Flight(
                reference,
                type,
                organiser,
                destination,
                route,
                departure,
                realDate,
                capacity,
                stage,
                stageSince,
                reason,
                postponed,
                assumed,
                revision);
    }

    /** A live flight's law follows its new date. */
    public Flight postponedTo(ZonedDateTime later) {
        return new Flight(
                reference,
                type,
                organiser,
                destination,
                route,
                later,
                later.toLocalDate(),
                capacity,
                stage,
                stageSince,
                suspendedFor,
                postponed + 1,
                assumed,
                revision);
    }

    /** The moment of departure stays; it is told in the zone of the airport where the new route starts. */
    public Flight planned(Route newRoute, ZoneId startsIn, int newCapacity) {
        return new Flight(
                reference,
                type,
                organiser,
                destination,
                newRoute,
                departure.withZoneSameInstant(startsIn),
                realDate,
                newCapacity,
                stage,
                stageSince,
                suspendedFor,
                postponed,
                assumed,
                revision);
    }
}
