package org.jointflights.domain.publicrecord;

import java.util.List;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.closing.MonitorReport;

/** Whether the monitors' reports are in; how many there are would say how many monitors were aboard. */
public enum ReportsIn {
    ALL,
    AWAITED,
    NOT_ASKED;

    /**
     * How these stand.
     *
     * @param willBeAsked whether reports that nobody was asked for yet still will be
     */
    public static ReportsIn of(List<MonitorReport> reports, boolean willBeAsked) {
        if (reports.isEmpty()) {
            return willBeAsked ? AWAITED : NOT_ASKED;
        }
        return reports.stream().allMatch(MonitorReport::isIn) ? ALL : AWAITED;
    }

    /** What people call it. */
    public Sentence words() {
        return Sentence.of("publicrecord.reports." + name());
    }
}
