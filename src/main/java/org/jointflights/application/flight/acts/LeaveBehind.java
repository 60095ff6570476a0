package org.jointflights.application.flight.acts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.operation.OperationWorkflow;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.Cause;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the aircraft stands on its way, the organiser's escort leader leaves a state's people there, so that silence holds nobody else. */
@Service
@Order(1)
@Transactional
public class LeaveBehind implements FlightAct {

    private final CheckFlightIsOpen open;
    private final Participations participations;
    private final CountHeads people;
    private final OperationWorkflow operation;
    private final TellParties parties;

    LeaveBehind(
            CheckFlightIsOpen open,
            Participations participations,
            CountHeads people,
            OperationWorkflow operation,
            TellParties parties) {
        this.open = open;
        this.participations = participations;
        this.people = people;
        this.operation = operation;
        this.parties = parties;
    }

    @Override
    public String name() {
        return "LEAVE_BEHIND";
    }

    @Override
    public List<String> fields() {
        return List.of("leftBehind", "cause", "reason");
    }

    @Override
    public Map<String, List<Party>> choices(Flight flight) {
        return Map.of("leftBehind", aboard(flight.reference()).toList());
    }

    @Override
    public Map<String, List<String>> answers() {
        return Map.of("cause", Stream.of(Cause.values()).map(Cause::name).toList());
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.ESCORT_LEADER.groupOf(flight.organiser()));
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
    public boolean fits(Flight flight) {
        return aboard(flight.reference()).findAny().isPresent();
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        OperationReference reference = flight.reference();
        open.requireFor(reference, this);
        Party party = typed.party("leftBehind");
        if (aboard(reference).noneMatch(party::equals)) {
            throw BadInput.of("leftBehind", party, "flight.leaveBehind.nobody");
        }
        Leavers why = new Leavers(1, typed.choice("cause", Cause.class), typed.remark("reason"));
        int stop =
                operation.standsAt(reference).orElseThrow(() -> Conflict.of("flight.leaveBehind.inTheAir", reference));
        int persons = people.leaveBehind(reference, party, stop, why);
        parties.tell(flight, "left-behind-" + party, "notice.leftBehind", reference, party, persons);
        operation.askAnew(reference);
    }

    private Stream<Party> aboard(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::takesPart)
                .map(Participation::party)
                .filter(party -> !party.isFrontex() && people.there(reference, party) > 0);
    }
}
