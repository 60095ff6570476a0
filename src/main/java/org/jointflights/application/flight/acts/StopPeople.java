package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.OperationWorkflow;
import org.jointflights.application.operation.StopOrders;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.StopOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Legal verifiers, doctors and monitors of every party and the fundamental-rights officers stop a state's people or everybody,
 * whether a task asks them or not, until the last hand-over. It holds from this transaction on: a court's order does not wait.
 */
@Service
@Order(0)
@Transactional
public class StopPeople implements FlightAct {

    /** What is typed instead of a state. */
    public static final String EVERYBODY = "ALL";

    private static final List<Role> WHO = List.of(Role.LEGAL, Role.DOCTOR, Role.MONITOR);

    private final CheckFlightIsOpen open;
    private final Participations participations;
    private final StopOrders orders;
    private final WriteTrail trail;
    private final TellOfStop tell;
    private final OperationWorkflow operation;
    private final CurrentUser actor;
    private final Clock clock;

    StopPeople(
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
        return "STOP_PEOPLE";
    }

    @Override
    public List<String> fields() {
        return List.of("stopped", "cause", "reason");
    }

    @Override
    public Map<String, List<Party>> choices(Flight flight) {
        return Map.of("stopped", states(flight.reference()).toList());
    }

    @Override
    public Map<String, List<String>> answers() {
        return Map.of("cause", Stream.of(Cause.values()).map(Cause::name).toList());
    }

    @Override
    public Set<String> groups(Flight flight) {
        return groups(participations, flight.reference());
    }

    /** Those who may stop, and those who may lift what another group has stopped. */
    static Set<String> groups(Participations participations, OperationReference reference) {
        Stream<Party> there = participations.of(reference).stream()
                .filter(state -> state.status() != Status.WITHDRAWN && state.status() != Status.DECLINED)
                .map(Participation::party);
        Stream<String> ofParties = Stream.concat(there, Stream.of(Party.FRONTEX))
                .flatMap(party -> WHO.stream().map(role -> role.groupOf(party)));
        return Stream.concat(ofParties, Stream.of(Role.RIGHTS_OFFICER.group())).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public NotYours notYours(Flight flight) {
        return NotYours.of("flight.stop.who");
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
    public boolean isConfirmedTwice() {
        return false;
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        OperationReference reference = flight.reference();
        open.requireFor(reference, this);
        boolean everybody = typed.text("stopped").strip().equalsIgnoreCase(EVERYBODY);
        stop(
                reference,
                everybody ? null : takingPart(reference, typed.party("stopped")),
                typed.choice("cause", Cause.class),
                typed.remark("reason"));
    }

    private Party takingPart(OperationReference reference, Party party) {
        if (states(reference).noneMatch(party::equals)) {
            throw BadInput.of("stopped", party, "flight.stop.notThere");
        }
        return party;
    }

    private Stream<Party> states(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::takesPart)
                .map(Participation::party)
                .filter(party -> !party.isFrontex());
    }

    private void stop(OperationReference reference, @Nullable Party party, Cause cause, String reason) {
        String group = groups(participations, reference).stream()
                .filter(actor::isIn)
                .min(String::compareTo)
                .orElseThrow();
        orders.hold(reference);
        StopOrder order = new StopOrder(
                reference,
                orders.of(reference).size() + 1,
                party,
                cause,
                reason,
                actor.id(),
                group,
                clock.instant(),
                null);
        orders.add(order);
        trail.record(reference, TrailEvent.STOP_ORDERED, order.number(), order.whom());
        tell.ofStop(order);
        operation.askAnew(reference);
    }
}
