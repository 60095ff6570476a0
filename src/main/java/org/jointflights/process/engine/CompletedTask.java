package org.jointflights.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/** A task that its claimant completes now: the answers, and where the facts for the model go. */
public final class CompletedTask {

    private final DelegateTask task;
    private final TaskForm form;
    private final TypedFields answers;
    private @Nullable Map<String, JsonNode> shown;

    CompletedTask(DelegateTask task, TaskForm form) {
        this.task = task;
        this.form = form;
        Map<String, @Nullable Object> typed = new HashMap<>();
        form.fields().forEach(field -> typed.put(field, typed(field)));
        this.answers = new TypedFields(typed);
    }

    /** What stood in the field before is the answer of whoever sends it with nothing else. */
    private @Nullable Object typed(String field) {
        return task.hasVariableLocal(field) ? task.getVariableLocal(field) : ShownValues.plain(shown().get(field));
    }

    private Map<String, JsonNode> shown() {
        if (shown == null) {
            shown = ShownValues.read(task);
        }
        return shown;
    }

    public TypedFields answers() {
        return answers;
    }

    public OperationReference reference() {
        return FlightVariables.REFERENCE.from(task);
    }

    public Party party() {
        return FlightVariables.PARTY.from(task);
    }

    public <T> T read(Variable<T> variable) {
        return variable.from(task);
    }

    /** The same of a variable that only some models set. */
    public <T> Optional<T> find(Variable<T> variable) {
        return variable.find(task);
    }

    /** Whether the model with which the process began has that element: what an earlier one cannot do is not asked of it. */
    public boolean isInModel(String element) {
        return task.getBpmnModelInstance().getModelElementById(element) != null;
    }

    /** What the form showed as that, and nobody could change; the name is one of {@link TaskForm#shows()}. */
    public String shown(String name) {
        if (!form.shows().contains(name)) {
            throw new IllegalStateException(form.task() + " does not show " + name);
        }
        JsonNode value = shown().get(name);
        // A task that an earlier version opened holds it as a variable of its own.
        return (String)
                Objects.requireNonNull(value == null ? task.getVariableLocal(name) : ShownValues.plain(value), name);
    }

    /** A fact that a gateway or a timer reads next. */
    public <T> void decide(Variable<T> fact, T value) {
        fact.set(task.getExecution(), value);
    }

    /** The same, seen only within the instance of a repeated activity that the task belongs to. */
    public <T> void decideHere(Variable<T> fact, T value) {
        task.getExecution().setVariableLocal(fact.name(), fact.stored(value));
    }
}
