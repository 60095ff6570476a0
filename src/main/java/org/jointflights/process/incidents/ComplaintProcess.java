package org.jointflights.process.incidents;

import org.jointflights.process.engine.Variable;

/** The names that {@code complaint.bpmn} and the code share. */
public final class ComplaintProcess {

    public static final String KEY = "complaint";

    static final Variable<Boolean> ADMISSIBLE = Variable.flag("admissible");

    /** Whose answer is awaited: the executive, or the legal group of the state concerned. */
    static final Variable<String> FOLLOW_UP_GROUP = Variable.text("followUpGroup");

    /** Instants as ISO text, for the timers and the due dates that Tasklist shows. */
    static final Variable<String> ACKNOWLEDGE_REMINDER = Variable.text("acknowledgeReminder");

    static final Variable<String> ACKNOWLEDGE_DUE = Variable.text("acknowledgeDue");
    static final Variable<String> ADMISSIBILITY_REMINDER = Variable.text("admissibilityReminder");
    static final Variable<String> ADMISSIBILITY_DUE = Variable.text("admissibilityDue");
    static final Variable<String> FOLLOW_UP_REMINDER = Variable.text("followUpReminder");
    static final Variable<String> FOLLOW_UP_DUE = Variable.text("followUpDue");
    static final Variable<String> FOLLOW_UP_GIVEN_UP = Variable.text("followUpGivenUp");
    static final Variable<String> CLOSE_DUE = Variable.text("closeDue");

    private ComplaintProcess() {}
}
