package org.jointflights.process.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** All forms, by the task's id in the model. They are asked for when needed: some of their services ask here in turn. */
@Component
public class TaskForms {

    private final SingletonSupplier<Map<String, TaskForm>> forms;

    TaskForms(ObjectProvider<TaskForm> forms) {
        this.forms = SingletonSupplier.of(
                () -> forms.stream().collect(Collectors.toUnmodifiableMap(TaskForm::task, Function.identity())));
    }

    /** Nothing for a task that no form is written for: a flight runs on with the model it began on. */
    public Optional<TaskForm> find(String task) {
        return Optional.ofNullable(forms.obtain().get(task));
    }
}
