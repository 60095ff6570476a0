package org.jointflights.application.incidents;

import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.incidents.FileDeadlines;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.incidents.SeriousIncident.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who have to do something about a serious incident. What goes to rights officers and to the party concerned is
 * a message to them alone and stands on no flight's page.
 */
@Service
@Transactional
public class TellOfIncident {

    private final SeriousIncidents incidents;
    private final Flights flights;
    private final WriteNotices notices;

    TellOfIncident(SeriousIncidents incidents, Flights flights, WriteNotices notices) {
        this.incidents = incidents;
        this.flights = flights;
        this.notices = notices;
    }

    /** One was reported: the rights officers, and by the ordinary channel whoever commands the flight and the managers. */
    public void raised(OperationReference reference, int number) {
        SeriousIncident incident = incidents.get(reference, number);
        tell(
                Role.RIGHTS_OFFICER.group(),
                "raised",
                incident,
                "notice.confidential.incident.raised",
                FileDeadlines.HOURS_TO_ASSESS);
        if (!incident.isExceptional()) {
            Party organiser = flights.get(reference).organiser();
            for (String group : new String[] {Role.ESCORT_LEADER.groupOf(organiser), Role.MANAGER.group()}) {
                notices.send(
                        reference, group, "incident-" + number, "notice.incidentReported", reference, (long) number);
            }
        }
    }

    /** It is launched: whoever has to report formally. */
    void launched(SeriousIncident incident) {
        tell(
                asked(incident),
                "launched",
                incident,
                "notice.confidential.incident.launched",
                FileDeadlines.HOURS_TO_REPORT_FORMALLY);
    }

    /** Nobody has assessed it in time. Of the exceptional channel nobody is told but the rights officers. */
    public void assessmentLate(OperationReference reference, int number) {
        SeriousIncident incident = incidents.get(reference, number);
        if (incident.state() == State.RAISED) {
            Stream<String> groups = incident.isExceptional()
                    ? Stream.of(Role.RIGHTS_OFFICER.group())
                    : Stream.of(Role.RIGHTS_OFFICER.group(), Role.EXECUTIVE.group());
            groups.forEach(group -> tell(
                    group,
                    "assessment-late",
                    incident,
                    "notice.confidential.incident.assessmentLate",
                    FileDeadlines.HOURS_TO_ASSESS));
        }
    }

    /** The formal report is due soon. */
    public void remindOfFormalReport(OperationReference reference, int number) {
        SeriousIncident incident = incidents.get(reference, number);
        if (incident.state() == State.LAUNCHED) {
            tell(asked(incident), "formal-soon", incident, "notice.confidential.incident.formalSoon");
        }
    }

    /** The formal report is not in: whoever owes it, the rights officers and the executives. */
    public void formalReportLate(OperationReference reference, int number) {
        SeriousIncident incident = incidents.get(reference, number);
        if (incident.state() == State.LAUNCHED) {
            Stream.of(asked(incident), Role.RIGHTS_OFFICER.group(), Role.EXECUTIVE.group())
                    .forEach(group -> tell(
                            group,
                            "formal-late",
                            incident,
                            "notice.confidential.incident.formalLate",
                            FileDeadlines.HOURS_TO_REPORT_FORMALLY));
        }
    }

    /** The conclusion is due soon. */
    public void remindOfConclusion(OperationReference reference, int number) {
        SeriousIncident incident = incidents.get(reference, number);
        if (!incident.state().isOver()) {
            tell(Role.RIGHTS_OFFICER.group(), "final-soon", incident, "notice.confidential.incident.finalSoon");
        }
    }

    /** There is no conclusion: the rights officers and the executives. */
    public void conclusionLate(OperationReference reference, int number) {
        SeriousIncident incident = incidents.get(reference, number);
        if (!incident.state().isOver()) {
            Stream.of(Role.RIGHTS_OFFICER.group(), Role.EXECUTIVE.group())
                    .forEach(group -> tell(
                            group,
                            "final-late",
                            incident,
                            "notice.confidential.incident.finalLate",
                            FileDeadlines.DAYS_TO_CONCLUDE));
        }
    }

    private static String asked(SeriousIncident incident) {
        return Role.LEGAL.groupOf(Objects.requireNonNull(incident.concerned()));
    }

    private void tell(String group, String occasion, SeriousIncident incident, String code, Object... more) {
        Object[] gaps = new Object[more.length + 2];
        gaps[0] = incident.reference();
        gaps[1] = (long) incident.number();
        System.arraycopy(more, 0, gaps, 2, more.length);
        notices.send(incident.reference(), group, "incident-" + incident.number() + "-" + occasion, code, gaps);
    }
}
