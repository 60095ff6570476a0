package org.jointflights.process.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.work.FlightTasks;
import org.jointflights.application.work.NamedWork;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether whoever names it may see it is not asked: it is what they tried that counts. */
@Component
class EngineFlightTasks implements FlightTasks {

    private final ProcessEngine engine;

    EngineFlightTasks(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Optional<NamedWork> find(String id) {
        return WithoutAuthentication.ask(engine, () -> task(id).or(() -> instance(id)));
    }

    private Optional<NamedWork> task(String id) {
        Task task = engine.getTaskService().createTaskQuery().taskId(id).singleResult();
        return task == null
                ? Optional.empty()
                : named(id, task.getExecutionId(), Sentence.of("step." + task.getTaskDefinitionKey()));
    }

    private Optional<NamedWork> instance(String id) {
        boolean runs = engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(id)
                        .count()
                > 0;
        return runs ? named(id, id, Sentence.of("common.attempt.process")) : Optional.empty();
    }

    private Optional<NamedWork> named(String id, String execution, Sentence what) {
        Object reference = engine.getRuntimeService().getVariable(execution, FlightVariables.REFERENCE.name());
        return reference instanceof String value
                ? Optional.of(new NamedWork(id, new OperationReference(value), what))
                : Optional.empty();
    }
}
