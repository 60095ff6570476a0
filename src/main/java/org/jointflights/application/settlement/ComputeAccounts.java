package org.jointflights.application.settlement;

import java.time.Clock;
import java.util.List;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.FinalAccounts;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the next version of a flight's accounts from its certified claims. */
@Service
@Transactional
public class ComputeAccounts {

    private final ReadCertifiedCosts certified;
    private final Postings postings;
    private final Statements statements;
    private final CarryBook book;
    private final WriteTrail trail;
    private final Clock clock;

    ComputeAccounts(
            ReadCertifiedCosts certified,
            Postings postings,
            Statements statements,
            CarryBook book,
            WriteTrail trail,
            Clock clock) {
        this.certified = certified;
        this.postings = postings;
        this.statements = statements;
        this.book = book;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The version made. What an earlier version posted and is no longer right is reversed, never allocated anew. Throws
     * {@link Conflict} while a claim waits to be certified and once the shares are finally posted, and
     * {@link IllegalStateException} should the postings not add up to zero.
     */
    public int compute(OperationReference reference) {
        if (book.of(reference).isPresent()) {
            throw Conflict.of("settlement.posted", reference);
        }
        ReadCertifiedCosts.Basis basis = certified.of(reference);
        Ledger before = new Ledger(postings.of(reference));
        int version = statements.current(reference).map(Statement::version).orElse(0) + 1;
        List<Posting> entries = before.toBecome(FinalAccounts.of(basis.costs(), basis.rules(), basis.frame()), version);
        postings.add(reference, entries, clock.instant());
        Ledger after = new Ledger(postings.of(reference));
        after.requireZero();
        statements.add(Statement.computed(reference, version, clock.instant(), after.postings()));
        trail.record(reference, TrailEvent.ACCOUNTS_COMPUTED, version, entries.size());
        return version;
    }
}
