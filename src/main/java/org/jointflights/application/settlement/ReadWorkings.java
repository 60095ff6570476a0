package org.jointflights.application.settlement;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.settlement.FinalCost;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a flight's accounts follow from, so that a file can show the way and not only the result. */
@Service
@Transactional(readOnly = true)
public class ReadWorkings {

    private final ReadCertifiedCosts certified;

    ReadWorkings(ReadCertifiedCosts certified) {
        this.certified = certified;
    }

    /**
     * Of accounts that the reader has been given. Throws {@link org.jointflights.domain.Conflict} if a financial decision is
     * not the one that was signed.
     */
    public Workings of(FlightAccounts accounts) {
        OperationReference reference = accounts.reference();
        boolean waiting = accounts.claims().stream().anyMatch(claim -> claim.counts() && claim.certification() == null);
        if (waiting || accounts.ledger().postings().isEmpty()) {
            return Workings.NONE;
        }
        ReadCertifiedCosts.Basis basis = certified.of(reference);
        List<CostItem> items = basis.costs().stream().map(FinalCost::item).toList();
        return new Workings(basis.costs(), basis.rules(), basis.frame().with(items));
    }
}
