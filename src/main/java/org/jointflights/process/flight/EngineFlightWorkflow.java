package org.jointflights.process.flight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
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
    private final ManagementService management;
    private final OfferSeats planning;
    private final FlightInstances instances;
    private final AsSystem engine;

    EngineFlightWorkflow(
            RuntimeService runtime,
            ManagementService management,
            OfferSeats planning,
            FlightInstances instances,
            AsSystem engine) {
        this.runtime = runtime;
        this.management = management;
        this.planning = planning;
        this.instances = instances;
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
    public void cancelled(OperationReference reference) {
        tell(FlightProcess.FLIGHT_CANCELLED, reference);
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
        List<String> answering = instances.participations(reference);
        if (answering.isEmpty()) {
            return;
        }
        Instant replyBy = planning.publishOffer(reference);
        for (String state : answering) {
            set(state, PlanningProcess.REPLY_BY.name(), replyBy);
            for (Job timer : management
                    .createJobQuery()
                    .timers()
                    .processInstanceId(state)
                    .unlimitedList()) {
                management.recalculateJobDuedate(timer.getId(), false);
            }
        }
    }

    private void set(String state, String variable, Instant instant) {
        runtime.setVariable(state, variable, instant.toString());
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

    private void tell(String message, OperationReference reference) {
        engine.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .correlate());
    }
}
