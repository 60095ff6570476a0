package org.jointflights.application.closing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.closing.MonitorReport.Delivery;

/** Monitors' reports without a database. */
public final class InMemoryMonitorReports implements MonitorReports {

    private final Map<OperationReference, Map<Party, MonitorReport>> reports = new HashMap<>();
    private final Map<OperationReference, Instant> ended = new HashMap<>();

    /** The operation of the flight ended then. */
    public void ended(OperationReference reference, Instant at) {
        ended.put(reference, at);
    }

    @Override
    public List<MonitorReport> of(OperationReference reference) {
        return List.copyOf(reports.getOrDefault(reference, Map.of()).values());
    }

    @Override
    public void ask(MonitorReport report) {
        reports.computeIfAbsent(report.reference(), first -> new TreeMap<>())
                .merge(
                        report.party(),
                        report,
                        (known, anew) -> new MonitorReport(
                                known.reference(), known.party(), known.asked(), anew.due(), known.delivery()));
    }

    @Override
    public void deliver(OperationReference reference, Party party, Delivery delivery) {
        MonitorReport asked = reports.getOrDefault(reference, Map.of()).get(party);
        if (asked == null || asked.isIn()) {
            throw Conflict.of("closing.report.notAwaited", reference, party);
        }
        reports.get(reference).put(party, new MonitorReport(reference, party, asked.asked(), asked.due(), delivery));
    }

    @Override
    public Optional<Instant> operationEnded(OperationReference reference) {
        return Optional.ofNullable(ended.get(reference));
    }
}
