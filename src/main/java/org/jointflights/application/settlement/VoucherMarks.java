package org.jointflights.application.settlement;

import java.util.Collection;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.settlement.VoucherMark;

/** By what the voucher of each claim is known again, over all flights. */
public interface VoucherMarks {

    void add(long claim, Collection<VoucherMark> marks);

    void remove(long claim, Collection<VoucherMark> marks);

    /** Which claims of a flight share a mark with another claim, of any flight, when both count. */
    List<Shared> shared(OperationReference reference);

    /** The same of claims whose marks only make somebody look twice, and that share no other. */
    List<Shared> alike(OperationReference reference);

    /**
     * The claim is certified and its voucher with it: nobody else's is any more. Throws
     * {@link org.jointflights.domain.Conflict} if another claim with one of its marks is certified already.
     */
    void hold(long claim);

    /**
     * Two claims that show the same payment.
     *
     * @param claim the one of the flight that was asked for
     */
    record Shared(long claim, long other, OperationReference otherFlight, Party otherClaimant) {}
}
