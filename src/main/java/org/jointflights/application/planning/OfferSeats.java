package org.jointflights.application.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.deadlines.WorkingDays;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers the seats of a flight to the states invited, and closes at the deadline. */
@Service
@Transactional
public class OfferSeats {

    private final Flights flights;
    private final Participations participations;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    OfferSeats(Flights flights, Participations participations, WriteTrail trail, WriteNotices notices, Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /** Sends the offer to every state that has not answered yet; until when it can be answered. */
    public Instant publishOffer(OperationReference reference) {
        Flight flight = flights.get(reference);
        ZonedDateTime now = clock.instant().atZone(flight.departure().getZone());
        List<Party> awaited = invited(reference);
        ZonedDateTime replyBy = Deadlines.reply(now, flight.departure(), WorkingDays.common(awaited));
        for (Party party : awaited) {
            notices.send(
                    reference,
                    Role.COORDINATOR.groupOf(party),
                    "offer-" + replyBy.toLocalDate(),
                    "notice.offer",
                    reference,
                    flight.destination(),
                    flight.departure().toLocalDate(),
                    replyBy.toLocalDate());
        }
        int asked = awaited.size();
        if (asked > 0) {
            trail.record(reference, TrailEvent.OFFERED, asked, replyBy.toLocalDate());
        }
        return replyBy.toInstant();
    }

    /** The states whose answer is awaited. */
    @Transactional(readOnly = true)
    public List<Party> invited(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::isAwaited)
                .map(Participation::party)
                .toList();
    }

    /**
     * The deadline has passed: a state that has not answered is out. The organiser stays, with no seats of its own. Throws
     * {@link org.jointflights.domain.Conflict} while the flight is suspended: nobody is closed as declined then.
     */
    public void closeAnswer(OperationReference reference, Party party) {
        Participation participation = participations.get(reference, party);
        if (!participation.isAwaited()) {
            return;
        }
        Flight flight = flights.get(reference);
        flight.requireNotSuspended();
        participations.put(participation.closed(flight, clock.instant()));
        trail.recordOf(reference, party, TrailEvent.NOT_ANSWERED, party);
    }
}
