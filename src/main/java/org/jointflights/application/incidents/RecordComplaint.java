package org.jointflights.application.incidents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.application.closing.OpenIncidents;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.incidents.Complaint;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever a complaint has reached registers it, at any time, also long after the flight is closed. */
@Service
@Order(10)
@Transactional
public class RecordComplaint implements FlightAct {

    private static final String ABOUT = "complaintAbout";

    private static final List<Role> WHO = List.of(Role.COORDINATOR, Role.MONITOR, Role.DOCTOR);

    private final Participations participations;
    private final Complaints complaints;
    private final OpenIncidents flights;
    private final ComplaintWorkflow workflow;
    private final WriteTrail trail;
    private final CurrentUser actor;
    private final Clock clock;

    RecordComplaint(
            Participations participations,
            Complaints complaints,
            OpenIncidents flights,
            ComplaintWorkflow workflow,
            WriteTrail trail,
            CurrentUser actor,
            Clock clock) {
        this.participations = participations;
        this.complaints = complaints;
        this.flights = flights;
        this.workflow = workflow;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "REGISTER_COMPLAINT";
    }

    @Override
    public List<String> fields() {
        return List.of("receivedOn", "complaintLanguage", ABOUT, "complaintReference");
    }

    @Override
    public Map<String, List<Party>> choices(Flight flight) {
        return Map.of(ABOUT, parties(flight).sorted().toList());
    }

    /** A state that has withdrawn may have done something before it did. */
    private Stream<Party> parties(Flight flight) {
        return Stream.concat(
                        Stream.of(flight.organiser(), Party.FRONTEX),
                        participations.of(flight.reference()).stream()
                                .filter(state -> state.status() != Status.DECLINED)
                                .map(Participation::party))
                .distinct();
    }

    @Override
    public Set<String> groups(Flight flight) {
        Set<String> groups = new TreeSet<>(Set.of(Role.RIGHTS_OFFICER.group()));
        parties(flight).forEach(party -> WHO.forEach(role -> groups.add(role.groupOf(party))));
        return groups;
    }

    @Override
    public NotYours notYours(Flight flight) {
        return NotYours.of("incidents.complaint.who");
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    /** For ever: whoever was returned may write years later. */
    @Override
    public boolean worksAfterDeparture() {
        return true;
    }

    @Override
    public void perform(Flight flight, TypedFields typed) {
        if (groups(flight).stream().noneMatch(actor::isIn)) {
            throw notYours(flight);
        }
        OperationReference reference = flight.reference();
        flights.hold(reference);
        Party about = typed.party(ABOUT);
        if (parties(flight).noneMatch(about::equals)) {
            throw BadInput.of(ABOUT, about, "incidents.party.notThere");
        }
        Instant now = clock.instant();
        List<Complaint> before = complaints.of(reference);
        Complaint complaint = Complaint.registered(
                reference,
                before.size() + 1,
                actor.id(),
                now,
                LocalDate.ofInstant(now, flight.departure().getZone()),
                typed.date("receivedOn"),
                typed.text("complaintLanguage"),
                about,
                typed.text("complaintReference"));
        if (before.stream().anyMatch(other -> other.filedAs().equalsIgnoreCase(complaint.filedAs()))) {
            throw Conflict.of("incidents.complaint.known", reference, complaint.filedAs());
        }
        complaints.add(complaint);
        trail.recordOf(
                reference,
                about,
                TrailEvent.COMPLAINT_RECEIVED,
                complaint.number(),
                new PartyName(about),
                complaint.received());
        workflow.registered(reference, complaint.number());
    }
}
