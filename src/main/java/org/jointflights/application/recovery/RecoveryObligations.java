package org.jointflights.application.recovery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.banking.Obligations;
import org.jointflights.application.settlement.Books;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.Obligation;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.settlement.Due;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The transfers that follow from recovery orders: with interest where they come late. */
@Component
@Order(2)
class RecoveryObligations implements Obligations {

    private final Books books;
    private final Recoveries recoveries;
    private final ReferenceRates rates;
    private final SettleRecovery settling;

    RecoveryObligations(Books books, Recoveries recoveries, ReferenceRates rates, SettleRecovery settling) {
        this.books = books;
        this.recoveries = recoveries;
        this.rates = rates;
        this.settling = settling;
    }

    @Override
    public List<Owed> owedBy(Party debtor) {
        List<Owed> owed = new ArrayList<>();
        for (Ledger.Pot pot : books.accounts().getOrDefault(debtor, Set.of())) {
            for (Books.Unsettled open : books.unsettled(debtor, pot)) {
                if (open.isRecovery() && open.transfer().debtor().equals(debtor)) {
                    LocalDate due = Objects.requireNonNull(open.due());
                    owed.add(new Owed(obligation(open.transfer(), due), open.payable(), due));
                }
            }
        }
        return owed;
    }

    @Override
    public Optional<Obligation> named(EndToEnd id) {
        return order(id).map(order -> obligation(order.transfer(number(id)), order.due()));
    }

    @Override
    public void arrived(Obligation owed, LocalDate valueDate, String bankReference) {
        settling.confirm(
                order(owed.id()).orElseThrow().id(),
                number(owed.id()),
                Obligations.typed(owed, valueDate, bankReference));
    }

    private Optional<RecoveryOrder> order(EndToEnd id) {
        return id instanceof EndToEnd.OfTransfer of
                ? recoveries.of(of.reference()).stream()
                        .filter(order -> order.transfers().stream().anyMatch(one -> one.id() == of.transfer()))
                        .findFirst()
                : Optional.empty();
    }

    private static long number(EndToEnd id) {
        return ((EndToEnd.OfTransfer) id).transfer();
    }

    private Obligation obligation(Transfer transfer, LocalDate due) {
        return new Obligation(
                EndToEnd.of(transfer),
                new TreeSet<>(Set.of(transfer.reference())),
                new Due(transfer.fund(), transfer.debtor(), transfer.creditor(), transfer.amount()),
                new Obligation.Late(due, rates.find(YearMonth.from(due)).orElse(null)),
                transfer.netting(),
                transfer.isOpen());
    }
}
