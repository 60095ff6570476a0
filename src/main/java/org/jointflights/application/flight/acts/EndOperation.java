package org.jointflights.application.flight.acts;

import java.util.List;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.OperationWorkflow;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organiser's escort leader or the executive ends an operation under way: each state takes back its people, accounts follow. */
@Service
@Order(2)
@Transactional
public class EndOperation implements FlightAct {

    private final CheckFlightIsOpen open;
    private final RecordProgress progress;
    private final OperationWorkflow operation;
    private final TellParties parties;

    EndOperation(CheckFlightIsOpen open, RecordProgress progress, OperationWorkflow operation, TellParties parties) {
        this.open = open;
        this.progress = progress;
        this.operation = operation;
        this.parties = parties;
    }

    @Override
    public String name() {
        return "END_OPERATION";
    }

    @Override
    public List<String> fields() {
        return List.of("reason");
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.ESCORT_LEADER.groupOf(flight.organiser()), Role.EXECUTIVE.group());
    }

    @Override
    public NotYours notYours(Flight flight) {
        return NotYours.of("flight.endOperation.who");
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public boolean worksAt(Stage stage) {
        return stage == Stage.IN_FLIGHT;
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        OperationReference reference = flight.reference();
        open.requireFor(reference, this);
        String reason = typed.remark("reason");
        progress.endEarly(reference, operation.standsAt(reference).orElse(0), reason);
        parties.tell(flight, "operation-ended", "notice.operationEnded", reference);
        if (!operation.end(reference)) {
            throw Conflict.of("flight.endOperation.notNow", reference);
        }
    }
}
