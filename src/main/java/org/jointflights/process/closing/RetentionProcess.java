package org.jointflights.process.closing;

import org.jointflights.process.engine.Variable;

/** The names that {@code retention.bpmn}, the close of {@code jointFlight.bpmn} and the code share. */
public final class RetentionProcess {

    static final String HOLDS_LIFTED = "holdsLifted";

    /** An instant as ISO text, for the timer. */
    static final Variable<String> ERASE_AT = Variable.text("eraseAt");

    static final Variable<Boolean> ERASED = Variable.flag("erased");

    /** Of the whole flight: whether it could be closed, or a serious incident is open. */
    static final Variable<Boolean> CLOSED = Variable.flag("closed");

    private RetentionProcess() {}
}
