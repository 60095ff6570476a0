package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Stage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organiser records one permit more, or what a state has answered: as often as there is something to record. */
@Service
@Order(11)
@Transactional
class RecordPermit implements FlightAct {

    private final CheckFlightIsOpen open;
    private final ContractCarrier permits;
    private final Clock clock;

    RecordPermit(CheckFlightIsOpen open, ContractCarrier permits, Clock clock) {
        this.open = open;
        this.permits = permits;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "RECORD_PERMIT";
    }

    @Override
    public List<String> fields() {
        return Stream.concat(Stream.of("permitKind"), PermitFields.NAMES.stream())
                .toList();
    }

    @Override
    public Set<String> optional() {
        return Set.of("permitNumber", "requestedOn", "answeredOn", "validOn");
    }

    @Override
    public Map<String, List<String>> answers() {
        return Map.of(
                "permitKind", Stream.of(Permit.Kind.values()).map(Enum::name).toList(),
                "permitAnswer",
                        Stream.of(Permit.Answer.values()).map(Enum::name).toList());
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.COORDINATOR.groupOf(flight.organiser()));
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public boolean worksAt(Stage stage) {
        return stage == Stage.PERMITS || stage == Stage.OPERATION || stage == Stage.IN_FLIGHT;
    }

    @Override
    public boolean isConfirmedTwice() {
        return false;
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        OperationReference reference = flight.reference();
        open.requireFor(reference, this);
        Permit permit = PermitFields.read(
                reference,
                typed.choice("permitKind", Permit.Kind.class),
                typed,
                flight.departure().getZone(),
                clock.instant());
        permits.record(reference, List.of(permit));
    }
}
