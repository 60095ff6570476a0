package org.jointflights.application.closing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.closing.MonitorReport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The monitors of a party, two days before their report is due. */
@Service
class RemindMonitor implements Reminder {

    private final CollectReports monitors;
    private final Flights flights;

    RemindMonitor(CollectReports monitors, Flights flights) {
        this.monitors = monitors;
        this.flights = flights;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        MonitorReport report = monitors.of(reference, Objects.requireNonNull(party));
        LocalDate day = LocalDate.ofInstant(
                report.due(), flights.get(reference).departure().getZone());
        return report.isIn()
                ? Stream.empty()
                : Stream.of(new Call(
                        Role.MONITOR.groupOf(report.party()),
                        "report-reminder-" + report.party(),
                        Sentence.of("notice.reportReminder", reference, day)));
    }
}
