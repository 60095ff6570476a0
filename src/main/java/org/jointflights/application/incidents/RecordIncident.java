package org.jointflights.application.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.application.closing.OpenIncidents;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.ReportChannel;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever works on a flight reports a serious incident, from the first day until the flight is closed, also while it is
 * suspended. By the exceptional channel nobody's name goes anywhere.
 */
@Service
@Order(9)
@Transactional
public class RecordIncident implements FlightAct {

    /** The last part of its address. */
    public static final String PATH = "report-incident";

    private static final List<Role> WHO =
            List.of(Role.ESCORT_LEADER, Role.MONITOR, Role.DOCTOR, Role.LEGAL, Role.COORDINATOR);

    private static final int MOST = 500;

    private final Flights flights;
    private final Participations participations;
    private final SeriousIncidents incidents;
    private final OpenIncidents open;
    private final IncidentWorkflow workflow;
    private final WriteTrail trail;
    private final CurrentUser actor;
    private final Clock clock;

    RecordIncident(
            Flights flights,
            Participations participations,
            SeriousIncidents incidents,
            OpenIncidents open,
            IncidentWorkflow workflow,
            WriteTrail trail,
            CurrentUser actor,
            Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.incidents = incidents;
        this.open = open;
        this.workflow = workflow;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "REPORT_INCIDENT";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public List<String> fields() {
        return List.of("channel", "incidentCategory", "incidentPhase", "personsConcerned", "whatHappened");
    }

    @Override
    public Map<String, List<String>> answers() {
        return Map.of(
                "channel", names(ReportChannel.values()),
                "incidentCategory", names(IncidentCategory.values()),
                "incidentPhase", names(Phase.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    /** A state that has withdrawn may have seen something before it did. */
    @Override
    public Set<String> groups(Flight flight) {
        Set<String> groups = new TreeSet<>(Set.of(Role.RIGHTS_OFFICER.group()));
        Stream.of(
                        Stream.of(flight.organiser(), Party.FRONTEX),
                        participations.of(flight.reference()).stream()
                                .filter(state -> state.status() != Status.DECLINED)
                                .map(Participation::party))
                .flatMap(parties -> parties)
                .forEach(party -> WHO.forEach(role -> groups.add(role.groupOf(party))));
        return groups;
    }

    @Override
    public NotYours notYours(Flight flight) {
        return NotYours.of("incidents.report.who");
    }

    @Override
    public boolean fits(Flight flight) {
        return !flight.stage().isOver();
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    /** Until the flight is closed, which {@link #fits} says. */
    @Override
    public boolean worksAfterDeparture() {
        return true;
    }

    @Override
    public boolean isConfirmedTwice() {
        return false;
    }

    /** Whatever else was typed with it, and whether it is refused or not. */
    @Override
    public boolean namesNobody(Map<String, ? extends @Nullable Object> typed) {
        return typed.get("channel") instanceof String channel
                && channel.strip().equalsIgnoreCase(ReportChannel.EXCEPTIONAL.name());
    }

    @Override
    public boolean mayNameNobody() {
        return true;
    }

    @Override
    public void perform(Flight seen, TypedFields typed) {
        OperationReference reference = seen.reference();
        if (groups(seen).stream().noneMatch(actor::isIn)) {
            throw notYours(seen);
        }
        open.hold(reference);
        Flight flight = flights.get(reference);
        if (!fits(flight)) {
            throw flight.tooLate();
        }
        ReportChannel channel = typed.choice("channel", ReportChannel.class);
        SeriousIncident incident = SeriousIncident.reported(
                reference,
                incidents.of(reference).size() + 1,
                channel,
                actor.id(),
                clock.instant(),
                typed.choice("incidentCategory", IncidentCategory.class),
                typed.choice("incidentPhase", Phase.class),
                typed.wholeNumber("personsConcerned", 0, MOST),
                typed.remark("whatHappened"));
        incidents.add(incident);
        if (channel == ReportChannel.ORDINARY) {
            trail.recordOf(
                    reference,
                    flight.organiser(),
                    TrailEvent.INCIDENT_REPORTED,
                    (long) incident.number(),
                    incident.category().words());
        }
        workflow.reported(reference, incident.number());
    }
}
