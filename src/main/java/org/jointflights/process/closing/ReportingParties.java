package org.jointflights.process.closing;

import java.util.List;
import org.jointflights.application.closing.CollectReports;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.engine.ModelBean;
import org.springframework.stereotype.Component;

/** For {@code jointFlight.bpmn}: whose monitors report on a flight. */
@Component
public class ReportingParties implements ModelBean {

    private final CollectReports monitors;

    ReportingParties(CollectReports monitors) {
        this.monitors = monitors;
    }

    /** The codes of the parties, at least one. */
    public List<String> of(String reference) {
        return monitors.parties(new OperationReference(reference)).stream()
                .map(Party::code)
                .toList();
    }
}
