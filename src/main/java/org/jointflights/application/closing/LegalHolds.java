package org.jointflights.application.closing;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.LegalHold;

/** What keeps the texts of flights from being erased. */
public interface LegalHolds {

    /** Those that stand, the oldest first. */
    List<LegalHold> of(OperationReference reference);

    /** Whether anything keeps them: such a hold, or a serious incident or a complaint that is open. */
    boolean stand(OperationReference reference);

    /** The reason is erased with all others once the hold is lifted. */
    void set(LegalHold hold, String reason);

    void lift(LegalHold hold, String by, Instant at);
}
