package org.jointflights.application.closing;

import java.util.List;
import org.jointflights.application.flight.acts.RecordStage;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.flight.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a flight that owes nothing any more. */
@Service
@Transactional
public class CloseFlight {

    private final CollectReports monitors;
    private final MonitorReports reports;
    private final SettleTexts texts;
    private final OpenIncidents incidents;
    private final RecordStage stages;

    CloseFlight(
            CollectReports monitors,
            MonitorReports reports,
            SettleTexts texts,
            OpenIncidents incidents,
            RecordStage stages) {
        this.monitors = monitors;
        this.reports = reports;
        this.texts = texts;
        this.incidents = incidents;
        this.stages = stages;
    }

    /**
     * Whether a serious incident has no final report: then the flight waits (G13). Nobody reports a further one until the
     * transaction ends.
     */
    public boolean awaitsIncidents(OperationReference reference) {
        incidents.hold(reference);
        return incidents.anyOf(reference);
    }

    /**
     * Throws {@link Conflict} while the report of a monitor or on a serious incident is not in or the texts are not erased, whatever the process says.
     * What was typed after the term goes with the close.
     */
    public void close(OperationReference reference) {
        List<Party> in = reports.of(reference).stream()
                .filter(MonitorReport::isIn)
                .map(MonitorReport::party)
                .toList();
        for (Party party : monitors.parties(reference)) {
            if (!in.contains(party)) {
                throw Conflict.of("closing.report.missing", reference, party);
            }
        }
        end(reference, Stage.CLOSED);
    }

    /** The same of a flight that was cancelled: nobody was aboard who could report. */
    public void closeCancelled(OperationReference reference) {
        end(reference, Stage.CANCELLED);
    }

    /** Closes a flight that began before this was asked: its process knows nothing of reports and erasure. */
    public void closeAsBegun(OperationReference reference, Stage stage) {
        stages.reached(reference, stage);
    }

    private void end(OperationReference reference, Stage stage) {
        if (!texts.isDone(reference)) {
            throw Conflict.of("closing.erasure.missing", reference);
        }
        if (awaitsIncidents(reference)) {
            throw Conflict.of("closing.incident.open", reference);
        }
        stages.reached(reference, stage);
        texts.eraseWhatCameLater(reference);
    }
}
