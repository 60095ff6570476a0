package org.jointflights.process.operation;

import org.jointflights.domain.operation.GatePoint;
import org.jointflights.process.engine.Variable;

/** The names that {@code flightOperation.bpmn} and the code share. */
public final class OperationProcess {

    static final String KEY = "flightOperation";

    /** Messages, one per receiver; the business key is the reference. */
    public static final String RECALLED_MESSAGE = "operationRecalled";

    static final String ENDED_MESSAGE = "operationEnded";

    static final String STATE_WITHDREW_MESSAGE = "operationStateWithdrew";

    /** The aircraft turned back, or the destination let nobody in. */
    static final String ABORTED_ERROR = "operationAborted";

    /** The point of the count-down. */
    static final Variable<GatePoint> POINT = Variable.text("point").as(GatePoint::name, GatePoint::valueOf);

    /** The group that a gate task is for. */
    static final Variable<String> ASKED = Variable.text("asked");

    /** Where the aircraft stands, as a place on the route; 0 until it has left. */
    static final Variable<Integer> STOP = Variable.number("stop").as(Integer::longValue, Long::intValue);

    /** Instants as ISO text, for the timers. */
    static final Variable<String> GATE_OPENS_AT = Variable.text("gateOpensAt");

    static final Variable<String> BOARDING_OPENS_AT = Variable.text("boardingOpensAt");

    /** Likewise, for the due dates that Tasklist shows. */
    static final Variable<String> GATES_DUE_AT = Variable.text("gatesDueAt");

    static final Variable<String> DEPARTURE_DUE_AT = Variable.text("departureDueAt");

    static final Variable<String> LANDING_WARNED_AT = Variable.text("landingWarnedAt");

    static final Variable<String> LANDING_OVERDUE_AT = Variable.text("landingOverdueAt");

    static final Variable<String> LAST_CALL_ENDS_AT = Variable.text("lastCallEndsAt");

    static final Variable<String> STOPOVER_ENDS_AT = Variable.text("stopoverEndsAt");

    static final Variable<String> RETURN_DUE_AT = Variable.text("returnDueAt");

    static final Variable<Boolean> GATES_CONFIRMED = Variable.flag("gatesConfirmed");
    static final Variable<Boolean> DEPARTED = Variable.flag("departed");
    static final Variable<Boolean> LANDED = Variable.flag("landed");
    static final Variable<Boolean> LAST_CALLS_CLEAR = Variable.flag("lastCallsClear");

    /** Not every group has said whether the hand-over is stopped. */
    static final Variable<Boolean> LAST_CALL_OPEN = Variable.flag("lastCallOpen");

    static final Variable<Boolean> LAST_STOP = Variable.flag("lastStop");

    /** The two outcomes that the calling process reads; both false: aborted. */
    static final Variable<Boolean> FLOWN = Variable.flag("flown");

    static final Variable<Boolean> RECALLED = Variable.flag("recalled");

    private OperationProcess() {}
}
