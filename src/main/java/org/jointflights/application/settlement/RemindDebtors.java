package org.jointflights.application.settlement;

import java.util.stream.Stream;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Those that still owe; once for every transfer. What is netted is due on another day, of which its netting reminds. */
@Service
class RemindDebtors implements Reminder {

    private final Transfers transfers;

    RemindDebtors(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public Stream<Call> calls(OperationReference reference, @Nullable Party party) {
        return transfers.open(reference).stream()
                .filter(transfer -> transfer.netting() == null)
                .map(transfer -> new Call(
                        Role.FINANCE.groupOf(transfer.debtor()),
                        "transfer-due/" + transfer.id(),
                        Sentence.of(
                                "notice.paymentDue",
                                reference,
                                transfer.amount(),
                                new PartyName(transfer.creditor()))));
    }
}
