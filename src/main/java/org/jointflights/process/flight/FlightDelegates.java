package org.jointflights.process.flight;

import static org.jointflights.process.engine.FlightVariables.PARTY;
import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.approval.SignPlan;
import org.jointflights.application.flight.acts.ApplyFlightChange;
import org.jointflights.application.flight.acts.ContractCarrier;
import org.jointflights.application.flight.acts.RecordStage;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.PartyName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks and listeners of {@code jointFlight}, by the names in the model; the start form has a class of its own. */
@Configuration(proxyBeanMethods = false)
class FlightDelegates {

    /** Records which stage begins with the activity. */
    @Bean
    ExecutionListener flightStageListener(RecordStage stages) {
        return execution ->
                stages.reached(REFERENCE.from(execution), FlightProcess.stageFrom(execution.getCurrentActivityId()));
    }

    @Bean
    ExecutionListener giveUpFlightListener(RecordStage stages) {
        return execution -> stages.givenUp(REFERENCE.from(execution));
    }

    /** Whether what was signed is still what will be flown; asked by the gateway itself, whatever step comes before it. */
    @Bean
    ExecutionListener signaturesHoldListener(SignPlan signatures) {
        return execution -> FlightProcess.SIGNATURES_HOLD.set(execution, signatures.hold(REFERENCE.from(execution)));
    }

    /** Whether a carrier is under contract where somebody has ended the flight. */
    @Bean
    ExecutionListener charterStandsListener(ContractCarrier contracting) {
        return execution -> FlightProcess.CHARTER_STANDS.set(execution, contracting.stands(REFERENCE.from(execution)));
    }

    /** Whoever ended it under a contract has cancelled it. */
    @Bean
    ExecutionListener endUnderContractListener() {
        return execution -> execution.getProcessInstance().setVariable(FlightProcess.CANCELLED.name(), true);
    }

    /** Leaves out a state that withdrew, and lets the flight wait for whatever follows from that. */
    @Bean
    JavaDelegate leaveStateOutDelegate(ApplyFlightChange changes) {
        return execution -> {
            FlightProcess.WITHDRAWALS_OPEN.set(execution, FlightProcess.WITHDRAWALS_OPEN.from(execution) + 1);
            FlightProcess.WITHDRAWALS_DONE.set(execution, false);
            changes.afterWithdrawal(REFERENCE.from(execution), PARTY.from(execution));
            FlightProcess.WITHDRAWAL_KNOWN_AT.set(execution, changes.withdrawalKnownAt(REFERENCE.from(execution)));
        };
    }

    /** A withdrawal of which the organiser took no note does not hold the closing. */
    @Bean
    JavaDelegate noteWithdrawalDelegate(WriteTrail trail) {
        return execution -> {
            trail.recordOf(
                    REFERENCE.from(execution),
                    PARTY.from(execution),
                    TrailEvent.WITHDRAWAL_NOTED,
                    new PartyName(PARTY.from(execution)));
            long open = FlightProcess.WITHDRAWALS_OPEN.from(execution) - 1;
            FlightProcess.WITHDRAWALS_OPEN.set(execution, open);
            FlightProcess.WITHDRAWALS_DONE.set(execution, open == 0);
        };
    }

    /** After another date or plan: what is under way begins again with it. */
    @Bean
    JavaDelegate startWorkAnewDelegate(ApplyFlightChange changes) {
        return execution -> changes.afterChange(REFERENCE.from(execution));
    }

    /** The compensation of contracting. */
    @Bean
    JavaDelegate releaseAircraftDelegate(ContractCarrier contracting) {
        return execution -> contracting.release(REFERENCE.from(execution));
    }
}
