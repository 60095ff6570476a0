package org.jointflights.application.closing;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.closing.LegalHold;
import org.jointflights.domain.flight.Flight;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever keeps what was typed needs it no more; with the last hold the erasure goes on, if its day has come. */
@Service
@Order(8)
@Transactional
class WithdrawHold implements FlightAct {

    private final LegalHolds holds;
    private final RetentionWorkflow workflow;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    WithdrawHold(LegalHolds holds, RetentionWorkflow workflow, CurrentUser actor, WriteTrail trail, Clock clock) {
        this.holds = holds;
        this.workflow = workflow;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "LIFT_HOLD";
    }

    @Override
    public List<String> fields() {
        return List.of();
    }

    /** Those that hold it: nobody lifts what another needs. */
    @Override
    public Set<String> groups(Flight flight) {
        return holds.of(flight.reference()).stream().map(LegalHold::holder).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean fits(Flight flight) {
        return !holds.of(flight.reference()).isEmpty();
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public boolean worksAfterDeparture() {
        return true;
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        List<LegalHold> own = holds.of(flight.reference()).stream()
                .filter(hold -> actor.isIn(hold.holder()))
                .toList();
        if (own.isEmpty()) {
            throw notYours(flight);
        }
        for (LegalHold hold : own) {
            holds.lift(hold, actor.id(), clock.instant());
            trail.record(flight.reference(), TrailEvent.HOLD_LIFTED, hold.holder());
        }
        if (!holds.stand(flight.reference())) {
            workflow.holdsLifted(flight.reference());
        }
    }
}
