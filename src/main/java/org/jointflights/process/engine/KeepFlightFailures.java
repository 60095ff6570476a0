package org.jointflights.process.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jointflights.application.overview.FlightFailures;
import org.jointflights.domain.OperationReference;

/** Keeps, beside the engine's incident, our own note that a step of a flight has failed for good. */
final class KeepFlightFailures extends DefaultIncidentHandler {

    private final FlightFailures steps;

    KeepFlightFailures(FlightFailures steps) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.steps = steps;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        ExecutionEntity execution = context.getExecutionId() == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
        if (execution != null && execution.getVariable(FlightVariables.REFERENCE.name()) instanceof String reference) {
            steps.failed(context.getConfiguration(), new OperationReference(reference));
        }
        return super.handleIncident(context, message);
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        steps.mended(context.getConfiguration());
        super.resolveIncident(context);
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        steps.mended(context.getConfiguration());
        super.deleteIncident(context);
    }
}
