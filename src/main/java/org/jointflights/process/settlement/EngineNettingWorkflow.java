package org.jointflights.process.settlement;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jointflights.application.netting.NettingWorkflow;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.ShowFormsAnew;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells a flight's settlement that transfers were settled in a netting, while it waits for the creditors or for the manager. */
@Component
class EngineNettingWorkflow implements NettingWorkflow {

    private static final Set<String> SHOW_TRANSFERS = Set.of(ConfirmPaymentForm.TASK, DecidePaymentForm.TASK);

    private final RuntimeService runtime;
    private final Transfers transfers;
    private final ShowFormsAnew forms;
    private final AsSystem engine;

    EngineNettingWorkflow(@Lazy RuntimeService runtime, Transfers transfers, ShowFormsAnew forms, AsSystem engine) {
        this.runtime = runtime;
        this.transfers = transfers;
        this.forms = forms;
        this.engine = engine;
    }

    @Override
    public void changed(OperationReference reference) {
        forms.of(
                engine.call(() -> runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value(), SettlementProcess.KEY)
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .toList()),
                SHOW_TRANSFERS);
    }

    @Override
    public boolean waits(OperationReference reference) {
        return engine.call(() -> runtime.createExecutionQuery()
                        .processInstanceBusinessKey(reference.value())
                        .messageEventSubscriptionName(SettlementProcess.TRANSFERS_NETTED)
                        .count()
                > 0);
    }

    @Override
    public void settled(OperationReference reference) {
        boolean open = !transfers.open(reference).isEmpty();
        boolean told = engine.call(() -> !runtime.createMessageCorrelation(SettlementProcess.TRANSFERS_NETTED)
                .processInstanceBusinessKey(reference.value())
                .setVariable(SettlementProcess.PAYMENTS_OPEN.name(), SettlementProcess.PAYMENTS_OPEN.stored(open))
                .correlateAllWithResult()
                .isEmpty());
        if (!told) {
            throw Conflict.of("netting.flight.doesNotWait", reference);
        }
    }
}
