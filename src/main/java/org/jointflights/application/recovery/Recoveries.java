package org.jointflights.application.recovery;

import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.recovery.FoundError;
import org.jointflights.domain.recovery.RecoveryOrder;

/** All recovery orders, and the findings that they follow from. */
public interface Recoveries {

    /** The findings that count, of flights whose accounts are closed, from which no order follows; the oldest first. */
    List<FoundError> toRecover();

    /** The finding that counts of a claim of a sample; nothing where the last one says that nothing is wrong. */
    Optional<FoundError> counting(long sample, long claim);

    /** The newest first. */
    List<RecoveryOrder> all();

    /** Of one flight, the oldest first. */
    List<RecoveryOrder> of(OperationReference reference);

    /** Throws {@link org.jointflights.domain.Unknown} if there is none. */
    RecoveryOrder get(long id);

    /** Its number. Throws {@link org.jointflights.domain.Conflict} if one follows from that finding already. */
    long add(RecoveryOrder order);

    /** Throws {@link org.jointflights.domain.Conflict} if it was answered before. */
    void answered(long id, RecoveryOrder.Answer answer);

    /** With the transfers that follow from it. Throws {@link org.jointflights.domain.Conflict} if it was decided before. */
    void decided(long id, RecoveryOrder.Decision decision, List<Long> transfers);
}
