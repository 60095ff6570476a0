package org.jointflights.application.closing;

import java.util.List;
import org.jointflights.application.settlement.OwedReports;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.closing.MonitorReport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads which reports a flight owes, for whoever certifies that a fund may pay. */
@Service
@Transactional(readOnly = true)
public class ReadOwedReports implements OwedReports {

    private final CollectReports monitors;
    private final MonitorReports reports;
    private final OpenIncidents incidents;
    private final ReportingModels models;

    ReadOwedReports(CollectReports monitors, MonitorReports reports, OpenIncidents incidents, ReportingModels models) {
        this.monitors = monitors;
        this.reports = reports;
        this.incidents = incidents;
        this.models = models;
    }

    @Override
    public List<Party> ofMonitors(OperationReference reference) {
        if (reports.operationEnded(reference).isEmpty() || !models.asksMonitors(reference)) {
            return List.of();
        }
        List<Party> in = reports.of(reference).stream()
                .filter(MonitorReport::isIn)
                .map(MonitorReport::party)
                .toList();
        return monitors.parties(reference).stream()
                .filter(party -> !in.contains(party))
                .toList();
    }

    @Override
    public boolean onIncidents(OperationReference reference) {
        return incidents.anyOf(reference);
    }
}
