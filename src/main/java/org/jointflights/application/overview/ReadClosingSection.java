package org.jointflights.application.overview;

import org.jointflights.application.closing.Erasures;
import org.jointflights.application.closing.LegalHolds;
import org.jointflights.application.closing.MonitorReports;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

/** What a flight owes before it is closed. */
@Component
class ReadClosingSection {

    private final MonitorReports reports;
    private final LegalHolds holds;
    private final Erasures erasures;

    ReadClosingSection(MonitorReports reports, LegalHolds holds, Erasures erasures) {
        this.reports = reports;
        this.holds = holds;
        this.erasures = erasures;
    }

    FlightFile.Closing read(OperationReference reference, KnownToReader known) {
        return new FlightFile.Closing(
                known.reports(reports.of(reference)), holds.of(reference), erasures.of(reference));
    }
}
