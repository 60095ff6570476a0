package org.jointflights.process.incidents;

import static org.jointflights.process.engine.FlightVariables.REFERENCE;
import static org.jointflights.process.incidents.FileRetentionProcess.number;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.incidents.DecideComplaint;
import org.jointflights.application.incidents.TellOfComplaint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code complaint}, by the names in the model. */
@Configuration(proxyBeanMethods = false)
class ComplaintDelegates {

    /** Tells the rights officers, and sets by when it is acknowledged. */
    @Bean
    JavaDelegate tellOfComplaintDelegate(TellOfComplaint tell, DecideComplaint complaints) {
        return execution -> {
            tell.registered(REFERENCE.from(execution), number(execution));
            DecideComplaint.Times times = complaints.acknowledging(REFERENCE.from(execution));
            ComplaintProcess.ACKNOWLEDGE_REMINDER.set(
                    execution, times.reminder().toString());
            ComplaintProcess.ACKNOWLEDGE_DUE.set(execution, times.due().toString());
        };
    }

    @Bean
    JavaDelegate remindOfAcknowledgementDelegate(TellOfComplaint tell) {
        return execution -> tell.remindOfAcknowledgement(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate tellAcknowledgementLateDelegate(TellOfComplaint tell) {
        return execution -> tell.acknowledgementLate(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate remindOfAdmissibilityDelegate(TellOfComplaint tell) {
        return execution -> tell.remindOfAdmissibility(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate tellAdmissibilityLateDelegate(TellOfComplaint tell) {
        return execution -> tell.admissibilityLate(REFERENCE.from(execution), number(execution));
    }

    /** Forwards it to whom it concerns, and sets by when they answer. */
    @Bean
    JavaDelegate forwardComplaintDelegate(DecideComplaint complaints) {
        return execution -> {
            DecideComplaint.Sent sent = complaints.forward(REFERENCE.from(execution), number(execution));
            ComplaintProcess.FOLLOW_UP_GROUP.set(execution, sent.group());
            ComplaintProcess.FOLLOW_UP_REMINDER.set(
                    execution, sent.times().reminder().toString());
            ComplaintProcess.FOLLOW_UP_DUE.set(execution, sent.times().due().toString());
            ComplaintProcess.FOLLOW_UP_GIVEN_UP.set(execution, sent.givenUp().toString());
        };
    }

    @Bean
    JavaDelegate remindOfAnswerDelegate(TellOfComplaint tell) {
        return execution -> tell.remindOfAnswer(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate tellAnswerLateDelegate(TellOfComplaint tell) {
        return execution -> tell.answerLate(REFERENCE.from(execution), number(execution));
    }

    @Bean
    JavaDelegate goOnWithoutAnswerDelegate(DecideComplaint complaints) {
        return execution -> ComplaintProcess.CLOSE_DUE.set(
                execution,
                complaints
                        .goOnWithoutAnswer(REFERENCE.from(execution), number(execution))
                        .toString());
    }

    @Bean
    JavaDelegate tellCloseLateDelegate(TellOfComplaint tell) {
        return execution -> tell.closeLate(REFERENCE.from(execution), number(execution));
    }
}
