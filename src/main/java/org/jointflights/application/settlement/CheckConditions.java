package org.jointflights.application.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.FinancialDecision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The conditions on which a fund pays a state for a flight (G9, G13): both sides have signed the decision, in which respect for
 * the Charter of Fundamental Rights is one, and what monitors and incidents owe of reports is there. Grant agreements make
 * respect for the Charter a condition of payment (Regulation (EU) No 1168/2011, Article 1(9)).
 */
@Service
@Transactional(readOnly = true)
public class CheckConditions {

    private final OwedReports reports;
    private final FinancialDecisions decisions;

    CheckConditions(OwedReports reports, FinancialDecisions decisions) {
        this.reports = reports;
        this.decisions = decisions;
    }

    /** How the conditions stand, for whoever certifies. */
    public Sentence sentence(OperationReference reference, Party claimant) {
        if (decision(reference, claimant).isEmpty()) {
            return Sentence.of("settlement.condition.none", claimant);
        }
        List<Sentence> missing = missing(reference, claimant);
        return missing.stream()
                .reduce((one, next) -> Sentence.of("settlement.condition.and", one, next))
                .map(all -> Sentence.of("settlement.condition.missing", all))
                .orElseGet(() -> Sentence.of("settlement.condition.met"));
    }

    /** What is missing, in sentences; nothing where all conditions are met or none apply. */
    public List<Sentence> missing(OperationReference reference, Party claimant) {
        FinancialDecision decision = decision(reference, claimant).orElse(null);
        if (decision == null) {
            return List.of();
        }
        List<Sentence> missing = new ArrayList<>();
        if (!decision.isSigned()) {
            missing.add(Sentence.of("settlement.condition.unsigned", claimant));
        }
        List<Party> owing = reports.ofMonitors(reference);
        if (!owing.isEmpty()) {
            missing.add(Sentence.of("settlement.condition.monitors", Party.codes(owing)));
        }
        if (reports.onIncidents(reference)) {
            missing.add(Sentence.of("settlement.condition.incidents"));
        }
        return missing;
    }

    /** Throws {@link Conflict} with the first condition that is not met when a claim is to be found eligible. */
    public void require(OperationReference reference, Party claimant) {
        require("settlement.condition.refused", reference, claimant);
    }

    /** The same when Frontex is to sign accounts with a grant in them: something may have been reported since. */
    public void requireForSigning(OperationReference reference, Party beneficiary) {
        require("settlement.condition.notSigned", reference, beneficiary);
    }

    private void require(String refusal, OperationReference reference, Party claimant) {
        List<Sentence> missing = missing(reference, claimant);
        if (!missing.isEmpty()) {
            throw Conflict.of(refusal, claimant, missing.get(0));
        }
    }

    private Optional<FinancialDecision> decision(OperationReference reference, Party claimant) {
        return decisions.of(reference).stream()
                .filter(decision -> decision.beneficiary().equals(claimant)
                        && !decision.terms().paysNothing())
                .findFirst();
    }
}
