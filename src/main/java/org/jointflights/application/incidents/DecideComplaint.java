package org.jointflights.application.incidents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.Complaint.Acknowledgement;
import org.jointflights.domain.incidents.Complaint.Admissibility;
import org.jointflights.domain.incidents.Complaint.Closing;
import org.jointflights.domain.incidents.Complaint.FollowUp;
import org.jointflights.domain.incidents.Complaint.Forwarding;
import org.jointflights.domain.incidents.FileDeadlines;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What rights officers, and those to whom it is forwarded, decide and say about a complaint. */
@Service
@Transactional
public class DecideComplaint {

    private final Complaints complaints;
    private final Flights flights;
    private final TellOfComplaint tell;
    private final ReleaseFlight release;
    private final WriteTrail trail;
    private final CurrentUser actor;
    private final Clock clock;

    DecideComplaint(
            Complaints complaints,
            Flights flights,
            TellOfComplaint tell,
            ReleaseFlight release,
            WriteTrail trail,
            CurrentUser actor,
            Clock clock) {
        this.complaints = complaints;
        this.flights = flights;
        this.tell = tell;
        this.release = release;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** When something is due, and when whoever owes it is reminded. */
    public record Times(Instant reminder, Instant due) {

        static Times of(ZonedDateTime due) {
            return new Times(FileDeadlines.reminding(due).toInstant(), due.toInstant());
        }
    }

    /** To whom it went, and by when they answer. */
    public record Sent(String group, Times times, Instant givenUp) {}

    /** Throws {@link org.jointflights.domain.Unknown} if there is none of that number. */
    @Transactional(readOnly = true)
    public Complaint of(OperationReference reference, int number) {
        return complaints.get(reference, number);
    }

    /** By when whoever complains has an acknowledgement. */
    @Transactional(readOnly = true)
    public Times acknowledging(OperationReference reference) {
        return Times.of(FileDeadlines.acknowledging(now(reference)));
    }

    /** The acknowledgement went out that day; by when it is decided whether the complaint is admissible. */
    public Times acknowledge(OperationReference reference, int number, LocalDate sent) {
        ZonedDateTime now = now(reference);
        Complaint acknowledged = complaints
                .get(reference, number)
                .acknowledged(new Acknowledgement(actor.id(), clock.instant(), sent), now.toLocalDate());
        complaints.put(acknowledged);
        told(acknowledged, TrailEvent.COMPLAINT_ACKNOWLEDGED);
        return Times.of(FileDeadlines.deciding(now));
    }

    /** Admissible or not, with a reason. */
    public void decide(OperationReference reference, int number, boolean admissible, String reason) {
        Complaint decided = complaints
                .get(reference, number)
                .decided(new Admissibility(actor.id(), clock.instant(), admissible, reason));
        complaints.put(decided);
        told(decided, admissible ? TrailEvent.COMPLAINT_REGISTERED : TrailEvent.COMPLAINT_NOT_ADMISSIBLE);
        if (!admissible) {
            release.afterOneOf(reference);
        }
    }

    /** About Frontex it goes to the executive, about a state to that state's legal group. */
    public Sent forward(OperationReference reference, int number) {
        Complaint registered = complaints.get(reference, number);
        Party concerned = registered.concerned();
        String group = concerned.isFrontex() ? Role.EXECUTIVE.group() : Role.LEGAL.groupOf(concerned);
        Complaint forwarded = registered.forwarded(new Forwarding(group, clock.instant()));
        complaints.put(forwarded);
        told(forwarded, TrailEvent.COMPLAINT_FORWARDED);
        tell.forwarded(forwarded);
        ZonedDateTime due = FileDeadlines.answering(now(reference));
        return new Sent(group, Times.of(due), FileDeadlines.givingUp(due.toInstant()));
    }

    /** What they have found and done; by when the complaint is closed. */
    public Instant answer(OperationReference reference, int number, String text) {
        return answered(
                reference, number, new FollowUp(actor.id(), clock.instant(), text), TrailEvent.COMPLAINT_ANSWERED);
    }

    /** They have let their time pass: the rights officers close it without their answer. */
    public Instant goOnWithoutAnswer(OperationReference reference, int number) {
        return answered(reference, number, FollowUp.none(clock.instant()), TrailEvent.COMPLAINT_NOT_ANSWERED);
    }

    private Instant answered(OperationReference reference, int number, FollowUp answer, TrailEvent event) {
        Complaint answered = complaints.get(reference, number).answered(answer);
        complaints.put(answered);
        told(answered, event);
        return FileDeadlines.closing(now(reference)).toInstant();
    }

    /** The rights officers say how it ended. */
    public void close(OperationReference reference, int number, String outcome) {
        Complaint closed = complaints.get(reference, number).closed(new Closing(actor.id(), clock.instant(), outcome));
        complaints.put(closed);
        told(closed, TrailEvent.COMPLAINT_CLOSED);
        release.afterOneOf(reference);
    }

    private void told(Complaint complaint, TrailEvent event) {
        trail.recordOf(
                complaint.reference(),
                complaint.concerned(),
                event,
                complaint.number(),
                new PartyName(complaint.concerned()));
    }

    private ZonedDateTime now(OperationReference reference) {
        ZoneId zone = flights.get(reference).departure().getZone();
        return clock.instant().atZone(zone);
    }
}
