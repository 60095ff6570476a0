package org.jointflights.application.settlement;

import java.time.Clock;
import java.time.Instant;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.settlement.Balances;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From signed accounts to who pays whom, and by when. */
@Service
@Transactional
public class PlanTransfers {

    private final Postings postings;
    private final Transfers transfers;
    private final CarryBook book;
    private final PostShares shares;
    private final SignStatements signatures;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    PlanTransfers(
            Postings postings,
            Transfers transfers,
            CarryBook book,
            PostShares shares,
            SignStatements signatures,
            WriteTrail trail,
            WriteNotices notices,
            Clock clock) {
        this.postings = postings;
        this.transfers = transfers;
        this.book = book;
        this.shares = shares;
        this.signatures = signatures;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Posts the final shares and plans the fewest transfers, each within one fund and currency; when they are due. A
     * second call changes nothing. Throws {@link Conflict} unless every party has signed exactly these accounts.
     */
    public Instant plan(OperationReference reference) {
        if (!signatures.everybodySigned(reference)) {
            throw Conflict.of("settlement.notSigned", reference, signatures.toSign(reference));
        }
        if (transfers.of(reference).isEmpty() && book.of(reference).isEmpty()) {
            signatures.requireTrue(reference);
            shares.post(reference, signatures.current(reference).version());
            Ledger ledger = new Ledger(postings.of(reference));
            ledger.requireZero();
            Balances balances = new Balances();
            ledger.postings().forEach(posting -> balances.add(posting.fund(), posting.party(), posting.amount()));
            transfers.add(balances.dues().stream()
                    .map(due ->
                            new Transfer(0, reference, due.fund(), due.debtor(), due.creditor(), due.amount(), null))
                    .toList());
            trail.record(
                    reference,
                    TrailEvent.ACCOUNTS_TRANSFERS,
                    transfers.of(reference).size());
        }
        for (Transfer transfer : transfers.of(reference)) {
            notices.send(
                    reference,
                    Role.FINANCE.groupOf(transfer.debtor()),
                    "transfer/" + transfer.id(),
                    "notice.pay",
                    reference,
                    transfer.amount(),
                    new PartyName(transfer.creditor()));
        }
        return Deadlines.paying(clock.instant());
    }
}
