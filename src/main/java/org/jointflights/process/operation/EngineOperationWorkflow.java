package org.jointflights.process.operation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jointflights.application.operation.OperationWorkflow;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Correlates by name and business key; an operation that has departed, or is not running, is not told. */
@Component
class EngineOperationWorkflow implements OperationWorkflow {

    private static final Set<String> ON_ITS_WAY = Set.of(
            "userTask_recordLanding", "serviceTask_recordFlown", "serviceTask_recordAbort", "userTask_countReturned");

    private final RuntimeService runtime;
    private final AsSystem engine;

    EngineOperationWorkflow(@Lazy RuntimeService runtime, AsSystem engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void stateWithdrew(OperationReference reference) {
        tell(OperationProcess.STATE_WITHDREW_MESSAGE, reference);
    }

    /** The model has one message for whatever changes whom it asks. */
    @Override
    public void askAnew(OperationReference reference) {
        tell(OperationProcess.STATE_WITHDREW_MESSAGE, reference);
    }

    @Override
    public Optional<Integer> standsAt(OperationReference reference) {
        return engine.call(() -> {
            List<String> running = runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(OperationProcess.KEY)
                    .processInstanceBusinessKey(reference.value())
                    .list()
                    .stream()
                    .map(ProcessInstance::getId)
                    .toList();
            if (running.isEmpty() || isOnItsWay(running.get(0))) {
                return Optional.<Integer>empty();
            }
            return runtime
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(running.toArray(String[]::new))
                    .variableName(OperationProcess.STOP.name())
                    .list()
                    .stream()
                    .map(stop -> ((Number) stop.getValue()).intValue())
                    .max(Integer::compareTo);
        });
    }

    /** On its way to a stop, or back. */
    private boolean isOnItsWay(String operation) {
        return !Collections.disjoint(runtime.getActiveActivityIds(operation), ON_ITS_WAY);
    }

    @Override
    public boolean end(OperationReference reference) {
        return engine.call(() -> !runtime.createMessageCorrelation(OperationProcess.ENDED_MESSAGE)
                .processInstanceBusinessKey(reference.value())
                .correlateAllWithResult()
                .isEmpty());
    }

    private void tell(String message, OperationReference reference) {
        engine.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
