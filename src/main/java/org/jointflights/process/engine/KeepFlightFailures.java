package org.jointflights.process.engine;

import java.util.List;
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

    /** The engine asks this of each step that ends, most of which never failed. */
    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        List<Incident> failed = Context.getCommandContext()
                .getIncidentManager()
                .findIncidentByConfiguration(context.getConfiguration());
        if (!failed.isEmpty()) {
            steps.mended(context.getConfiguration());
            super.removeIncident(context, resolved);
        }
    }
}
