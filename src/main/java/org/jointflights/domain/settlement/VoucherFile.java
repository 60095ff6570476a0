package org.jointflights.domain.settlement;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.file.AttachedFile;
import org.jspecify.annotations.Nullable;

/**
 * The file of a voucher, kept beside the claim that it shows. It is never changed: a wrong one is taken away before the claim is
 * certified, and what is left then is that it was there.
 *
 * @param claim the number of the claim
 * @param file without its bytes; its name is empty once it is taken away or its time is over
 * @param invoice what an XML invoice says of itself, nothing for every other kind
 * @param takenAwayAt when whoever is of the claimant's finance took it away, or nothing while it stands
 */
public record VoucherFile(
        long id,
        OperationReference reference,
        long claim,
        AttachedFile file,
        String addedBy,
        Instant addedAt,
        @Nullable ElectronicInvoice invoice,
        @Nullable Instant takenAwayAt) {

    /** Whether it still shows its claim. */
    public boolean stands() {
        return takenAwayAt == null;
    }

    /** The same under the number that it was given. */
    public VoucherFile numbered(long number) {
        return new VoucherFile(number, reference, claim, file, addedBy, addedAt, invoice, takenAwayAt);
    }
}
