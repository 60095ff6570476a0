package org.jointflights.application.publicrecord;

import java.time.YearMonth;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.FlightKinds;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.publicrecord.Ending;
import org.jointflights.domain.publicrecord.PublicRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the public record of a flight for those who publish it; nobody reads anything here without signing in. */
@Service
@Transactional(readOnly = true)
public class ReadPublicRecord {

    private final CheckFlightAccess access;
    private final FlightKinds kinds;
    private final Participations participations;
    private final ReadAboard aboard;
    private final ReadEvents events;
    private final ReadPublicCosts costs;

    ReadPublicRecord(
            CheckFlightAccess access,
            FlightKinds kinds,
            Participations participations,
            ReadAboard aboard,
            ReadEvents events,
            ReadPublicCosts costs) {
        this.access = access;
        this.kinds = kinds;
        this.participations = participations;
        this.aboard = aboard;
        this.events = events;
        this.costs = costs;
    }

    /** Whether the flight has one and the person signed in, who may look at the flight, may read it. */
    public boolean isOpen(Flight flight) {
        return hasEnded(flight) && mayRead(flight);
    }

    /**
     * The record, the same for every reader. Throws {@link Unknown} if there is no such flight or it has not ended, and
     * {@link NotYours} for whoever may not look at it or does not publish its record.
     */
    public PublicRecord of(OperationReference reference) {
        Flight flight = access.require(reference);
        if (!mayRead(flight)) {
            throw NotYours.of("publicrecord.notYours", reference);
        }
        if (!hasEnded(flight)) {
            throw Unknown.of("publicrecord.notYet", reference);
        }
        Ending ending = aboard.ending(reference);
        boolean wasFlown = ending != Ending.NOT_FLOWN;
        return new PublicRecord(
                reference,
                flight.type(),
                // What the proposer named besides is typed.
                kinds.of(reference).map(FlightKind::basis).orElse(null),
                YearMonth.from(flight.lawDate()),
                flight.organiser(),
                states(reference),
                flight.destination(),
                ending,
                wasFlown ? aboard.aboard(flight) : null,
                events.of(reference),
                costs.of(reference, wasFlown));
    }

    /** After the hand-over, the way back or the cancellation. */
    private static boolean hasEnded(Flight flight) {
        return flight.stage().compareTo(Stage.SETTLEMENT) >= 0;
    }

    private boolean mayRead(Flight flight) {
        Set<String> groups = access.viewer().groups();
        return Stream.concat(
                        Stream.of(Role.MANAGER, Role.AUDITOR, Role.RIGHTS_OFFICER, Role.EXECUTIVE)
                                .map(Role::group),
                        Stream.of(Role.COORDINATOR.groupOf(flight.organiser())))
                .anyMatch(groups::contains);
    }

    private SortedSet<Party> states(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::takesPart)
                .map(Participation::party)
                .filter(party -> !party.isFrontex())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
