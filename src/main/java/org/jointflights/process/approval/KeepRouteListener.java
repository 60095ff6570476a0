package org.jointflights.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jointflights.application.approval.Versions;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.process.engine.FlightVariables;
import org.springframework.stereotype.Component;

/** Keeps with the version which signatures the table asks for, and tells the model whether the manager's is one. */
@Component
class KeepRouteListener implements ExecutionListener {

    private final Versions versions;

    KeepRouteListener(Versions versions) {
        this.versions = versions;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ApprovalRoute route = FlightApprovalProcess.ROUTE.from(execution);
        versions.route(FlightVariables.REFERENCE.from(execution), route);
        FlightApprovalProcess.MANAGER_NOT_NEEDED.set(execution, !route.needsManager());
    }
}
