package org.jointflights.process.closing;

import static org.jointflights.process.engine.FlightVariables.PARTY;
import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.closing.CloseFlight;
import org.jointflights.application.closing.CollectReports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code monitorReport}, and the last one of {@code jointFlight}, by the names in the models. */
@Configuration(proxyBeanMethods = false)
class ClosingDelegates {

    /** By which a model shows that it asks the monitors. */
    private static final String ASKING = "callActivity_monitorReport";

    /** Sets when the report of a party's monitor is due. */
    @Bean
    JavaDelegate setReportDueDelegate(CollectReports monitors) {
        return execution -> {
            CollectReports.Times times = monitors.ask(REFERENCE.from(execution), PARTY.from(execution));
            MonitorReportProcess.REPORT_DUE.set(execution, times.due().toString());
            MonitorReportProcess.REPORT_REMINDER.set(execution, times.reminder().toString());
        };
    }

    /** Closes the flight; one that began on a model that asks no monitor closes as that model has it. */
    @Bean
    JavaDelegate closeFlightDelegate(CloseFlight closing) {
        return execution -> {
            if (execution.getBpmnModelInstance().getModelElementById(ASKING) != null) {
                closing.close(REFERENCE.from(execution));
            } else {
                closing.closeAsBegun(REFERENCE.from(execution));
            }
        };
    }
}
