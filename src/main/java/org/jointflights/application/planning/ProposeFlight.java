package org.jointflights.application.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.flight.FlightKinds;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts flights on record and says whom they are offered to. */
@Service
@Transactional
public class ProposeFlight {

    private final Flights flights;
    private final Participations participations;
    private final CheckKind check;
    private final FlightKinds kinds;
    private final WriteTrail trail;
    private final CurrentUser actor;
    private final Clock clock;

    ProposeFlight(
            Flights flights,
            Participations participations,
            CheckKind check,
            FlightKinds kinds,
            WriteTrail trail,
            CurrentUser actor,
            Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.check = check;
        this.kinds = kinds;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** Puts a new flight on record under a reference of its own. */
    public Flight propose(Proposal proposal) {
        OperationReference reference =
                flights.nextReference(proposal.departure().getYear());
        return propose(proposal, reference, proposal.departure().toLocalDate(), null);
    }

    /**
     * Puts on record a flight that has a reference and a real date already, and says what was assumed about it.
     *
     * @param realDate decides which law and which funds apply, whatever day the example moves the departure to
     */
    public Flight propose(
            Proposal proposal, OperationReference reference, LocalDate realDate, @Nullable String assumed) {
        ZonedDateTime departure = proposal.departure();
        if (!departure.toInstant().isAfter(clock.instant())) {
            throw BadInput.of("departure", departure.toLocalDateTime(), "planning.departure.past");
        }
        if (proposal.capacity() < 1 || proposal.capacity() > Flight.LARGEST_AIRCRAFT) {
            throw BadInput.of("capacity", proposal.capacity(), "common.wholeNumber", 1, Flight.LARGEST_AIRCRAFT);
        }
        if (!actor.isIn(Role.COORDINATOR.groupOf(proposal.organiser()))
                && !actor.id().equals(CurrentUser.SYSTEM)) {
            throw NotYours.of("planning.propose.notCoordinator", proposal.organiser());
        }
        Set<Party> asked = new TreeSet<>(proposal.invited());
        if (asked.stream().anyMatch(Party::isFrontex)) {
            throw BadInput.of("invited", Party.FRONTEX, "planning.invited.frontex");
        }
        if (!proposal.organiser().isFrontex()) {
            asked.add(proposal.organiser());
        }
        FlightKind kind = check.of(proposal, asked, realDate);
        Instant now = clock.instant();
        flights.add(new Flight(
                reference,
                proposal.type(),
                proposal.organiser(),
                proposal.destination(),
                proposal.route(),
                departure,
                realDate,
                proposal.capacity(),
                Stage.PLANNING,
                now,
                null,
                0,
                assumed,
                0));
        kinds.put(reference, kind);
        asked.forEach(party -> participations.put(Participation.invited(reference, party, now)));
        trail.record(reference, TrailEvent.PROPOSED, proposal.destination(), proposal.route());
        return flights.get(reference);
    }
}
