package org.jointflights.application.funding;

import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.FinancialDecision;

/** The financial decisions of all flights, at most one for a beneficiary. */
public interface FinancialDecisions {

    /** In the order of the beneficiaries' codes. */
    List<FinancialDecision> of(OperationReference reference);

    /** Keeps fund, rate and ceiling; whether it is signed follows from the signatures on the current version. */
    void put(FinancialDecision decision);

    /** The same of several. */
    default void put(List<FinancialDecision> decisions) {
        decisions.forEach(this::put);
    }

    void remove(OperationReference reference, Party beneficiary);
}
