package org.jointflights.application.incidents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.Complaint.Forwarding;
import org.jointflights.domain.incidents.ComplaintCount;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.incidents.SeriousIncident.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who reads what of a flight's serious incidents and complaints; docs/rights.md says the same as a table. */
@Service
@Transactional(readOnly = true)
public class ReadIncidents {

    private final SeriousIncidents incidents;
    private final Complaints complaints;

    ReadIncidents(SeriousIncidents incidents, Complaints complaints) {
        this.incidents = incidents;
        this.complaints = complaints;
    }

    /**
     * What somebody may know of them.
     *
     * @param counts how many of each category and state, for everybody who may look at the flight
     * @param readable those that are theirs to read, each as far as it is
     * @param complaintCounts how many complaints of each state, for everybody who may look at the flight
     * @param complaints those that are theirs to read, each as far as it is
     */
    public record Known(
            List<IncidentCount> counts,
            List<SeriousIncident> readable,
            List<ComplaintCount> complaintCounts,
            List<Complaint> complaints) {}

    /** What somebody of these groups may know of the flight's. */
    public Known of(Flight flight, Set<String> groups) {
        List<SeriousIncident> all = incidents.of(flight.reference());
        List<Complaint> lodged = complaints.of(flight.reference());
        return new Known(
                counts(flight, all, groups),
                readable(flight, all, groups),
                counts(flight, lodged),
                readable(lodged, groups));
    }

    /**
     * What came by the exceptional channel is counted once it is assessed: a number that grows says when somebody reported.
     */
    private static List<IncidentCount> counts(Flight flight, List<SeriousIncident> all, Set<String> groups) {
        Map<IncidentCategory, Map<State, Integer>> counts = new TreeMap<>();
        for (SeriousIncident incident : all) {
            if (isOfficer(groups) || !incident.isExceptional() || incident.state() != State.RAISED) {
                counts.computeIfAbsent(incident.category(), first -> new TreeMap<>())
                        .merge(incident.state(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .flatMap(category -> category.getValue().entrySet().stream()
                        .map(state -> new IncidentCount(
                                flight.reference(), category.getKey(), state.getKey(), state.getValue())))
                .toList();
    }

    private static List<SeriousIncident> readable(Flight flight, List<SeriousIncident> all, Set<String> groups) {
        return all.stream()
                .filter(incident ->
                        isOfficer(groups) || readsReport(flight, incident, groups) || isConcerned(incident, groups))
                .map(incident -> isOfficer(groups)
                        ? incident
                        : incident.asFarAs(readsReport(flight, incident, groups), isConcerned(incident, groups)))
                .toList();
    }

    private static List<ComplaintCount> counts(Flight flight, List<Complaint> all) {
        Map<Complaint.State, Integer> counts = new TreeMap<>();
        all.forEach(complaint -> counts.merge(complaint.state(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(state -> new ComplaintCount(flight.reference(), state.getKey(), state.getValue()))
                .toList();
    }

    /** The party that it is about reads that it is there, and whoever answers it the reasons too. */
    private static List<Complaint> readable(List<Complaint> all, Set<String> groups) {
        Set<Party> parties = Viewer.of(groups).parties();
        return all.stream()
                .filter(complaint ->
                        isOfficer(groups) || answers(complaint, groups) || parties.contains(complaint.concerned()))
                .map(complaint ->
                        isOfficer(groups) || answers(complaint, groups) ? complaint : complaint.withoutTexts())
                .toList();
    }

    private static boolean answers(Complaint complaint, Set<String> groups) {
        Forwarding to = complaint.forwarding();
        return to != null && groups.contains(to.group());
    }

    private static boolean isOfficer(Set<String> groups) {
        return groups.contains(Role.RIGHTS_OFFICER.group());
    }

    /** Whoever commands the flight and the managers, but not what goes past them. */
    private static boolean readsReport(Flight flight, SeriousIncident incident, Set<String> groups) {
        return !incident.isExceptional()
                && (groups.contains(Role.ESCORT_LEADER.groupOf(flight.organiser()))
                        || groups.contains(Role.MANAGER.group()));
    }

    private static boolean isConcerned(SeriousIncident incident, Set<String> groups) {
        Party party = incident.concerned();
        return party != null && groups.contains(Role.LEGAL.groupOf(party));
    }
}
