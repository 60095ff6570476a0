package org.jointflights.process.planning;

import static org.jointflights.process.engine.FlightVariables.PARTY;
import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.planning.OfferSeats;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code flightPlanning} and {@code stateParticipation}, by the names in the models. */
@Configuration(proxyBeanMethods = false)
class PlanningDelegates {

    /** Invites the states, and tells the model until when they answer. */
    @Bean
    JavaDelegate publishOfferDelegate(OfferSeats planning) {
        return execution -> {
            Instant replyBy = planning.publishOffer(REFERENCE.from(execution));
            PlanningProcess.REPLY_BY.set(execution, replyBy);
        };
    }

    /** The answer stands as it is when the time to answer is over. */
    @Bean
    JavaDelegate closeAnswerDelegate(OfferSeats planning) {
        return execution -> planning.closeAnswer(REFERENCE.from(execution), PARTY.from(execution));
    }
}
