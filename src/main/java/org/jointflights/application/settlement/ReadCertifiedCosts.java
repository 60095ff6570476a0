package org.jointflights.application.settlement;

import java.util.List;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.FinalCost;
import org.springframework.stereotype.Component;

/** What a flight's accounts are made of: certified costs, signed decisions, and the frame that was agreed. */
@Component
class ReadCertifiedCosts {

    private final Claims claims;
    private final FinancialDecisions decisions;
    private final SignedVersions versions;
    private final ReadAgreedCosts agreed;

    ReadCertifiedCosts(Claims claims, FinancialDecisions decisions, SignedVersions versions, ReadAgreedCosts agreed) {
        this.claims = claims;
        this.decisions = decisions;
        this.versions = versions;
        this.agreed = agreed;
    }

    record Basis(List<FinalCost> costs, List<GrantRule> rules, CostInput frame) {}

    /** Throws {@link Conflict} while a claim waits to be certified, and if a decision is not the one that was signed. */
    Basis of(OperationReference reference) {
        List<Claim> counted =
                claims.of(reference).stream().filter(Claim::counts).toList();
        counted.stream()
                .filter(claim -> claim.certification() == null)
                .findFirst()
                .ifPresent(claim -> {
                    throw Conflict.of("settlement.claim.notCertified", claim.id(), reference);
                });
        List<FinalCost> costs = agreed.costs(reference, counted);
        List<GrantRule> rules =
                signedDecisions(reference).stream().map(GrantRule::of).toList();
        return new Basis(costs, rules, agreed.frame(reference, costs));
    }

    private List<FinancialDecision> signedDecisions(OperationReference reference) {
        List<FinancialDecision> signed = decisions.of(reference).stream()
                .filter(FinancialDecision::isSigned)
                .toList();
        versions.current(reference)
                .ifPresent(version -> signed.forEach(decision -> {
                    if (!version.holds(decision)) {
                        throw Conflict.of(
                                "approval.decision.notAsSigned", decision.beneficiary(), version.number(), reference);
                    }
                }));
        return signed;
    }
}
