package org.jointflights.application.settlement;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;

/** What a flight that has ended owes of reports before a fund pays for it. */
public interface OwedReports {

    /** Parties whose monitor's report is not in, whether they were asked for it or not; nobody of a flight that never left. */
    List<Party> ofMonitors(OperationReference reference);

    /** Whether the report on a serious incident is not final. */
    boolean onIncidents(OperationReference reference);
}
