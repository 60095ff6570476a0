package org.jointflights.application.settlement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.VoucherFile;

/** The files of vouchers, beside the claims that they show. */
public interface VoucherFiles {

    /**
     * Keeps it with its bytes; its number. Throws {@link org.jointflights.domain.Conflict} if the claim was certified or withdrawn
     * meanwhile.
     */
    long add(VoucherFile file, byte[] content);

    /** All of a flight's claims in the order in which they were added, those that were taken away too. */
    List<VoucherFile> of(OperationReference reference);

    /** The bytes; nothing where it was taken away, or its time is over. */
    Optional<byte[]> content(long id);

    /**
     * Takes its bytes and its name away. Throws {@link org.jointflights.domain.Conflict} if the claim was certified or withdrawn
     * meanwhile.
     */
    void takeAway(VoucherFile file, String person, Instant at);

    /** The flights that have files and whose accounts were closed before then, and not opened since. */
    List<OperationReference> ofAccountsClosedBefore(Instant then);

    /** Erases the names and the bytes of a flight's files; how many there were. */
    int erase(OperationReference reference);
}
