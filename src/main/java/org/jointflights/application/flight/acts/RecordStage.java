package org.jointflights.application.flight.acts;

import java.time.Clock;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a flight from stage to stage, as its process does. */
@Service
@Transactional
public class RecordStage {

    private final Flights flights;
    private final WriteTrail trail;
    private final TellParties parties;
    private final Contracts contracts;
    private final Clock clock;

    RecordStage(Flights flights, WriteTrail trail, TellParties parties, Contracts contracts, Clock clock) {
        this.flights = flights;
        this.contracts = contracts;
        this.trail = trail;
        this.parties = parties;
        this.clock = clock;
    }

    /** The flight has reached that stage. */
    public void reached(OperationReference reference, Stage stage) {
        Flight flight = flights.get(reference);
        if (flight.stage() != stage) {
            flights.put(flight.reached(stage, clock.instant()));
            trail.record(reference, TrailEvent.STAGE, stage.words());
        }
    }

    /**
     * Nobody agreed, or too few answered: the flight ends before anything was committed. Throws {@link Conflict} while a carrier is under
     * contract, to which a process that began before this was asked for may come: that flight is cancelled on its page.
     */
    public void givenUp(OperationReference reference) {
        if (contracts.standing(reference).isPresent()) {
            throw Conflict.of("flight.end.underContract", reference);
        }
        reached(reference, Stage.GIVEN_UP);
        parties.tell(flights.get(reference), "given-up", "notice.givenUp", reference);
    }
}
