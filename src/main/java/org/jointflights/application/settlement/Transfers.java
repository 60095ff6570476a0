package org.jointflights.application.settlement;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.Transfer;

/** Who pays whom when the accounts of a flight are signed. */
public interface Transfers {

    /** Those that are neither paid nor waived. */
    default List<Transfer> open(OperationReference reference) {
        return of(reference).stream().filter(Transfer::isOpen).toList();
    }

    /** In the order in which they were planned. */
    List<Transfer> of(OperationReference reference);

    /** Throws {@link org.jointflights.domain.Unknown} if there is none. */
    Transfer get(long id);

    /** Whether it follows from a recovery order and not from the accounts. */
    boolean followsFromRecovery(long id);

    /** Keeps a new transfer; its id is given here. */
    void add(Transfer transfer);

    /** The same of several, in this order. */
    default void add(List<Transfer> transfers) {
        transfers.forEach(this::add);
    }

    /** Throws {@link org.jointflights.domain.Conflict} if it was settled already. */
    void settled(long id, Transfer.Settled settled);
}
