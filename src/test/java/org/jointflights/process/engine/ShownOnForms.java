package org.jointflights.process.engine;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Lets tests see what the form of a task shows while its listeners run. */
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
}
