package org.jointflights.process.closing;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jointflights.application.closing.ReportingModels;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks into the model of the flight's running process. */
@Component
class EngineReportingModels implements ReportingModels {

    private static final String FLIGHT = "jointFlight";
    private static final String HEARS_MONITORS = "callActivity_monitorReport";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final AsSystem engine;

    EngineReportingModels(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, AsSystem engine) {
        this.runtime = runtime;
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public boolean asksMonitors(OperationReference reference) {
        return engine.call(() -> runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(FLIGHT)
                .processInstanceBusinessKey(reference.value())
                .list()
                .stream()
                .allMatch(flight -> repository
                                .getBpmnModelInstance(flight.getProcessDefinitionId())
                                .getModelElementById(HEARS_MONITORS)
                        != null));
    }
}
