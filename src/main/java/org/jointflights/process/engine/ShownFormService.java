package org.jointflights.process.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Hands out what a task's form shows value by value, as forms ask for it, to whoever may read the task, and the form itself,
 * both in the reader's language; and what no task keeps, by when it is to be done and what happens otherwise.
 */
final class ShownFormService extends FormServiceImpl {

    private final FormTranslations translations = new FormTranslations();
    private final TypedBefore typed;
    private final Supplier<HeadOfForm> head;

    ShownFormService(TypedBefore typed, Supplier<HeadOfForm> head) {
        this.typed = typed;
        this.head = head;
    }

    @Override
    public InputStream getDeployedTaskForm(String task) {
        return translations.of(super.getDeployedTaskForm(task), FormLanguage.ofReader());
    }

    @Override
    public InputStream getDeployedStartForm(String process) {
        try (InputStream form = translations.of(super.getDeployedStartForm(process), FormLanguage.ofReader())) {
            return new ByteArrayInputStream(typed.intoStart(keyOf(process), form.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            putHead(task, all);
            typed.ofTask(task).forEach((field, value) -> all.putValueTyped(field, ShownValues.typed(value)));
            return all;
        }
        List<String> stored = new ArrayList<>(names);
        stored.addAll(ShownValues.NAMES);
        VariableMap asked = super.getTaskFormVariables(task, stored, deserialize);
        ShownValues.expand(asked, FormLanguage.ofReader());
        if (names.contains(HeadOfForm.HEAD)) {
            putHead(task, asked);
        }
        typed.ofTask(task).forEach((field, value) -> asked.putValueTyped(field, ShownValues.typed(value)));
        asked.keySet().retainAll(names);
        return asked;
    }

    /** Whoever comes here may read the task: the engine has been asked for its variables. */
    private void putHead(String task, VariableMap shown) {
        FormLanguage.in(
                        FormLanguage.ofReader(),
                        () -> commandExecutor.execute(engine -> head.get().of(task, engine)))
                .ifPresent(said -> shown.putValueTyped(HeadOfForm.HEAD, Variables.stringValue(said.toString())));
    }

    /** What was typed into the form that started it is done with; kept after all if the start is refused. */
    static void started(ExecutionEntity process) {
        ((ShownFormService) Context.getProcessEngineConfiguration().getFormService())
                .typed.forgetStart(keyOf(process.getProcessDefinitionId()));
    }

    /** The engine names a model by its key, its version and a number of its own. */
    private static String keyOf(String process) {
        return process.substring(0, process.indexOf(':'));
    }
}
