package org.jointflights.application.settlement;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;

/** Transfers without a database. */
public final class InMemoryTransfers implements Transfers {

    private final SortedMap<Long, Transfer> transfers = new TreeMap<>();

    @Override
    public List<Transfer> of(OperationReference reference) {
        return transfers.values().stream()
                .filter(transfer -> transfer.reference().equals(reference))
                .toList();
    }

    @Override
    public Transfer get(long id) {
        return Optional.ofNullable(transfers.get(id)).orElseThrow(() -> Unknown.of("settlement.transfer.unknown", id));
    }

    /** There are no recovery orders here. */
    @Override
    public boolean followsFromRecovery(long id) {
        return false;
    }

    @Override
    public void add(Transfer transfer) {
        put(transfers.size() + 1L, transfer, null);
    }

    @Override
    public void settled(long id, Transfer.Settled settled) {
        Transfer transfer = get(id);
        if (!transfer.isOpen()) {
            throw Conflict.of("settlement.transfer.settled", id);
        }
        put(id, transfer, settled);
    }

    private void put(long id, Transfer transfer, Transfer.@Nullable Settled settled) {
        transfers.put(
                id,
                new Transfer(
                        id,
                        transfer.reference(),
                        transfer.fund(),
                        transfer.debtor(),
                        transfer.creditor(),
                        transfer.amount(),
                        settled));
    }
}
