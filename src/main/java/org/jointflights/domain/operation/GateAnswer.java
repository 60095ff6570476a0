package org.jointflights.domain.operation;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to a question. Answers are added and never changed; a stop is lifted by nothing but a later
 * confirmation of the same gate.
 *
 * @param reason why it is stopped; nothing with a confirmation
 * @param evidence what came with a confirmation
 * @param by sign-in name
 */
public record GateAnswer(
        OperationReference reference,
        Question question,
        Verdict verdict,
        @Nullable String reason,
        Evidence evidence,
        String by,
        Instant at) {

    /** An answer to which no evidence belongs. */
    public GateAnswer(
            OperationReference reference,
            Question question,
            Verdict verdict,
            @Nullable String reason,
            String by,
            Instant at) {
        this(reference, question, verdict, reason, Evidence.NONE, by, at);
    }

    /** There are two; whoever does not answer has not confirmed. */
    public enum Verdict {
        CONFIRMED,
        STOP
    }

    public boolean isStop() {
        return verdict == Verdict.STOP;
    }
}
