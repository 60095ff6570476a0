package org.jointflights.process.planning;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.planning.Planning;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

@Component
class PublishOfferDelegate implements JavaDelegate {

    private final Planning planning;

    PublishOfferDelegate(Planning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Planning.Offer offer = planning.publishOffer(FlightVariables.REFERENCE.from(execution));
        PlanningProcess.REPLY_BY.set(execution, offer.replyBy());
        PlanningProcess.REMIND_AT.set(execution, offer.remindAt());
    }
}
