package org.jointflights.application.incidents;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.incidents.FileDeadlines;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.incidents.SeriousIncident.Assessment;
import org.jointflights.domain.incidents.SeriousIncident.Conclusion;
import org.jointflights.domain.incidents.SeriousIncident.FormalReport;
import org.jointflights.domain.incidents.SeriousIncident.Inquiry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What rights officers and the party concerned decide and say about a serious incident. */
@Service
@Transactional
public class DecideIncident {

    private final SeriousIncidents incidents;
    private final Flights flights;
    private final Participations participations;
    private final TellOfIncident tell;
    private final ReleaseFlight release;
    private final WriteTrail trail;
    private final CurrentUser actor;
    private final Clock clock;

    DecideIncident(
            SeriousIncidents incidents,
            Flights flights,
            Participations participations,
            TellOfIncident tell,
            ReleaseFlight release,
            WriteTrail trail,
            CurrentUser actor,
            Clock clock) {
        this.incidents = incidents;
        this.flights = flights;
        this.participations = participations;
        this.tell = tell;
        this.release = release;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** By when what a launch asks for is there. */
    public record Times(
            Party party,
            Instant formalReminder,
            Instant formalDue,
            Instant formalGivenUp,
            Instant finalReminder,
            Instant finalDue) {}

    /** Throws {@link org.jointflights.domain.Unknown} if there is none of that number. */
    @Transactional(readOnly = true)
    public SeriousIncident of(OperationReference reference, int number) {
        return incidents.get(reference, number);
    }

    /** The parties that can be asked for a formal report: the organiser, those who were asked to take part, and Frontex. */
    @Transactional(readOnly = true)
    public List<Party> parties(OperationReference reference) {
        return Stream.of(
                        Stream.of(flights.get(reference).organiser()),
                        participations.of(reference).stream().map(Participation::party),
                        Stream.of(Party.FRONTEX))
                .flatMap(parties -> parties)
                .distinct()
                .sorted()
                .toList();
    }

    /** The rights officers launch it; throws {@link org.jointflights.domain.BadInput} for a party that was not there. */
    public Times launch(
            OperationReference reference,
            int number,
            IncidentCategory category,
            String reason,
            Party party,
            String asked) {
        Inquiry inquiry = SeriousIncident.inquiry(party, parties(reference), asked);
        Instant now = clock.instant();
        SeriousIncident launched =
                incidents.get(reference, number).assessed(new Assessment(actor.id(), now, category, reason, inquiry));
        incidents.put(launched);
        recordChannel(launched);
        trail.recordOf(
                reference, party, TrailEvent.INCIDENT_LAUNCHED, (long) number, category.words(), new PartyName(party));
        ZoneId zone = flights.get(reference).departure().getZone();
        Instant formalDue = FileDeadlines.reportingFormally(now);
        ZonedDateTime finalDue = FileDeadlines.concluding(now.atZone(zone));
        tell.launched(launched);
        return new Times(
                party,
                FileDeadlines.remindingOfFormalReport(formalDue),
                formalDue,
                FileDeadlines.givingUp(formalDue),
                FileDeadlines.remindingOfConclusion(finalDue).toInstant(),
                finalDue.toInstant());
    }

    /** The rights officers set it aside, with reasons. */
    public void setAside(OperationReference reference, int number, IncidentCategory category, String reason) {
        SeriousIncident aside = incidents
                .get(reference, number)
                .assessed(new Assessment(actor.id(), clock.instant(), category, reason, null));
        incidents.put(aside);
        recordChannel(aside);
        trail.record(reference, TrailEvent.INCIDENT_SET_ASIDE, (long) number, category.words());
        release.afterOneOf(reference);
    }

    /** That there was a report is told when it is assessed, not when it came: the moment could tell whose it is. */
    private void recordChannel(SeriousIncident incident) {
        if (incident.isExceptional()) {
            trail.record(incident.reference(), TrailEvent.INCIDENT_EXCEPTIONAL, (long) incident.number());
        }
    }

    /** The party concerned says what happened and what it does about it. */
    public void reportFormally(OperationReference reference, int number, String text) {
        SeriousIncident reported =
                incidents.get(reference, number).reportedFormally(new FormalReport(actor.id(), clock.instant(), text));
        incidents.put(reported);
        Party party = concerned(reported);
        trail.recordOf(reference, party, TrailEvent.INCIDENT_FORMAL, (long) number, new PartyName(party));
    }

    /** It has let its time pass: the rights officers conclude without it. */
    public void goOnWithoutFormalReport(OperationReference reference, int number) {
        SeriousIncident without = incidents.get(reference, number).reportedFormally(FormalReport.none(clock.instant()));
        incidents.put(without);
        Party party = concerned(without);
        trail.recordOf(reference, party, TrailEvent.INCIDENT_NOT_FORMAL, (long) number, new PartyName(party));
    }

    /** The rights officers say what must be done. */
    public void conclude(OperationReference reference, int number, String recommendations) {
        SeriousIncident concluded = incidents
                .get(reference, number)
                .concluded(new Conclusion(actor.id(), clock.instant(), recommendations));
        incidents.put(concluded);
        trail.record(reference, TrailEvent.INCIDENT_CONCLUDED, (long) number);
        release.afterOneOf(reference);
    }

    private static Party concerned(SeriousIncident incident) {
        return Optional.ofNullable(incident.concerned()).orElseThrow();
    }
}
