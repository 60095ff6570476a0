package org.jointflights.process.settlement;

import java.time.Instant;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.settlement.ConfirmPayments;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A payment that the creditor never confirmed: the manager settles it by other evidence, has both asked again, or waives it. */
@Component
class DecidePaymentForm implements TaskForm {

    static final String TASK = "userTask_decidePayment";

    private final ConfirmPayments payments;
    private final Transfers transfers;
    private final TransferSheet sheet;

    DecidePaymentForm(ConfirmPayments payments, Transfers transfers, TransferSheet sheet) {
        this.payments = payments;
        this.transfers = transfers;
        this.sheet = sheet;
    }

    private enum Outcome {
        PAID,
        ASK_AGAIN,
        WAIVED
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Set<String> fields() {
        return Set.of("outcome", "document", "documentDate", "reason");
    }

    @Override
    public Set<String> shows() {
        return TransferSheet.shows();
    }

    @Override
    public void open(OpenTask task) {
        sheet.show(task);
    }

    /** It may have come into a netting since. */
    @Override
    public void claimed(OpenTask task) {
        sheet.show(task);
    }

    @Override
    public void dueAnew(OpenTask task) {
        sheet.showDue(task);
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
