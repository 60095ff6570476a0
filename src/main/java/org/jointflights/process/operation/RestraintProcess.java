package org.jointflights.process.operation;

import org.jointflights.process.engine.Variable;

/** The names that {@code restraint.bpmn} and the code share. */
public final class RestraintProcess {

    /** Its timers go on while the flight is suspended: {@code TimersOfFlights} knows it by this name. */
    static final String KEY = "restraint";

    /** Which of the flight's. */
    static final Variable<Long> NUMBER = Variable.number("restraint");

    /** Instants as ISO text, for the timers and the due date that Tasklist shows. */
    static final Variable<String> REVIEW_DUE = Variable.text("reviewDue");

    static final Variable<String> REVIEW_OVERDUE = Variable.text("reviewOverdue");

    static final Variable<Boolean> ENDED = Variable.flag("restraintEnded");

    private RestraintProcess() {}
}
