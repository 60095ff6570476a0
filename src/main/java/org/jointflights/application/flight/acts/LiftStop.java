package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.OperationWorkflow;
import org.jointflights.application.operation.StopOrders;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Actor;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.StopOrder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody else of another group lifts a stop, with the view of whoever ordered it; what was confirmed before is asked anew. */
@Service
@Order(0)
@Transactional
public class LiftStop implements FlightAct {

    private static final int MOST = 10_000;

    private final CheckFlightIsOpen open;
    private final Participations participations;
    private final StopOrders orders;
    private final WriteTrail trail;
    private final TellOfStop tell;
    private final OperationWorkflow operation;
    private final CurrentUser actor;
    private final Clock clock;

    LiftStop(
            CheckFlightIsOpen open,
            Participations participations,
            StopOrders orders,
            WriteTrail trail,
            TellOfStop tell,
            OperationWorkflow operation,
            CurrentUser actor,
            Clock clock) {
        this.open = open;
        this.participations = participations;
        this.orders = orders;
        this.trail = trail;
        this.tell = tell;
        this.operation = operation;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "LIFT_STOP";
    }

    @Override
    public List<String> fields() {
        return List.of("stopNumber", "view");
    }

    @Override
    public Set<String> groups(Flight flight) {
        return StopPeople.groups(participations, flight.reference());
    }

    @Override
    public NotYours notYours(Flight flight) {
        return NotYours.of("flight.stop.who");
    }

    /** Offered to whoever may lift one of those that are open. */
    @Override
    @Transactional(readOnly = true)
    public boolean fits(Flight flight) {
        return orders.of(flight.reference()).stream().anyMatch(this::isTheirs);
    }

    private boolean isTheirs(StopOrder order) {
        return order.isOpen()
                && !Actor.share(order.by(), actor.id())
                && !actor.boundGroups().contains(order.group());
    }

    @Override
    public Map<String, String> prefilled(Flight flight) {
        return orders.of(flight.reference()).stream()
                .filter(this::isTheirs)
                .findFirst()
                .map(order -> Map.of("stopNumber", Integer.toString(order.number())))
                .orElse(Map.of());
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public boolean worksAt(Stage stage) {
        return stage.maySuspend();
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        OperationReference reference = flight.reference();
        open.requireFor(reference, this);
        orders.hold(reference);
        int number = typed.wholeNumber("stopNumber", 1, MOST);
        StopOrder order = orders.of(reference).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> BadInput.of("stopNumber", number, "flight.stop.unknown"));
        StopOrder lifted = order.lifted(actor.id(), actor.boundGroups(), typed.remark("view"), clock.instant());
        orders.lift(lifted);
        trail.record(reference, TrailEvent.STOP_LIFTED, order.number(), order.whom());
        tell.ofLifting(lifted);
        operation.askAnew(reference);
    }
}
