package org.jointflights.process.incidents;

import org.jointflights.process.engine.Variable;

/** The names that {@code seriousIncident.bpmn} and the code share. By which channel it came is not among them. */
public final class SeriousIncidentProcess {

    public static final String KEY = "seriousIncident";

    /** To a flight that cannot be closed while one is open. */
    static final String INCIDENTS_DONE = "incidentsDone";

    /** Whether the rights officers have launched it. */
    static final Variable<Boolean> LAUNCHED = Variable.flag("launched");

    /** Instants as ISO text, for the timers and the due dates that Tasklist shows. */
    static final Variable<String> ASSESS_DUE = Variable.text("assessDue");

    static final Variable<String> FORMAL_REMINDER = Variable.text("formalReminder");
    static final Variable<String> FORMAL_DUE = Variable.text("formalDue");
    static final Variable<String> FORMAL_GIVEN_UP = Variable.text("formalGivenUp");
    static final Variable<String> FINAL_REMINDER = Variable.text("finalReminder");
    static final Variable<String> FINAL_DUE = Variable.text("finalDue");

    private SeriousIncidentProcess() {}
}
