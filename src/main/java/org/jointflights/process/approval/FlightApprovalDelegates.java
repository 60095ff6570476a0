package org.jointflights.process.approval;

import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.approval.FreezePlan;
import org.jointflights.application.approval.PlanMoved;
import org.jointflights.application.flight.acts.ContractCarrier;
import org.jointflights.application.funding.DraftDecisions;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.approval.ApprovalRoute;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks and the listener of {@code flightApproval}, by the names in the model; freezing is a class of its own. */
@Configuration(proxyBeanMethods = false)
class FlightApprovalDelegates {

    @Bean
    JavaDelegate draftDecisionsDelegate(DraftDecisions decisions) {
        return execution -> {
            FlightApprovalProcess.GIVEN_UP.set(execution, false);
            decisions.draft(REFERENCE.from(execution));
        };
    }

    /** Keeps with the version which signatures the table asks for, and tells the model whether the manager's is one. */
    @Bean
    ExecutionListener keepRouteListener(FreezePlan versions) {
        return execution -> {
            ApprovalRoute route = FlightApprovalProcess.ROUTE.from(execution);
            versions.route(REFERENCE.from(execution), route);
            FlightApprovalProcess.MANAGER_NOT_NEEDED.set(execution, !route.needsManager());
        };
    }

    /** Makes the signed version binding, unless the plan has moved from it since. */
    @Bean
    JavaDelegate commitDelegate(FreezePlan versions, ContractCarrier contracting) {
        return execution -> {
            OperationReference reference = REFERENCE.from(execution);
            try {
                versions.commit(reference);
            } catch (PlanMoved moved) {
                throw new BpmnError(FlightApprovalProcess.PLAN_MOVED);
            }
            FlightApprovalProcess.APPROVED.set(execution, true);
            FlightApprovalProcess.CONTRACT_STANDS.set(execution, contracting.stands(reference));
        };
    }

    /** After a change of plan; the model asks whether the shares have to be agreed anew. */
    @Bean
    JavaDelegate voidSignaturesDelegate(FreezePlan versions, SplitStands splits) {
        return execution -> {
            OperationReference reference = REFERENCE.from(execution);
            versions.makeVoidAsPlanChanged(reference);
            FlightApprovalProcess.SPLIT_HOLDS.set(execution, splits.of(execution));
            FlightApprovalProcess.APPROVED.set(execution, false);
        };
    }
}
