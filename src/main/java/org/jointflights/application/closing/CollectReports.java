package org.jointflights.application.closing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.closing.MonitorReport.Delivery;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the monitors of a return that has ended for their reports, and takes them. */
@Service
@Transactional
public class CollectReports {

    private final Flights flights;
    private final HeadCounts counts;
    private final MonitorReports reports;
    private final WriteTrail trail;
    private final CurrentUser actor;
    private final Clock clock;

    CollectReports(
            Flights flights,
            HeadCounts counts,
            MonitorReports reports,
            WriteTrail trail,
            CurrentUser actor,
            Clock clock) {
        this.flights = flights;
        this.counts = counts;
        this.reports = reports;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Whose monitors report: of every party that counted one aboard, in the order of their codes. If nobody counted one, the
     * organiser's, so that no flight that the law wants monitored is without a report.
     */
    @Transactional(readOnly = true)
    public List<Party> parties(OperationReference reference) {
        List<Party> aboard = counts.boardings(reference).stream()
                .filter(boarding -> boarding.aboard().monitors() > 0)
                .map(boarding -> boarding.party())
                .toList();
        Flight flight = flights.get(reference);
        return aboard.isEmpty() && flight.type().isMonitored() ? List.of(flight.organiser()) : aboard;
    }

    /** When the tasks of a flight ended: its operation, or, of a flight that never left, now. */
    @Transactional(readOnly = true)
    public Instant tasksEnded(OperationReference reference) {
        return reports.operationEnded(reference).orElseGet(clock::instant);
    }

    /** When a report is due, and when its author is reminded of it. */
    public record Times(Instant due, Instant reminder) {}

    /** The days count from the end of the operation, whenever the question is put. */
    public Times ask(OperationReference reference, Party party) {
        Instant now = clock.instant();
        Instant ended = reports.operationEnded(reference).orElse(now);
        ZoneId zone = flights.get(reference).departure().getZone();
        Instant due = Deadlines.reporting(ended.atZone(zone)).toInstant();
        reports.ask(new MonitorReport(reference, party, now, due, null));
        trail.recordOf(reference, party, TrailEvent.REPORT_ASKED, party, LocalDate.ofInstant(due, zone));
        return new Times(due, Deadlines.reportingReminder(due.atZone(zone)).toInstant());
    }

    /** How a party's report stands. Throws {@link IllegalStateException} if it was not asked for one. */
    @Transactional(readOnly = true)
    public MonitorReport of(OperationReference reference, Party party) {
        return reports.of(reference).stream()
                .filter(report -> report.party().equals(party))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(party + " was not asked for a report on " + reference));
    }

    /**
     * What a monitor says of the report: everything but its text.
     *
     * @param sentToDirector whether it has gone to the agency's executive director
     * @param sentToRightsOfficer whether it has gone to the fundamental-rights officer
     * @param sentToAuthorities whether it has gone to the authorities of every state involved
     */
    public record Said(
            LocalDate written,
            String sha256,
            Set<Phase> covers,
            int force,
            int restrained,
            boolean sentToDirector,
            boolean sentToRightsOfficer,
            boolean sentToAuthorities) {}

    /** Throws {@link BadInput} unless it is a report that has reached everybody who has to have it. */
    public void deliver(OperationReference reference, Party party, Said said) {
        requireSent("sentToDirector", said.sentToDirector());
        requireSent("sentToRightsOfficer", said.sentToRightsOfficer());
        requireSent("sentToAuthorities", said.sentToAuthorities());
        ZonedDateTime departure = flights.get(reference).departure();
        ZoneId zone = departure.getZone();
        Instant now = clock.instant();
        Delivery delivery = new Delivery(
                said.written(), said.sha256(), said.covers(), said.force(), said.restrained(), actor.id(), now);
        delivery.require(firstDay(reference, departure), LocalDate.ofInstant(now, zone));
        reports.deliver(reference, party, delivery);
        trail.recordOf(reference, party, TrailEvent.REPORT_DELIVERED, party, said.written());
    }

    /** Of the operation: as planned, or the day on which it ended, if it was over before. */
    private LocalDate firstDay(OperationReference reference, ZonedDateTime departure) {
        LocalDate planned = departure.toLocalDate();
        return reports.operationEnded(reference)
                .map(ended -> LocalDate.ofInstant(ended, departure.getZone()))
                .filter(over -> over.isBefore(planned))
                .orElse(planned);
    }

    private static void requireSent(String field, boolean sent) {
        if (!sent) {
            throw BadInput.of(field, "no", "closing.report.notSent");
        }
    }
}
