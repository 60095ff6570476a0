package org.jointflights.process.settlement;

import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.settlement.ConfirmPayments;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** The payment that a form is about: who owes whom how much, by when, and all others of the flight. */
@Component
class TransferSheet {

    private final ConfirmPayments payments;
    private final AccountTables tables;
    private final FlightView view;

    TransferSheet(ConfirmPayments payments, AccountTables tables, FlightView view) {
        this.payments = payments;
        this.tables = tables;
        this.view = view;
    }

    static Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(Set.of("transferText", "paymentsDueText", "transferRows"));
        return shown;
    }

    void show(OpenTask task) {
        Transfer transfer = payments.get(task.reference(), task.read(SettlementProcess.TRANSFER));
        view.show(task);
        task.show("transferText", tables.transferText(transfer))
                .showRows("transferRows", tables.transfers(task.reference()));
        showDue(task);
    }

    /** By when it is to be paid, as things stand. */
    void showDue(OpenTask task) {
        task.show("paymentsDueText", AccountTables.day(task.read(SettlementProcess.PAYMENTS_DUE)));
    }
}
