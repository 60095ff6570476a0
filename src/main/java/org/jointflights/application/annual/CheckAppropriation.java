package org.jointflights.application.annual;

import org.jointflights.application.flight.Flights;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.Appropriation;
import org.jointflights.domain.annual.LeftOfYear;
import org.jointflights.domain.funding.FinancialDecision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says, before a financial decision is signed, what the year has left for it. It warns; whoever signs decides. */
@Service
@Transactional(readOnly = true)
public class CheckAppropriation {

    private final Appropriations appropriations;
    private final FundUses uses;
    private final FinancialDecisions decisions;
    private final Flights flights;

    CheckAppropriation(Appropriations appropriations, FundUses uses, FinancialDecisions decisions, Flights flights) {
        this.appropriations = appropriations;
        this.uses = uses;
        this.decisions = decisions;
        this.flights = flights;
    }

    /** Of one state's decision. Throws {@link IllegalArgumentException} if it has none. */
    public LeftOfYear of(OperationReference reference, Party beneficiary) {
        FinancialDecision decision = decisions.of(reference).stream()
                .filter(one -> one.beneficiary().equals(beneficiary))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(beneficiary + " has no decision for " + reference));
        int year = flights.get(reference).lawDate().getYear();
        return new LeftOfYear(
                decision,
                year,
                appropriations
                        .find(decision.fund(), beneficiary, year)
                        .map(Appropriation::amount)
                        .orElse(null),
                uses.committed(decision.fund(), beneficiary, year, reference));
    }
}
