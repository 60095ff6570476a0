package org.jointflights.application.operation;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.GateAnswer;

/** All answers to gates. Those given before an operation was recalled are kept, but no longer count. */
public interface GateAnswers {

    /** Adds it to the operation that is under way; its number, which no other answer has. */
    long add(GateAnswer answer);

    /** Of the operation under way or the last one, the oldest first. */
    List<GateAnswer> of(OperationReference reference);
}
