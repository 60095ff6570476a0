package org.jointflights.application.flight;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.springframework.stereotype.Component;

/**
 * Who may look at which flight, on every page, in every file and over REST alike: its organiser, whoever was ever
 * invited, and those who see every flight. Shares and totals are open to all of them, also to a state that declined or
 * withdrew: it may bear a part, and what a flight costs is no secret between those who were asked.
 */
@Component
public class CheckFlightAccess {

    private final Flights flights;
    private final Participations participations;
    private final CurrentUser user;

    CheckFlightAccess(Flights flights, Participations participations, CurrentUser user) {
        this.flights = flights;
        this.participations = participations;
        this.user = user;
    }

    /** What the person signed in may look at. */
    public Viewer viewer() {
        return Viewer.of(user.groups());
    }

    /**
     * The flight, if the person signed in may look at it. Throws {@link org.jointflights.domain.Unknown} if there is none,
     * {@link NotYours} if it is somebody else's.
     */
    public Flight require(OperationReference reference) {
        Flight flight = flights.get(reference);
        if (!viewer().sees(concerned(flight, participations.of(reference)))) {
            throw NotYours.of("overview.flight.notYours", reference);
        }
        return flight;
    }

    private static Set<Party> concerned(Flight flight, List<Participation> participations) {
        Set<Party> concerned = new TreeSet<>();
        concerned.add(flight.organiser());
        participations.forEach(participation -> concerned.add(participation.party()));
        return concerned;
    }
}
