package org.jointflights.application.flight.acts;

import org.jointflights.application.flight.Flights;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The executive lets the work on a suspended flight go on: a task, unlike what is decided on the page. */
@Service
@Transactional
public class ResumeFlight {

    private final Flights flights;
    private final WriteTrail trail;
    private final TellParties parties;

    ResumeFlight(Flights flights, WriteTrail trail, TellParties parties) {
        this.flights = flights;
        this.trail = trail;
        this.parties = parties;
    }

    public void resume(OperationReference reference, String reason) {
        Flight flight = flights.get(reference);
        flights.put(flight.resumed());
        trail.record(reference, TrailEvent.RESUMED, reason);
        parties.tell(flight, "resumed-" + flight.revision(), "notice.resumed", reference, reason);
    }
}
