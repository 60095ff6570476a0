package org.jointflights.process.incidents;

import static org.jointflights.process.engine.FlightVariables.REFERENCE;
import static org.jointflights.process.incidents.FileRetentionProcess.number;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.incidents.DecideIncident;
import org.jointflights.application.incidents.SettleFiles;
import org.jointflights.application.incidents.TellOfIncident;
import org.jointflights.domain.incidents.FileDeadlines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code seriousIncident} and {@code fileRetention}, by the names in the models. */
@Configuration(proxyBeanMethods = false)
class IncidentDelegates {

    /** Tells those who must know, and sets by when it is assessed. */
    @Bean
    JavaDelegate tellOfIncidentDelegate(TellOfIncident tell, Clock clock) {
        return execution -> {
            tell.raised(REFERENCE.from(execution), number(execution));
            SeriousIncidentProcess.ASSESS_DUE.set(
                    execution, FileDeadlines.assessing(clock.instant()).toString());
        };
    }

    @Bean
    JavaDelegate tellAssessmentLateDelegate(TellOfIncident tell) {
        return execution -> tell.assessmentLate(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate remindOfFormalReportDelegate(TellOfIncident tell) {
        return execution -> tell.remindOfFormalReport(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate tellFormalReportLateDelegate(TellOfIncident tell) {
        return execution -> tell.formalReportLate(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate goOnWithoutReportDelegate(DecideIncident incidents) {
        return execution -> incidents.goOnWithoutFormalReport(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate remindOfConclusionDelegate(TellOfIncident tell) {
        return execution -> tell.remindOfConclusion(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate tellConclusionLateDelegate(TellOfIncident tell) {
        return execution -> tell.conclusionLate(REFERENCE.from(execution), number(execution));
    }

    /** Sets by when what people typed about it is erased. */
    @Bean
    JavaDelegate setFileTermDelegate(SettleFiles files) {
        return execution -> FileRetentionProcess.ERASE_AT.set(
                execution, files.due(FileRetentionProcess.file(execution)).toString());
    }

    /** Erases it, unless somebody keeps the texts of the flight. */
    @Bean
    JavaDelegate eraseFileTextsDelegate(SettleFiles files) {
        return execution ->
                FileRetentionProcess.ERASED.set(execution, files.erase(FileRetentionProcess.file(execution)));
    }
}
