package org.jointflights.process.engine;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** Lets tests see what the form of a task shows while its listeners run, and show something else. */
public final class ShownOnForms {

    private ShownOnForms() {}

    /** The single values, tables left out. */
    public static Map<String, Object> of(VariableScope task) {
        Map<String, Object> values = new TreeMap<>();
        ShownValues.read(task).forEach((name, value) -> {
            if (value.isValueNode() && !value.isNull()) {
                values.put(name, ShownValues.plain(value));
            }
        });
        return values;
    }

    /** Puts that in the place of what the form of an open task shows by this name, and leaves everything else. */
    public static void show(TaskService tasks, String task, String name, Object value) {
        Map<String, @Nullable Object> values = new TreeMap<>(ShownValues.read(tasks.getVariablesLocal(task)));
        values.put(name, value);
        ShownValues.stored(values).forEach((variable, stored) -> {
            if (stored == null) {
                tasks.removeVariableLocal(task, variable);
            } else {
                tasks.setVariableLocal(task, variable, stored);
            }
        });
    }
}
