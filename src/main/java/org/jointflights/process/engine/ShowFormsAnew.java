package org.jointflights.process.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Fills the forms of open tasks anew with what there is now: each keeps what it was given when it was opened. */
@Component
public class ShowFormsAnew {

    private final TaskForms forms;
    private final AsSystem engine;

    ShowFormsAnew(TaskForms forms, AsSystem engine) {
        this.forms = forms;
        this.engine = engine;
    }

    /** Those of these running processes. */
    public void of(Collection<String> processes) {
        engine.run(() -> processes.forEach(process -> tasks(process)
                .forEach(task -> forms.find(task.getTaskDefinitionKey())
                        .ifPresent(form -> OpenTask.fill(task, form, TaskForm::open)))));
    }

    /** The same of these tasks only. */
    public void of(Collection<String> processes, Set<String> tasks) {
        engine.run(() -> processes.forEach(process -> tasks(process).stream()
                .filter(task -> tasks.contains(task.getTaskDefinitionKey()))
                .forEach(task -> forms.find(task.getTaskDefinitionKey())
                        .ifPresent(form -> OpenTask.fill(task, form, TaskForm::open)))));
    }

    private static List<TaskEntity> tasks(String process) {
        return Context.getCommandContext().getTaskManager().findTasksByProcessInstanceId(process);
    }
}
