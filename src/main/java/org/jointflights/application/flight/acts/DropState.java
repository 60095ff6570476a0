package org.jointflights.application.flight.acts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.application.deadlines.LateTasks;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A state lets its time pass, and the others wait for it: until the commitment date the organiser goes on without it. It is told,
 * and can be invited again.
 */
@Service
@Order(4)
@Transactional
public class DropState implements FlightAct {

    private static final Set<Stage> BEFORE_COMMITMENT = Set.of(Stage.PLANNING, Stage.COST_SHARING, Stage.APPROVAL);

    private final CheckFlightIsOpen open;
    private final Participations participations;
    private final LateTasks tasks;
    private final WriteTrail trail;
    private final TellParties parties;
    private final FlightWorkflow workflow;
    private final Clock clock;

    DropState(
            CheckFlightIsOpen open,
            Participations participations,
            LateTasks tasks,
            WriteTrail trail,
            TellParties parties,
            FlightWorkflow workflow,
            Clock clock) {
        this.open = open;
        this.participations = participations;
        this.tasks = tasks;
        this.trail = trail;
        this.parties = parties;
        this.workflow = workflow;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "DROP_STATE";
    }

    @Override
    public List<String> fields() {
        return List.of("party");
    }

    @Override
    public Set<String> groups(Flight flight) {
        return Set.of(Role.COORDINATOR.groupOf(flight.organiser()));
    }

    @Override
    public boolean worksAt(Stage stage) {
        return BEFORE_COMMITMENT.contains(stage);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean fits(Flight flight) {
        return worksAt(flight.stage()) && !silent(flight).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Party>> choices(Flight flight) {
        return Map.of("party", silent(flight));
    }

    /** Throws {@link BadInput} for a state that is not late with anything. */
    @Override
    public void perform(Flight flight, TypedFields typed) {
        open.requireFor(flight.reference(), this);
        Party party = typed.party("party");
        List<Party> silent = silent(flight);
        if (!silent.contains(party)) {
            throw BadInput.of("party", party, "flight.drop.notLate", Party.codes(silent));
        }
        Instant now = clock.instant();
        parties.tell(flight, "dropped-" + party + "-" + now, "notice.dropped", flight.reference(), party);
        participations.put(participations.get(flight.reference(), party).declined("", now));
        trail.recordOf(flight.reference(), party, TrailEvent.DROPPED, party);
        workflow.stateWithdrew(flight.reference(), party);
    }

    /** Those that take part, or are asked, and have let the time for something pass; the organiser itself cancels. */
    private List<Party> silent(Flight flight) {
        Set<Party> late = tasks.overdue(flight.reference(), clock.instant()).stream()
                .flatMap(task -> task.groups().stream())
                .map(Viewer::partyOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return participations.of(flight.reference()).stream()
                .filter(Participation::mayWithdraw)
                .map(Participation::party)
                .filter(party -> late.contains(party) && !party.equals(flight.organiser()))
                .toList();
    }
}
