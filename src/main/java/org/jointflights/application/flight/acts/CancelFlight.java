package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The flight will not take place. */
@Service
@Order(6)
@Transactional
public class CancelFlight implements FlightAct {

    /** What stands in the field {@code causedBy} when no party is answerable; it is never assumed. */
    public static final String NOBODY = "NOBODY";

    private final CheckFlightIsOpen open;
    private final Participations participations;
    private final Cancellations cancellations;
    private final WriteTrail trail;
    private final TellParties parties;
    private final FlightWorkflow workflow;
    private final CurrentUser actor;
    private final Clock clock;

    CancelFlight(
            CheckFlightIsOpen open,
            Participations participations,
            Cancellations cancellations,
            WriteTrail trail,
            TellParties parties,
            FlightWorkflow workflow,
            CurrentUser actor,
            Clock clock) {
        this.open = open;
        this.participations = participations;
        this.cancellations = cancellations;
        this.trail = trail;
        this.parties = parties;
        this.workflow = workflow;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "CANCEL";
    }

    @Override
    public List<String> fields() {
        return List.of("causedBy", "reason");
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.COORDINATOR.groupOf(flight.organiser()), Role.MANAGER.group(), Role.EXECUTIVE.group());
    }

    @Override
    public NotYours notYours(Flight flight) {
        return NotYours.of("flight.cancel.who", flight.organiser());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Party>> choices(Flight flight) {
        return Map.of(
                "causedBy",
                participations.of(flight.reference()).stream()
                        .map(Participation::party)
                        .toList());
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        decide(flight, typed);
        workflow.cancelled(flight.reference());
    }

    /** The same decided in a task of the flight, whose process then goes on by itself. */
    void decide(Flight flight, TypedFields typed) {
        boolean nobody = typed.text("causedBy").equalsIgnoreCase(NOBODY);
        record(flight.reference(), typed.remark("reason"), nobody ? null : typed.party("causedBy"));
    }

    /** {@code causedBy} is the party whose decision it was, which then bears the penalty; nothing if none is answerable. */
    public void cancel(OperationReference reference, String reason, @Nullable Party causedBy) {
        record(reference, reason, causedBy);
        workflow.cancelled(reference);
    }

    private void record(OperationReference reference, String reason, @Nullable Party causedBy) {
        Flight flight = open.requireFor(reference, this);
        if (causedBy != null && !causedBy.isFrontex()) {
            participations.get(reference, causedBy);
        }
        cancellations.add(Cancellation.of(flight, reason, causedBy, clock.instant(), actor.id()));
        trail.record(reference, TrailEvent.CANCELLED, reason);
        parties.tell(flight, "cancelled", "notice.cancelled", reference, reason);
    }
}
