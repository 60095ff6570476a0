package org.jointflights.application.accounts;

import java.time.Clock;
import java.util.List;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.application.work.Trail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.accounts.Claim;
import org.jointflights.domain.accounts.FinalAccounts;
import org.jointflights.domain.accounts.FinalCost;
import org.jointflights.domain.accounts.Ledger;
import org.jointflights.domain.accounts.Posting;
import org.jointflights.domain.accounts.Statement;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.GrantRule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the next version of a flight's accounts from its certified claims. */
@Service
@Transactional
public class ComputeAccounts {

    private final Claims claims;
    private final Postings postings;
    private final Statements statements;
    private final FinancialDecisions decisions;
    private final AgreedCosts agreed;
    private final Trail trail;
    private final Clock clock;

    ComputeAccounts(
            Claims claims,
            Postings postings,
            Statements statements,
            FinancialDecisions decisions,
            AgreedCosts agreed,
            Trail trail,
            Clock clock) {
        this.claims = claims;
        this.postings = postings;
        this.statements = statements;
        this.decisions = decisions;
        this.agreed = agreed;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The version made. What an earlier version posted and is no longer right is reversed, never allocated anew. Throws
     * {@link Conflict} while a claim waits to be certified, and {@link IllegalStateException} should the postings not
     * add up to zero.
     */
    public int compute(OperationReference reference) {
        List<Claim> counted =
                claims.of(reference).stream().filter(Claim::counts).toList();
        counted.stream()
                .filter(claim -> claim.certification() == null)
                .findFirst()
                .ifPresent(claim -> {
                    throw Conflict.of("accounts.claim.notCertified", claim.id(), reference);
                });
        List<FinalCost> costs = agreed.costs(reference, counted);
        List<GrantRule> terms = decisions.of(reference).stream()
                .filter(FinancialDecision::isSigned)
                .map(GrantRule::of)
                .toList();
        Ledger before = new Ledger(postings.of(reference));
        int version = statements.current(reference).map(Statement::version).orElse(0) + 1;
        List<Posting> entries =
                before.toBecome(FinalAccounts.of(costs, terms, agreed.frame(reference, costs)), version);
        postings.add(reference, entries);
        new Ledger(postings.of(reference)).requireZero();
        statements.add(reference, version, clock.instant());
        trail.record(reference, "trail.accounts.computed", version, entries.size());
        return version;
    }
}
