package org.jointflights.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jointflights.application.monitoring.WorkInHand;
import org.jointflights.domain.BadInput;

/** Takes from a submitted form the fields it declares, keeps them local to the task, and refuses everything else. */
final class GuardedFormHandler implements TaskFormHandler {

    private final TaskFormHandler shown;
    private final String task;
    private final UserTaskGuard guard;

    GuardedFormHandler(TaskFormHandler shown, String task, UserTaskGuard guard) {
        this.shown = shown;
        this.task = task;
        this.guard = guard;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity open) {
        return shown.createTaskForm(open);
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
        shown.parseConfiguration(element, deployment, process, parse);
    }

    @Override
    public void submitFormVariables(VariableMap typed, VariableScope scope) {
        WorkInHand.is(FlightVariables.REFERENCE.from(scope), task);
        PlainValues.require(typed);
        TaskForm form = guard.form(task);
        for (Map.Entry<String, Object> field : typed.entrySet()) {
            if (!form.fields().contains(field.getKey())) {
                throw BadInput.of(field.getKey(), field.getValue(), "common.undeclared");
            }
        }
        typed.forEach((field, value) -> keep(scope, field, value));
    }

    /**
     * Local to the task, so that what one party types can never land on the shared instance, and only until the task is
     * done: what is to stay, its service stores. A task that an earlier version opened may hold the field already.
     */
    private static void keep(VariableScope scope, String field, Object value) {
        boolean held = scope.hasVariableLocal(field);
        scope.setVariableLocal(field, held ? value : Variables.untypedValue(value, true));
    }
}
