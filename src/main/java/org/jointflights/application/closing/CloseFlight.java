package org.jointflights.application.closing;

import java.util.List;
import org.jointflights.application.flight.acts.RecordStage;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a flight that owes nothing any more. */
@Service
@Transactional
public class CloseFlight {

    private final CollectReports monitors;
    private final MonitorReports reports;
    private final RecordStage stages;

    CloseFlight(CollectReports monitors, MonitorReports reports, RecordStage stages) {
        this.monitors = monitors;
        this.reports = reports;
        this.stages = stages;
    }

    /** Throws {@link Conflict} while the report of a monitor is not in, whatever the process says. */
    public void close(OperationReference reference) {
        List<Party> in = reports.of(reference).stream()
                .filter(report -> report.isIn())
                .map(report -> report.party())
                .toList();
        for (Party party : monitors.parties(reference)) {
            if (!in.contains(party)) {
                throw Conflict.of("closing.report.missing", reference, party);
            }
        }
        stages.reached(reference, Stage.CLOSED);
    }

    /** Closes a flight that began before the monitors were asked: its process knows nothing of their reports. */
    public void closeAsBegun(OperationReference reference) {
        stages.reached(reference, Stage.CLOSED);
    }
}
