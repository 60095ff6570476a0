package org.jointflights.application.settlement;

import java.util.List;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a settlement when nothing is owed any more. */
@Service
@Transactional
public class CloseAccounts {

    private final Postings postings;
    private final Transfers transfers;
    private final SignStatements signatures;
    private final WriteTrail trail;

    CloseAccounts(Postings postings, Transfers transfers, SignStatements signatures, WriteTrail trail) {
        this.postings = postings;
        this.transfers = transfers;
        this.signatures = signatures;
        this.trail = trail;
    }

    /**
     * Throws {@link Conflict} while anybody owes anybody anything that its creditor has not waived, and if the accounts are
     * not those that were signed.
     */
    public void close(OperationReference reference) {
        signatures.requireTrue(reference);
        Ledger ledger = new Ledger(postings.of(reference));
        ledger.requireZero();
        List<Transfer> open = transfers.open(reference);
        if (!signatures.everybodySigned(reference) || !open.isEmpty() || !ledger.isEven()) {
            throw Conflict.of("settlement.stillOpen", reference, open.size());
        }
        trail.record(reference, TrailEvent.ACCOUNTS_CLOSED);
    }
}
