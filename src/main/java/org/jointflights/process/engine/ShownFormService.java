package org.jointflights.process.engine;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands out what a task's form shows value by value, as forms ask for it, to whoever may read the task, and the form itself,
 * both in the reader's language.
 */
final class ShownFormService extends FormServiceImpl {

    private final FormTranslations translations = new FormTranslations();

    @Override
    public InputStream getDeployedTaskForm(String task) {
        return translations.of(super.getDeployedTaskForm(task), FormLanguage.ofReader());
    }

    @Override
    public InputStream getDeployedStartForm(String process) {
        return translations.of(super.getDeployedStartForm(process), FormLanguage.ofReader());
    }

    @Override
    public VariableMap getTaskFormVariables(String task) {
        return getTaskFormVariables(task, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(String task, @Nullable Collection<String> names, boolean deserialize) {
        if (names == null) {
            VariableMap all = super.getTaskFormVariables(task, null, deserialize);
            ShownValues.expand(all, FormLanguage.ofReader());
            return all;
        }
        List<String> stored = new ArrayList<>(names);
        stored.addAll(ShownValues.NAMES);
        VariableMap asked = super.getTaskFormVariables(task, stored, deserialize);
        ShownValues.expand(asked, FormLanguage.ofReader());
        asked.keySet().retainAll(names);
        return asked;
    }
}
