package org.jointflights.application.funding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.funding.FinancialDecision;

/** Financial decisions without a database; what is signed lies with the versions. */
public final class InMemoryFinancialDecisions implements FinancialDecisions {

    private final SignedVersions versions;
    private final Map<OperationReference, Map<Party, FinancialDecision>> decisions = new HashMap<>();

    public InMemoryFinancialDecisions(SignedVersions versions) {
        this.versions = versions;
    }

    @Override
    public List<FinancialDecision> of(OperationReference reference) {
        return all(reference).values().stream()
                .map(decision -> new FinancialDecision(
                        reference,
                        decision.beneficiary(),
                        decision.declared(),
                        decision.terms(),
                        decision.ceiling(),
                        decision.categories(),
                        isSigned(decision, SigningRole.DECISION_FOR_FRONTEX),
                        isSigned(decision, SigningRole.DECISION_FOR_STATE)))
                .toList();
    }

    @Override
    public void put(FinancialDecision decision) {
        all(decision.reference()).put(decision.beneficiary(), decision);
    }

    @Override
    public void remove(OperationReference reference, Party beneficiary) {
        all(reference).remove(beneficiary);
    }

    private boolean isSigned(FinancialDecision decision, SigningRole role) {
        List<StoredVersion> all = versions.of(decision.reference());
        if (all.isEmpty() || all.get(all.size() - 1).voidedFor() != null) {
            return false;
        }
        StoredVersion newest = all.get(all.size() - 1);
        return versions.signatures(decision.reference()).stream()
                .filter(Signature::counts)
                .anyMatch(signature -> signature.version() == newest.number()
                        && signature.hash().equals(newest.hash())
                        && signature.role() == role
                        && decision.beneficiary().equals(signature.party()));
    }

    private Map<Party, FinancialDecision> all(OperationReference reference) {
        return decisions.computeIfAbsent(reference, first -> new TreeMap<>());
    }
}
