package org.jointflights.application.flight.acts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.CountRestrained;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The escort leader of a state, or of the organiser, records that people are restrained: how many, each assessed, and since when. */
@Service
@Order(9)
@Transactional
class RecordRestraint implements FlightAct {

    private static final int MOST = 500;

    private final CheckFlightIsOpen open;
    private final CountRestrained restrained;

    RecordRestraint(CheckFlightIsOpen open, CountRestrained restrained) {
        this.open = open;
        this.restrained = restrained;
    }

    @Override
    public String name() {
        return "RECORD_RESTRAINT";
    }

    @Override
    public List<String> fields() {
        return List.of("restrainedOf", "assessments", "restraintBegan");
    }

    @Override
    public Set<String> optional() {
        return Set.of("restraintBegan");
    }

    /** Those whose people whoever is signed in may record. */
    @Override
    public Map<String, List<Party>> choices(Flight flight) {
        return Map.of(
                "restrainedOf",
                restrained.aboard(flight.reference()).stream()
                        .filter(party -> open.isMember(leaders(flight, party)))
                        .toList());
    }

    @Override
    public Set<String> groups(Flight flight) {
        Set<String> groups = new TreeSet<>();
        groups.add(Role.ESCORT_LEADER.groupOf(flight.organiser()));
        restrained.aboard(flight.reference()).forEach(party -> groups.addAll(leaders(flight, party)));
        return groups;
    }

    private static Set<String> leaders(Flight flight, Party party) {
        Set<String> groups = new TreeSet<>();
        groups.add(Role.ESCORT_LEADER.groupOf(party));
        groups.add(Role.ESCORT_LEADER.groupOf(flight.organiser()));
        return groups;
    }

    @Override
    public boolean fits(Flight flight) {
        return !restrained.aboard(flight.reference()).isEmpty();
    }

    /** What happens to people is told whether the flight rests or not. */
    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public boolean worksAt(Stage stage) {
        return stage == Stage.OPERATION || stage == Stage.IN_FLIGHT;
    }

    @Override
    public boolean isConfirmedTwice() {
        return false;
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        OperationReference reference = flight.reference();
        open.requireFor(reference, this);
        Party party = typed.party("restrainedOf");
        if (!restrained.aboard(reference).contains(party)) {
            throw BadInput.of("restrainedOf", party, "operation.restraint.notAboard");
        }
        if (!open.isMember(leaders(flight, party))) {
            throw notYours(flight);
        }
        restrained.begin(
                reference,
                party,
                typed.wholeNumber("assessments", 1, MOST),
                typed.isEmpty("restraintBegan") ? null : began(flight, typed));
    }

    private static Instant began(Flight flight, TypedFields typed) {
        return typed.dateTime("restraintBegan", flight.departure().getZone()).toInstant();
    }
}
