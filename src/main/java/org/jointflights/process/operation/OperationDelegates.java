package org.jointflights.process.operation;

import static org.jointflights.process.engine.FlightVariables.ORGANISER;
import static org.jointflights.process.engine.FlightVariables.PARTY;
import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.GatePoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks and the listener of {@code flightOperation}, by the names in the model. */
@Configuration(proxyBeanMethods = false)
class OperationDelegates {

    /** Opens the operation, with no gate answered and nobody counted. */
    @Bean
    JavaDelegate openOperationDelegate(RecordProgress progress) {
        return execution -> {
            progress.open(REFERENCE.from(execution));
            OperationProcess.STOP.set(execution, 0);
            OperationProcess.FLOWN.set(execution, false);
            OperationProcess.RECALLED.set(execution, false);
        };
    }

    /** Tells each gate task for which state it is, so that the work log knows it. */
    @Bean
    ExecutionListener askedPartyListener() {
        return execution -> {
            AnsweringGroup who = AnsweringGroup.of(OperationProcess.ASKED.from(execution), ORGANISER.from(execution));
            execution.setVariableLocal(PARTY.name(), PARTY.stored(who.party()));
        };
    }

    /** Sets when the gates of the point ahead may be answered, and by when they should be. */
    @Bean
    JavaDelegate setGateTimeDelegate(AnswerGates gates) {
        return execution -> {
            OperationReference reference = REFERENCE.from(execution);
            GatePoint point = OperationProcess.POINT.from(execution);
            OperationProcess.GATE_OPENS_AT.set(
                    execution, gates.opensAt(reference, point).toString());
            OperationProcess.GATES_DUE_AT.set(
                    execution, gates.dueAt(reference, point).toString());
        };
    }

    /** Looks whether every gate of the point is confirmed. */
    @Bean
    JavaDelegate weighGatesDelegate(AnswerGates gates) {
        return execution -> OperationProcess.GATES_CONFIRMED.set(
                execution,
                gates.openAt(REFERENCE.from(execution), OperationProcess.POINT.from(execution))
                        .isEmpty());
    }

    /** Sets when people are in the assembly area, and when the aircraft is to leave. */
    @Bean
    JavaDelegate setBoardingTimeDelegate(AnswerGates gates) {
        return execution -> {
            OperationReference reference = REFERENCE.from(execution);
            Instant opens = gates.opensAt(reference, GatePoint.BOARDING);
            Instant due = gates.dueAt(reference, GatePoint.BOARDING);
            OperationProcess.BOARDING_OPENS_AT.set(execution, opens.toString());
            OperationProcess.DEPARTURE_DUE_AT.set(execution, due.toString());
        };
    }

    /** Looks whether every gate is confirmed that stands before the aircraft leaves the stop. */
    @Bean
    JavaDelegate weighDepartureDelegate(AnswerGates gates) {
        return execution -> OperationProcess.GATES_CONFIRMED.set(
                execution,
                gates.openBeforeLeaving(REFERENCE.from(execution), OperationProcess.STOP.from(execution))
                        .isEmpty());
    }

    /** Records that the aircraft has left, unless something came in between. */
    @Bean
    JavaDelegate recordDepartureDelegate(RecordProgress progress) {
        return execution -> OperationProcess.DEPARTED.set(execution, progress.depart(REFERENCE.from(execution)));
    }

    /** Looks whether everybody whose journey ends at the stop may be handed over, and whether anybody has still to answer. */
    @Bean
    JavaDelegate weighLastCallsDelegate(CountHeads people, AnswerGates gates) {
        return execution -> {
            OperationReference reference = REFERENCE.from(execution);
            int stop = OperationProcess.STOP.from(execution);
            OperationProcess.LAST_CALLS_CLEAR.set(execution, people.everybodyCleared(reference, stop));
            OperationProcess.LAST_CALL_OPEN.set(
                    execution,
                    !gates.openAtLastCall(reference, people.lastCalls(reference, stop))
                            .isEmpty());
        };
    }

    /** Keeps the people aboard whose last call is not clear. */
    @Bean
    JavaDelegate keepAboardDelegate(CountHeads people) {
        return execution -> people.keepAboard(REFERENCE.from(execution), OperationProcess.STOP.from(execution));
    }

    /** Records that the operation was flown. */
    @Bean
    JavaDelegate recordFlownDelegate(RecordProgress progress) {
        return execution -> {
            progress.flown(REFERENCE.from(execution));
            OperationProcess.FLOWN.set(execution, true);
            OperationProcess.RETURN_DUE_AT.set(execution, progress.returnDueAt().toString());
        };
    }

    /** Records that the flight was called back before it left. */
    @Bean
    JavaDelegate recordRecallDelegate(RecordProgress progress) {
        return execution -> {
            progress.recall(REFERENCE.from(execution));
            OperationProcess.RECALLED.set(execution, true);
        };
    }

    /** Records that the people were not brought to the destination. */
    @Bean
    JavaDelegate recordAbortDelegate(RecordProgress progress) {
        return execution -> {
            progress.abort(REFERENCE.from(execution));
            OperationProcess.RETURN_DUE_AT.set(execution, progress.returnDueAt().toString());
        };
    }
}
