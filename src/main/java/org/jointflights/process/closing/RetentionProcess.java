package org.jointflights.process.closing;

import org.jointflights.process.engine.Variable;

/** The names that {@code retention.bpmn} and the code share. */
public final class RetentionProcess {

    static final String HOLDS_LIFTED = "holdsLifted";

    /** An instant as ISO text, for the timer. */
    static final Variable<String> ERASE_AT = Variable.text("eraseAt");

    static final Variable<Boolean> ERASED = Variable.flag("erased");

    private RetentionProcess() {}
}
