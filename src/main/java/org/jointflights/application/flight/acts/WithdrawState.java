package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.WithdrawalCause;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A state leaves the flight: its coordinator says so, with a cause and a reason. The organiser cancels instead. */
@Service
@Order(4)
@Transactional
public class WithdrawState implements FlightAct {

    private final CheckFlightIsOpen open;
    private final Participations participations;
    private final WriteTrail trail;
    private final TellParties parties;
    private final FlightWorkflow workflow;
    private final Clock clock;

    WithdrawState(
            CheckFlightIsOpen open,
            Participations participations,
            WriteTrail trail,
            TellParties parties,
            FlightWorkflow workflow,
            Clock clock) {
        this.open = open;
        this.participations = participations;
        this.trail = trail;
        this.parties = parties;
        this.workflow = workflow;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "WITHDRAW";
    }

    @Override
    public List<String> fields() {
        return List.of("party", "cause", "reason");
    }

    /** The coordinators of all that could withdraw; each withdraws its own state. */
    @Override
    @Transactional(readOnly = true)
    public Set<String> groups(Flight flight) {
        return couldWithdraw(flight).stream().map(Role.COORDINATOR::groupOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Those that the person signed in could withdraw. */
    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Party>> choices(Flight flight) {
        return Map.of(
                "party",
                couldWithdraw(flight).stream()
                        .filter(party -> open.isMember(Set.of(Role.COORDINATOR.groupOf(party))))
                        .toList());
    }

    @Override
    public Map<String, List<String>> answers() {
        return Map.of(
                "cause",
                Stream.of(WithdrawalCause.values()).map(WithdrawalCause::name).toList());
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        withdraw(
                flight.reference(),
                typed.party("party"),
                typed.choice("cause", WithdrawalCause.class),
                typed.remark("reason"));
    }

    /** Throws {@link Refusal} likewise. */
    public void withdraw(OperationReference reference, Party party, WithdrawalCause cause, String reason) {
        Flight flight = open.require(reference);
        open.requireMember(Role.COORDINATOR.groupOf(party));
        Participation participation = participations.get(reference, party);
        flight.requireMayWithdraw(party);
        participations.put(participation.withdrawn(cause, reason, clock.instant(), flight.departure()));
        Sentence why = cause.with(reason);
        trail.recordOf(reference, party, TrailEvent.WITHDRAWN, party, why);
        parties.tell(flight, "withdrawn-" + party, "notice.withdrawn", reference, party, why);
        workflow.stateWithdrew(reference, party);
    }

    private List<Party> couldWithdraw(Flight flight) {
        return participations.of(flight.reference()).stream()
                .filter(Participation::mayWithdraw)
                .map(Participation::party)
                .filter(party -> !party.equals(flight.organiser()))
                .toList();
    }
}
