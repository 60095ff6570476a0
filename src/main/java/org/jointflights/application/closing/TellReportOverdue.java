package org.jointflights.application.closing;

import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.flight.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A report is late: whoever organises the flight, the rights officers and the executives are told. */
@Service
class TellReportOverdue implements Reminder {

    private final CollectReports monitors;
    private final Flights flights;

    TellReportOverdue(CollectReports monitors, Flights flights) {
        this.monitors = monitors;
        this.flights = flights;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        MonitorReport report = monitors.of(reference, Objects.requireNonNull(party));
        if (report.isIn()) {
            return Stream.empty();
        }
        Sentence late =
                Sentence.of("notice.reportOverdue", reference, new PartyName(report.party()), Deadlines.DAYS_TO_REPORT);
        return Stream.of(
                        Role.COORDINATOR.groupOf(flights.get(reference).organiser()),
                        Role.RIGHTS_OFFICER.group(),
                        Role.EXECUTIVE.group())
                .map(group -> new Call(group, "report-overdue-" + report.party(), late));
    }
}
