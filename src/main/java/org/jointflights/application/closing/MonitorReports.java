package org.jointflights.application.closing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.closing.MonitorReport.Delivery;

/** The monitors' reports that are due or in, one a party. */
public interface MonitorReports {

    /** By the parties' codes; none of a flight whose monitors were not asked. */
    List<MonitorReport> of(OperationReference reference);

    /** Puts down that a report is due, or that it is due at another time; what was delivered stays. */
    void ask(MonitorReport report);

    /** Throws {@link org.jointflights.domain.Conflict} if it is in already or nobody was asked for it. */
    void deliver(OperationReference reference, Party party, Delivery delivery);

    /** When the operation that left ended; nothing while none has, and of a flight that never left. */
    Optional<Instant> operationEnded(OperationReference reference);
}
