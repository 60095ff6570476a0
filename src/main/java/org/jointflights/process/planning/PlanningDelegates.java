package org.jointflights.process.planning;

import static org.jointflights.process.engine.FlightVariables.PARTY;
import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.planning.PlanFlight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code flightPlanning} and {@code stateParticipation}, by the names in the models. */
@Configuration(proxyBeanMethods = false)
class PlanningDelegates {

    /** Invites the states, and tells the model until when they answer. */
    @Bean
    JavaDelegate publishOfferDelegate(PlanFlight planning) {
        return execution -> {
            PlanFlight.Offer offer = planning.publishOffer(REFERENCE.from(execution));
            PlanningProcess.REPLY_BY.set(execution, offer.replyBy());
            PlanningProcess.REMIND_AT.set(execution, offer.remindAt());
        };
    }

    @Bean
    JavaDelegate remindStateDelegate(PlanFlight planning) {
        return execution -> planning.remind(REFERENCE.from(execution), PARTY.from(execution));
    }

    /** The answer stands as it is when the time to answer is over. */
    @Bean
    JavaDelegate closeAnswerDelegate(PlanFlight planning) {
        return execution -> planning.closeAnswer(REFERENCE.from(execution), PARTY.from(execution));
    }
}
