package org.jointflights.process.flight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jointflights.application.flight.acts.FlightWorkflow;
import org.jointflights.application.planning.OfferSeats;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.FlightVariables;
import org.jointflights.process.operation.OperationProcess;
import org.jointflights.process.planning.PlanningProcess;
import org.springframework.stereotype.Component;

/** One message name per receiver, so that each reaches exactly the one process that waits for it. */
@Component
class EngineFlightWorkflow implements FlightWorkflow {

    /** Which message tells the work of a stage that it is outdated; other stages have nothing to start anew. */
    private static final Map<Stage, String> OUTDATED = Map.of(
            Stage.COST_SHARING, "costSharingPlanChanged",
            Stage.APPROVAL, "approvalPlanChanged",
            Stage.OPERATION, OperationProcess.RECALLED_MESSAGE);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OfferSeats planning;
    private final FlightInstances instances;
    private final FlightClocks clocks;
    private final AsSystem engine;

    EngineFlightWorkflow(
            RuntimeService runtime,
            TaskService tasks,
            OfferSeats planning,
            FlightInstances instances,
            FlightClocks clocks,
            AsSystem engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.planning = planning;
        this.instances = instances;
        this.clocks = clocks;
        this.engine = engine;
    }

    @Override
    public void stateWithdrew(OperationReference reference, Party party) {
        engine.run(() -> runtime.createMessageCorrelation(FlightProcess.STATE_WITHDREW)
                .processInstanceBusinessKey(reference.value())
                .setVariablesToTriggeredScope(Map.of(FlightVariables.PARTY.name(), FlightVariables.PARTY.stored(party)))
                .correlate());
    }

    @Override
    public void postponed(OperationReference reference) {
        tell(FlightProcess.FLIGHT_POSTPONED, reference);
    }

    @Override
    public void planChanged(OperationReference reference) {
        tell(FlightProcess.PLAN_CHANGED, reference);
    }

    @Override
    public void suspended(OperationReference reference) {
        tell(FlightProcess.FLIGHT_SUSPENDED, reference);
    }

    @Override
    public boolean asksForAdvice(OperationReference reference) {
        return engine.call(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKey(FlightProcess.ADVISE_ON_RESUMING)
                        .count()
                > 0);
    }

    @Override
    public Map<Party, Instant> setClocksAnew(OperationReference reference, UnaryOperator<Instant> moved) {
        return engine.call(() -> clocks.move(reference, moved));
    }

    @Override
    public void cancelled(OperationReference reference) {
        engine.run(() -> {
            long told = runtime.createMessageCorrelation(FlightProcess.FLIGHT_CANCELLED)
                    .processInstanceBusinessKey(reference.value())
                    .correlateAllWithResult()
                    .size();
            if (told == 0) {
                runtime.setVariable(whole(reference), FlightProcess.CANCELLED.name(), true);
            }
        });
    }

    @Override
    public void answersClosed(OperationReference reference) {
        engine.run(() -> answering(reference)
                .forEach(waiting -> runtime.messageEventReceived(PlanningProcess.ANSWERS_CLOSED, waiting.getId())));
    }

    @Override
    public void answerNotAwaited(OperationReference reference, Party party) {
        // None waits once the answers are in: that is no fault.
        runtime.createMessageCorrelation(PlanningProcess.PARTICIPATION_WITHDRAWN)
                .processInstanceBusinessKey(reference + "/" + party)
                .correlateAll();
    }

    @Override
    public void workOutdated(OperationReference reference, Stage stage) {
        if (stage == Stage.PLANNING) {
            setReplyClocksAnew(reference);
        }
        String message = OUTDATED.get(stage);
        if (message != null) {
            // None waits between two steps of that work: whatever comes next reads the changed plan anyway.
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(reference.value())
                    .correlateAll();
        }
    }

    @Override
    public boolean canChooseCarrierAgain(OperationReference reference) {
        return engine.call(() -> runtime.createExecutionQuery()
                        .processInstanceBusinessKey(reference.value())
                        .messageEventSubscriptionName(FlightProcess.CARRIER_OPEN)
                        .count()
                > 0);
    }

    @Override
    public void carrierOpen(OperationReference reference) {
        // None waits while the states are still asked: the carrier comes later.
        runtime.createMessageCorrelation(FlightProcess.CARRIER_OPEN)
                .processInstanceBusinessKey(reference.value())
                .correlateAll();
    }

    private void setReplyClocksAnew(OperationReference reference) {
        if (!instances.participations(reference).isEmpty()) {
            Instant replyBy = planning.publishOffer(reference);
            engine.run(() -> clocks.setReplies(reference, replyBy));
        }
    }

    private List<Execution> answering(OperationReference reference) {
        return instances.participations(reference).stream()
                .flatMap(state -> runtime
                        .createExecutionQuery()
                        .processInstanceId(state)
                        .messageEventSubscriptionName(PlanningProcess.ANSWERS_CLOSED)
                        .unlimitedList()
                        .stream())
                .toList();
    }

    private String whole(OperationReference reference) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(FlightProcess.KEY)
                .processInstanceBusinessKey(reference.value())
                .singleResult()
                .getId();
    }

    private void tell(String message, OperationReference reference) {
        engine.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .correlate());
    }
}
