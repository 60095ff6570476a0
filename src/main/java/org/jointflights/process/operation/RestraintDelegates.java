package org.jointflights.process.operation;

import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.operation.CountRestrained;
import org.jointflights.domain.operation.Restraint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service task of {@code restraint}, by the name in the model. */
@Configuration(proxyBeanMethods = false)
class RestraintDelegates {

    /** Sets when the next review is due, and when it is overdue. */
    @Bean
    JavaDelegate setReviewDueDelegate(CountRestrained restrained) {
        return execution -> {
            Restraint restraint = restrained.of(REFERENCE.from(execution), RestraintProcess.NUMBER.from(execution));
            RestraintProcess.REVIEW_DUE.set(execution, restraint.reviewDue().toString());
            RestraintProcess.REVIEW_OVERDUE.set(execution, restraint.overdueAt().toString());
        };
    }
}
