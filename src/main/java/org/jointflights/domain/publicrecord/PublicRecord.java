package org.jointflights.domain.publicrecord;

import java.time.YearMonth;
import java.util.SortedSet;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jspecify.annotations.Nullable;

/**
 * What the public may be told of a flight that has ended: no person, no day, no text that anybody typed but the name of the
 * destination, and of people totals alone, since from a total and its parts the part that is missing can be computed.
 *
 * @param law by which it was flown, as the table of kinds cites it; nothing of a flight of which it was not kept
 * @param month in which it was, or was to be, flown
 * @param states that took part, by their codes
 * @param destination as it was kept when the flight was proposed
 * @param aboard nothing of a flight that was not flown
 * @param costs nothing while the accounts are open
 */
public record PublicRecord(
        OperationReference reference,
        FlightType kind,
        @Nullable String law,
        YearMonth month,
        Party organiser,
        SortedSet<Party> states,
        String destination,
        Ending ending,
        @Nullable Aboard aboard,
        Events events,
        @Nullable PublicCosts costs) {

    /**
     * Who was flown, and whether that was watched.
     *
     * @param people who were returned
     * @param staff everybody else who was counted on board
     * @param monitored whether a monitor was aboard on every leg on which people were flown
     */
    public record Aboard(ToldCount people, ToldCount staff, boolean monitored, ReportsIn reports) {}

    /**
     * What happened on the way.
     *
     * @param stops ordered by somebody, each maybe for one person
     * @param suspensions of the whole flight, which are nobody's in particular
     * @param incidents serious ones that were reported
     * @param complaints that were registered
     */
    public record Events(ToldCount stops, int suspensions, ToldCount incidents, ToldCount complaints) {}
}
