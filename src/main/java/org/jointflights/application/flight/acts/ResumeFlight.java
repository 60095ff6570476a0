package org.jointflights.application.flight.acts;

import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The executive lets the work on a suspended flight go on: a task, unlike what is decided on the page. */
@Service
@Transactional
public class ResumeFlight {

    private final Flights flights;
    private final TrailEntries entries;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final TellParties parties;

    ResumeFlight(Flights flights, TrailEntries entries, CurrentUser actor, WriteTrail trail, TellParties parties) {
        this.flights = flights;
        this.entries = entries;
        this.actor = actor;
        this.trail = trail;
        this.parties = parties;
    }

    /** Throws {@link NotYours} for whoever suspended it. */
    public void resume(OperationReference reference, String reason) {
        boolean own = entries.of(reference).stream()
                .filter(entry -> entry.event() == TrailEvent.SUSPENDED)
                .reduce((earlier, later) -> later)
                .map(TrailEntry::actor)
                .filter(actor.id()::equals)
                .isPresent();
        if (own) {
            throw NotYours.of("flight.resume.own");
        }
        Flight flight = flights.get(reference);
        flights.put(flight.resumed());
        trail.record(reference, TrailEvent.RESUMED, reason);
        parties.tell(flight, "resumed-" + flight.revision(), "notice.resumed", reference, reason);
    }
}
