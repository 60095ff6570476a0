package org.jointflights.application.costs;

import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;

/** Every split of every flight, with the parties' answers; the newest is the current one. */
public interface Splits {

    Optional<Split> current(OperationReference reference);

    /** All of a flight, the oldest first. */
    List<Split> of(OperationReference reference);

    void add(Split split);

    void mark(OperationReference reference, int number, Split.Status status);

    /** The answers to one split, in the order of the parties' codes. */
    List<ShareAnswer> answers(OperationReference reference, int number);

    /** Throws {@link org.jointflights.domain.Conflict} if the party has answered this split already. */
    void answer(OperationReference reference, int number, ShareAnswer answer);
}
