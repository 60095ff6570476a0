package org.jointflights.application.settlement;

import java.time.Clock;
import java.util.List;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.FinalAccounts;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.springframework.stereotype.Component;

/**
 * The final posting of a flight's shares: only here does the carry of earlier flights count, after all have signed what
 * was worked out without it.
 */
@Component
class PostShares {

    private final CarryBook book;
    private final ReadCertifiedCosts certified;
    private final Postings postings;
    private final WriteTrail trail;
    private final Clock clock;

    PostShares(CarryBook book, ReadCertifiedCosts certified, Postings postings, WriteTrail trail, Clock clock) {
        this.book = book;
        this.certified = certified;
        this.postings = postings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Throws {@link IllegalStateException} unless the shares that stand are those of the certified claims. */
    void post(OperationReference reference, int version) {
        ReadCertifiedCosts.Basis basis = certified.of(reference);
        FinalAccounts.Posted posted = FinalAccounts.post(basis.costs(), basis.rules(), basis.frame(), book.lock());
        List<Posting> entries = new Ledger(postings.of(reference)).toPost(posted.shares(), version);
        postings.add(reference, entries, clock.instant());
        List<FinalShare> carried =
                posted.shares().stream().filter(FinalShare::matters).toList();
        book.post(new FinalPosting(reference, version, clock.instant(), carried), posted.accounts());
        trail.record(reference, TrailEvent.ACCOUNTS_POSTED, version, entries.size());
    }
}
