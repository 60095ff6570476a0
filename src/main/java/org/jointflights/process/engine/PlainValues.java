package org.jointflights.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * What people may send: text, numbers, yes and no. Reading a value of another kind can already build whatever object its
 * sender names, so its type is looked at and its content never.
 */
final class PlainValues {

    private static final Set<ValueType> ALLOWED = Set.of(
            ValueType.STRING,
            ValueType.BOOLEAN,
            ValueType.INTEGER,
            ValueType.LONG,
            ValueType.SHORT,
            ValueType.DOUBLE,
            ValueType.NUMBER,
            ValueType.NULL);

    private PlainValues() {}

    /** Throws {@link BadInput} with the first field that holds anything else. */
    static void require(@Nullable VariableMap typed) {
        if (typed == null) {
            return;
        }
        for (String field : typed.keySet()) {
            TypedValue value = typed.getValueTyped(field);
            if (value != null && !isPlain(value)) {
                throw BadInput.of(
                        field,
                        value.getType() == null
                                ? value.getValue().getClass().getSimpleName()
                                : value.getType().getName(),
                        "common.valueType");
            }
        }
    }

    private static boolean isPlain(TypedValue value) {
        if (value.getType() != null) {
            return ALLOWED.contains(value.getType());
        }
        Object untyped = value.getValue();
        return untyped == null || untyped instanceof String || untyped instanceof Number || untyped instanceof Boolean;
    }
}
