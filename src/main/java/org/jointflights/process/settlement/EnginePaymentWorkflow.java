package org.jointflights.process.settlement;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.banking.PaymentWorkflow;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.process.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Completes the task that waits for the creditor as the creditor's finance does with the form: it is claimed for whoever acts, who
 * takes it over where a colleague had it, which is on the trail, and every guard is asked.
 */
@Component
class EnginePaymentWorkflow implements PaymentWorkflow {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final CurrentUser actor;
    private final AsSystem engine;

    EnginePaymentWorkflow(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy FormService forms,
            CurrentUser actor,
            AsSystem engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.actor = actor;
        this.engine = engine;
    }

    @Override
    public void arrived(Transfer transfer, LocalDate valueDate, String bankReference) {
        String[] found = {""};
        try {
            engine.run(() -> {
                String task = waiting(transfer);
                found[0] = task;
                tasks.setAssignee(task, actor.account());
                forms.submitTaskForm(
                        task,
                        Map.of(
                                "outcome",
                                "PAID",
                                "amountReceived",
                                transfer.amount().decimal().toPlainString(),
                                "valueDate",
                                valueDate.toString(),
                                "bankReference",
                                bankReference));
            });
        } catch (ProcessEngineException wrapped) {
            throw unwrapped(transfer, found[0], wrapped);
        }
    }

    private String waiting(Transfer transfer) {
        // By the row of the variable: to read it of each task finds tasks that are gone since.
        return runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(transfer.reference().value())
                .activityId(ConfirmPaymentForm.TASK)
                .variableValueEquals(SettlementProcess.TRANSFER.name(), transfer.id())
                .list()
                .stream()
                .flatMap(execution -> tasks.createTaskQuery().executionId(execution.getId()).list().stream())
                .map(Task::getId)
                .findFirst()
                .orElseThrow(() -> Conflict.of("banking.entry.notWaiting", transfer.reference()));
    }

    /**
     * What our own guards and rules say comes out of the engine wrapped. A task that is gone was somebody's at the same moment, whatever
     * of it was missed first: its row, or a variable of its flight.
     */
    private RuntimeException unwrapped(Transfer transfer, String task, ProcessEngineException wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof ConcurrencyFailureException overtaken) {
                return overtaken;
            }
            if (cause instanceof OptimisticLockingException || cause instanceof NullValueException) {
                return new OptimisticLockingFailureException("transfer " + transfer.id(), wrapped);
            }
        }
        return isGone(task) ? new OptimisticLockingFailureException("transfer " + transfer.id(), wrapped) : wrapped;
    }

    private boolean isGone(String task) {
        return engine.call(() -> tasks.createTaskQuery().taskId(task).count() == 0);
    }
}
