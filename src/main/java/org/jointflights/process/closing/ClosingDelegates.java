package org.jointflights.process.closing;

import static org.jointflights.process.engine.FlightVariables.PARTY;
import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.closing.CloseFlight;
import org.jointflights.application.closing.CollectReports;
import org.jointflights.application.closing.SettleTexts;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Stage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code monitorReport} and {@code retention}, and the last ones of {@code jointFlight}, by the names in the models. */
@Configuration(proxyBeanMethods = false)
class ClosingDelegates {

    /** Sets when the report of a party's monitor is due. */
    @Bean
    JavaDelegate setReportDueDelegate(CollectReports monitors) {
        return execution -> {
            CollectReports.Times times = monitors.ask(REFERENCE.from(execution), PARTY.from(execution));
            MonitorReportProcess.REPORT_DUE.set(execution, times.due().toString());
            MonitorReportProcess.REPORT_REMINDER.set(execution, times.reminder().toString());
        };
    }

    /** Sets by when what people typed about causes and reasons is erased. */
    @Bean
    JavaDelegate setRetentionTermDelegate(SettleTexts texts, CollectReports monitors) {
        return execution -> {
            OperationReference reference = REFERENCE.from(execution);
            Instant ended = monitors.tasksEnded(reference);
            RetentionProcess.ERASE_AT.set(
                    execution, texts.dueAfter(reference, ended).toString());
        };
    }

    /** Erases it, unless a hold stands. */
    @Bean
    JavaDelegate eraseTextsDelegate(SettleTexts texts) {
        return execution -> RetentionProcess.ERASED.set(execution, texts.erase(REFERENCE.from(execution)));
    }

    /** Closes the flight; one that began on a model that asks no monitor closes as that model has it. */
    @Bean
    JavaDelegate closeFlightDelegate(CloseFlight closing) {
        return execution -> {
            if (has(execution, "gateway_closed") && awaitsIncidents(execution, closing)) {
                return;
            }
            if (has(execution, "callActivity_retention")) {
                closing.close(REFERENCE.from(execution));
            } else {
                closing.closeAsBegun(REFERENCE.from(execution), Stage.CLOSED);
            }
        };
    }

    /** The same of a flight that was cancelled. */
    @Bean
    JavaDelegate closeCancelledFlightDelegate(CloseFlight closing) {
        return execution -> {
            if (has(execution, "gateway_cancelledClosed") && awaitsIncidents(execution, closing)) {
                return;
            }
            if (has(execution, "callActivity_retentionOfCancelled")) {
                closing.closeCancelled(REFERENCE.from(execution));
            } else {
                closing.closeAsBegun(REFERENCE.from(execution), Stage.CANCELLED);
            }
        };
    }

    /** Says whether the flight is closed now, which the gateway behind it reads. */
    private static boolean awaitsIncidents(DelegateExecution execution, CloseFlight closing) {
        boolean awaits = closing.awaitsIncidents(REFERENCE.from(execution));
        RetentionProcess.CLOSED.set(execution, !awaits);
        return awaits;
    }

    /** Whether the model on which the flight began has that step. */
    private static boolean has(DelegateExecution execution, String step) {
        return execution.getBpmnModelInstance().getModelElementById(step) != null;
    }
}
