package org.jointflights.application.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.settlement.Books;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.Obligation;
import org.jointflights.domain.settlement.Due;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The transfers that follow from the accounts of flights; the step of the flight's work that waits for the creditor takes the bank's word. */
@Component
@Order(1)
class TransferObligations implements Obligations {

    private final Books books;
    private final Transfers transfers;
    private final PaymentWorkflow workflow;

    TransferObligations(Books books, Transfers transfers, PaymentWorkflow workflow) {
        this.books = books;
        this.transfers = transfers;
        this.workflow = workflow;
    }

    @Override
    public List<Owed> owedBy(Party debtor) {
        List<Owed> owed = new ArrayList<>();
        for (Ledger.Pot pot : books.accounts().getOrDefault(debtor, Set.of())) {
            books.unsettled(debtor, pot).stream()
                    .filter(open ->
                            !open.isRecovery() && open.transfer().debtor().equals(debtor))
                    .forEach(open -> owed.add(new Owed(obligation(open.transfer()), open.payable(), null)));
        }
        return owed;
    }

    @Override
    public Optional<Obligation> named(EndToEnd id) {
        if (!(id instanceof EndToEnd.OfTransfer of) || transfers.followsFromRecovery(of.transfer())) {
            return Optional.empty();
        }
        try {
            Transfer transfer = transfers.get(of.transfer());
            return transfer.reference().equals(of.reference()) ? Optional.of(obligation(transfer)) : Optional.empty();
        } catch (Unknown none) {
            return Optional.empty();
        }
    }

    @Override
    public void arrived(Obligation owed, LocalDate valueDate, String bankReference) {
        EndToEnd.OfTransfer of = (EndToEnd.OfTransfer) owed.id();
        workflow.arrived(transfers.get(of.transfer()), valueDate, bankReference);
    }

    private static Obligation obligation(Transfer transfer) {
        return new Obligation(
                EndToEnd.of(transfer),
                new TreeSet<>(Set.of(transfer.reference())),
                new Due(transfer.fund(), transfer.debtor(), transfer.creditor(), transfer.amount()),
                null,
                transfer.netting(),
                transfer.isOpen());
    }
}
