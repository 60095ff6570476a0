package org.jointflights.application.planning;

import java.time.Clock;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a state says to the offer, until the deadline. */
@Service
@Transactional
public class AnswerOffer {

    private final Flights flights;
    private final Participations participations;
    private final WriteTrail trail;
    private final Clock clock;

    AnswerOffer(Flights flights, Participations participations, WriteTrail trail, Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.trail = trail;
        this.clock = clock;
    }

    /** A state takes part with that many seats. */
    public void declare(
            OperationReference reference, Party party, Seats seats, String embarkation, @Nullable String handOver) {
        Flight flight = flights.get(reference);
        Participation participation = participations.get(reference, party);
        flight.requireOpenForAnswers();
        Participation declared = participation.declared(seats, embarkation, handOver, clock.instant());
        flight.requireMayDeclare(party, seats, embarkation, handOver);
        participations.put(declared);
        trail.recordOf(reference, party, TrailEvent.DECLARED, party, seats.returnees(), seats.staff(), embarkation);
    }

    /** A state does not take part. */
    public void decline(OperationReference reference, Party party, String reason) {
        Flight flight = flights.get(reference);
        Participation participation = participations.get(reference, party);
        flight.requireOpenForAnswers();
        Participation declined = participation.declined(reason, clock.instant());
        flight.requireMayDecline(party);
        participations.put(declined);
        trail.recordOf(reference, party, TrailEvent.DECLINED, party, reason);
    }
}
