package org.jointflights.process.closing;

import org.jointflights.process.engine.Variable;

/** The names that {@code monitorReport.bpmn} and the code share. */
public final class MonitorReportProcess {

    /** Instants as ISO text, for the timers and the due date that Tasklist shows. */
    static final Variable<String> REPORT_DUE = Variable.text("reportDue");

    static final Variable<String> REPORT_REMINDER = Variable.text("reportReminder");

    private MonitorReportProcess() {}
}
