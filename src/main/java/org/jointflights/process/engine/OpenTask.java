package org.jointflights.process.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/** A task that has just been created or claimed: everything set here is local to the task and goes with it. */
public final class OpenTask {

    private final DelegateTask task;
    private final TaskForm form;
    private final Map<Class<?>, Object> facts = new HashMap<>();
    private @Nullable ShownInLanguages values;

    private OpenTask(DelegateTask task, TaskForm form) {
        this.task = task;
        this.form = form;
    }

    public OperationReference reference() {
        return FlightVariables.REFERENCE.from(task);
    }

    public Party party() {
        return FlightVariables.PARTY.from(task);
    }

    /** Whether it is put to people of that role; the process's variables are not read for it. */
    public boolean isFor(Role role) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .anyMatch(group -> Role.ofGroup(group).filter(role::equals).isPresent());
    }

    public <T> T read(Variable<T> variable) {
        return variable.from(task);
    }

    /** The same of a variable that only some models set. */
    public <T> Optional<T> find(Variable<T> variable) {
        return variable.find(task);
    }

    /**
     * A value that the form shows as the text it is, whatever signs are in it; only {@link Markdown} carries emphasis. It
     * must be declared in {@link TaskForm#shows()}.
     */
    public OpenTask show(String name, @Nullable Object value) {
        requireShown(name, value == null || value instanceof Computed);
        put(name, Markdown.source(value));
        return this;
    }

    /**
     * Rows of a table, or options of a select: a list of maps or records. What is {@link org.jointflights.domain.Worded} is
     * shown in words.
     */
    public OpenTask showRows(String name, List<?> rows) {
        requireShown(name, false);
        put(name, rows);
        return this;
    }

    /** What stands in a field before anybody types. */
    public OpenTask prefill(String field, @Nullable Object value) {
        require(form.fields(), field);
        put(field, value);
        return this;
    }

    /** What a form shows in every language, found out once and worded for each; one of each kind. */
    public <T> T once(Class<T> kind, Supplier<T> find) {
        T found = kind.cast(facts.get(kind));
        if (found == null) {
            found = find.get();
            facts.put(kind, found);
        }
        return found;
    }

    /** What was shown before stays unless it is shown anew. */
    private void put(String name, @Nullable Object value) {
        if (values == null) {
            values = ShownInLanguages.of(ShownValues.read(task));
        }
        values.put(FormLanguage.spoken(), name, ShownValues.json(value));
    }

    /** Fills in the form in each language, and stores what was shown, if anything was. */
    static void fill(DelegateTask task, TaskForm form, BiConsumer<TaskForm, OpenTask> fill) {
        OpenTask open = new OpenTask(task, form);
        FormLanguage.inEach(() -> fill.accept(form, open));
        open.keep();
    }

    private void keep() {
        if (values != null) {
            ShownValues.write(task, values.stored());
        }
    }

    private void requireShown(String name, boolean computed) {
        require(form.shows(), name);
        if (form.computed().contains(name) && !computed) {
            throw new IllegalStateException(form.task() + " shows nothing but computed values as " + name);
        }
    }

    private void require(Set<String> declared, String name) {
        if (!declared.contains(name)) {
            throw new IllegalStateException(form.task() + " does not declare " + name);
        }
    }
}
