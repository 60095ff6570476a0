package org.jointflights.application.settlement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Balances;
import org.jointflights.domain.settlement.Corrections;
import org.jointflights.domain.settlement.FinalAccounts.Draft;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.stereotype.Component;

/** Closed accounts, and what is posted beside them when a part of a claim was wrong: nothing that was signed is touched. */
@Component
public class CorrectedAccounts {

    private final ReadCertifiedCosts certified;
    private final Postings postings;
    private final Statements statements;
    private final Transfers transfers;
    private final TrailEntries told;
    private final Clock clock;

    CorrectedAccounts(
            ReadCertifiedCosts certified,
            Postings postings,
            Statements statements,
            Transfers transfers,
            TrailEntries told,
            Clock clock) {
        this.certified = certified;
        this.postings = postings;
        this.statements = statements;
        this.transfers = transfers;
        this.told = told;
        this.clock = clock;
    }

    /** What was posted, from the first to the last number, and the transfers that follow from it. */
    public record Posted(int first, int last, List<Long> transfers) {

        public Posted {
            transfers = List.copyOf(transfers);
        }
    }

    /** Throws {@link Conflict} unless the accounts are signed, paid and closed. */
    public void requireClosed(OperationReference reference) {
        if (told.of(reference).stream().noneMatch(entry -> entry.event() == TrailEvent.ACCOUNTS_CLOSED)) {
            throw Conflict.of("recovery.notClosed", reference);
        }
    }

    /** What comes out without what was wrong; the maps say how much of which claim that was before and is now. */
    public List<Draft> drafts(OperationReference reference, Map<Long, Money> before, Map<Long, Money> after) {
        ReadCertifiedCosts.Basis basis = certified.of(reference);
        return Corrections.of(basis.costs(), basis.rules(), basis.frame(), before, after);
    }

    /** Posts it and plans the fewest transfers within each fund and currency. Throws {@link Conflict} unless the accounts are closed. */
    public Posted post(OperationReference reference, Map<Long, Money> before, Map<Long, Money> after) {
        requireClosed(reference);
        Ledger ledger = new Ledger(postings.of(reference));
        List<Posting> entries = ledger.toCorrect(drafts(reference, before, after), version(reference));
        postings.add(reference, entries, clock.instant());
        Balances balances = new Balances();
        entries.forEach(posting -> balances.add(posting.fund(), posting.party(), posting.amount()));
        List<Long> known = ids(reference);
        transfers.add(balances.dues().stream()
                .map(due -> new Transfer(0, reference, due.fund(), due.debtor(), due.creditor(), due.amount(), null))
                .toList());
        new Ledger(postings.of(reference)).requireZero();
        List<Long> planned = new ArrayList<>(ids(reference));
        planned.removeAll(known);
        int first = ledger.postings().size() + 1;
        return new Posted(first, first + entries.size() - 1, planned);
    }

    /** Posts both sides of what settles a transfer, in this order. */
    public void settle(Transfer transfer, Transfer.Settled settled, List<Side> sides) {
        transfers.settled(transfer.id(), settled);
        OperationReference reference = transfer.reference();
        int version = version(reference);
        int number = postings.of(reference).size();
        List<Posting> entries = new ArrayList<>();
        for (Side side : sides) {
            for (Party party : List.of(transfer.debtor(), transfer.creditor())) {
                boolean owes = party.equals(transfer.debtor());
                number++;
                entries.add(side.posting(transfer.id(), transfer.fund(), number, version, party, owes));
            }
        }
        postings.add(reference, entries, clock.instant());
        new Ledger(postings.of(reference)).requireZero();
    }

    /**
     * What is posted on the debtor's account, and its opposite on the creditor's.
     *
     * @param exact before rounding, in smallest units
     */
    public record Side(Posting.Kind kind, Money debtor, String exact, Sentence why) {

        private Posting posting(long transfer, Fund fund, int number, int version, Party party, boolean owes) {
            return new Posting(
                    number,
                    version,
                    null,
                    transfer,
                    fund,
                    kind,
                    party,
                    owes ? debtor : debtor.negated(),
                    exact,
                    "",
                    why,
                    null);
        }
    }

    private List<Long> ids(OperationReference reference) {
        return transfers.of(reference).stream().map(Transfer::id).toList();
    }

    private int version(OperationReference reference) {
        return statements
                .current(reference)
                .map(Statement::version)
                .orElseThrow(() -> Conflict.of("settlement.statement.none", reference));
    }
}
