package org.jointflights.process.overview;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jointflights.application.overview.DeployedModels;
import org.jointflights.application.overview.Position;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.engine.AsSystem;
import org.jointflights.process.engine.Drawings;
import org.jointflights.process.flight.FlightProcess;
import org.jointflights.process.planning.PlanningProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models as deployed, in the reader's language; a reader of a flight needs no right of the engine's to see them. */
@Component
class EngineDeployedModels implements DeployedModels {

    private final RepositoryService repository;
    private final HistoryService history;
    private final AsSystem engine;

    EngineDeployedModels(RepositoryService repository, HistoryService history, AsSystem engine) {
        this.repository = repository;
        this.history = history;
        this.engine = engine;
    }

    @Override
    public Optional<String> xml(OperationReference reference, String process) {
        return engine.call(() -> {
            String definition = definition(reference, process);
            if (definition == null) {
                return Optional.empty();
            }
            try (InputStream model = repository.getProcessModel(definition)) {
                return Optional.of(Drawings.forReader(new String(model.readAllBytes(), StandardCharsets.UTF_8)));
            }
        });
    }

    @Override
    public boolean remembers(OperationReference reference) {
        return engine.call(() -> lastRun(reference, wholeLife()).isPresent());
    }

    @Override
    public String wholeLife() {
        return FlightProcess.KEY;
    }

    /** What the model calls the place where a token stands. */
    Position position(Token token) {
        BpmnModelInstance model = engine.call(() -> repository.getBpmnModelInstance(token.definition()));
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        FlowElement element = model.getModelElementById(token.activity());
        return new Position(
                process.getId(),
                textOr(process.getName(), process.getId()),
                token.activity(),
                textOr(element == null ? null : element.getName(), ""),
                token.party());
    }

    /** The version that the flight last ran on, or the newest if it has not come that far or is forgotten. */
    private @Nullable String definition(OperationReference reference, String process) {
        Optional<HistoricProcessInstance> run = lastRun(reference, process);
        if (run.isPresent()) {
            return run.get().getProcessDefinitionId();
        }
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        return newest == null ? null : newest.getId();
    }

    /** By indexed columns: to ask for the variable “reference” would read the history of all flights. */
    private Optional<HistoricProcessInstance> lastRun(OperationReference reference, String process) {
        if (process.equals(PlanningProcess.PARTICIPATION)) {
            return lastRun(reference, PlanningProcess.KEY)
                    .flatMap(planning -> last(
                            history.createHistoricProcessInstanceQuery().superProcessInstanceId(planning.getId())));
        }
        return last(history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(reference.value()));
    }

    private static Optional<HistoricProcessInstance> last(HistoricProcessInstanceQuery runs) {
        return runs.orderByProcessInstanceStartTime().desc().listPage(0, 1).stream()
                .findFirst();
    }

    private static String textOr(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text.replaceAll("\\s+", " ");
    }
}
