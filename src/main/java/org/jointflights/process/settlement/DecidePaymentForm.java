package org.jointflights.process.settlement;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.settlement.ConfirmPayments;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A payment that the creditor never confirmed: the manager settles it by other evidence, has both asked again, or waives it. */
@Component
class DecidePaymentForm implements TaskForm {

    private final ConfirmPayments payments;
    private final Transfers transfers;
    private final AccountTables tables;
    private final FlightView view;

    DecidePaymentForm(ConfirmPayments payments, Transfers transfers, AccountTables tables, FlightView view) {
        this.payments = payments;
        this.transfers = transfers;
        this.tables = tables;
        this.view = view;
    }

    private enum Outcome {
        PAID,
        ASK_AGAIN,
        WAIVED
    }

    @Override
    public String task() {
        return "userTask_decidePayment";
    }

    @Override
    public Set<String> fields() {
        return Set.of("outcome", "document", "documentDate", "reason");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(Set.of("transferText", "paymentsDueText", "transferRows"));
        return shown;
    }

    @Override
    public void open(OpenTask task) {
        Transfer transfer = payments.get(task.reference(), task.read(SettlementProcess.TRANSFER));
        view.show(task);
        task.show("transferText", tables.transferText(transfer))
                .show("paymentsDueText", AccountTables.day(task.read(SettlementProcess.PAYMENTS_DUE)))
                .showRows("transferRows", tables.transfers(task.reference()));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        long transfer = task.read(SettlementProcess.TRANSFER);
        String reason = answers.remark("reason");
        switch (answers.choice("outcome", Outcome.class)) {
            case PAID ->
                payments.confirmByEvidence(
                        task.reference(),
                        transfer,
                        answers.date("documentDate"),
                        answers.shortText("document", 200),
                        reason);
            case ASK_AGAIN -> {
                Instant due = payments.askAgain(task.reference(), transfer, reason);
                task.decide(SettlementProcess.PAYMENTS_DUE, due);
                task.decide(SettlementProcess.PAYMENTS_END, Deadlines.givingPaymentsUp(due));
            }
            case WAIVED ->
                payments.waiveUnconfirmed(
                        task.reference(),
                        transfer,
                        answers.shortText("document", 200),
                        answers.date("documentDate"),
                        reason);
        }
        task.decide(
                SettlementProcess.PAYMENTS_OPEN,
                !transfers.open(task.reference()).isEmpty());
    }
}
