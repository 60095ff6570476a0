package org.jointflights.process.settlement;

import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.settlement.ConfirmPayments;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** The creditor confirms that the money has arrived, or waives it in writing. */
@Component
class ConfirmPaymentForm implements TaskForm {

    static final String TASK = "userTask_confirmPayment";

    private final ConfirmPayments payments;
    private final TransferSheet sheet;

    ConfirmPaymentForm(ConfirmPayments payments, TransferSheet sheet) {
        this.payments = payments;
        this.sheet = sheet;
    }

    private enum Outcome {
        PAID,
        WAIVED
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Set<String> fields() {
        return Set.of("outcome", "amountReceived", "valueDate", "bankReference", "letter", "letterDate", "reason");
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
        Transfer transfer = payments.get(task.reference(), task.read(SettlementProcess.TRANSFER));
        if (answers.choice("outcome", Outcome.class) == Outcome.PAID) {
            requireEmpty(answers, "letter", "settlement.paid.butWaiver");
            payments.confirm(
                    task.reference(),
                    transfer.id(),
                    answers.money("amountReceived", transfer.amount().currency()),
                    answers.date("valueDate"),
                    answers.shortText("bankReference", 200));
        } else {
            requireEmpty(answers, "amountReceived", "settlement.waived.butPaid");
            payments.waive(
                    task.reference(),
                    transfer.id(),
                    answers.shortText("letter", 200),
                    answers.date("letterDate"),
                    answers.remark("reason"));
        }
    }

    private static void requireEmpty(TypedFields answers, String field, String code) {
        if (!answers.isEmpty(field)) {
            throw BadInput.of(field, answers.text(field), code);
        }
    }
}
