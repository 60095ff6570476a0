package org.jointflights.application.operation;

import java.time.Instant;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;

/** Each time a flight's operation was opened: a flight that was recalled begins anew, with every gate unanswered. */
public interface OperationRuns {

    /** Opens the next one. */
    void open(OperationReference reference, Instant now);

    void departed(OperationReference reference, Instant now);

    void ended(OperationReference reference, Outcome outcome, Instant now);

    /** The one under way, or the last one. */
    Optional<Run> latest(OperationReference reference);

    /** One operation: counted from 1; when it was opened and departed; how it ended. */
    record Run(
            int number,
            Instant opened,
            @Nullable Instant departed,
            @Nullable Outcome outcome) {}

    /** How an operation can end. */
    enum Outcome {
        FLOWN,
        RECALLED,
        /** Turned back without a hand-over; each state takes back its own people. */
        ABORTED,
        /** The destination let nobody in; each state takes back its own people at its own cost. */
        REFUSED_ON_ARRIVAL
    }
}
