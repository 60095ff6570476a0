package org.jointflights.persistence.funding;

import java.util.List;
import java.util.function.Function;
import org.jointflights.application.ReadOnce;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.funding.FinancialDecision;
import org.springframework.stereotype.Component;

/** The decisions that a transaction has read: of no use any more once one of them, a version or a signature was written. */
@Component
public class KnownDecisions {

    private final ReadOnce<OperationReference, List<FinancialDecision>> known = new ReadOnce<>();

    List<FinancialDecision> get(
            OperationReference reference, Function<OperationReference, List<FinancialDecision>> read) {
        return known.get(reference, read);
    }

    /** Something was written that decides whether they are signed. */
    public void forget(OperationReference reference) {
        known.forget(reference);
    }
}
