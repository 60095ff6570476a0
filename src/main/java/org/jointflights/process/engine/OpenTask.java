package org.jointflights.process.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Worded;
import org.jspecify.annotations.Nullable;

/** A task that has just been created: everything set here is local to the task and goes with it. */
public final class OpenTask {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().registerModule(new SimpleModule().addSerializer(new InWords()));

    /** The engine's column for texts; a longer one is stored as Json, which Tasklist shows alike. */
    private static final int LONGEST_STRING = 4000;

    private final DelegateTask task;
    private final TaskForm form;

    OpenTask(DelegateTask task, TaskForm form) {
        this.task = task;
        this.form = form;
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

    /**
     * A value that the form shows as the text it is, whatever signs are in it; only {@link Markdown} carries emphasis. It
     * must be declared in {@link TaskForm#shows()}.
     */
    public OpenTask show(String name, @Nullable Object value) {
        requireShown(name, value == null || value instanceof Computed);
        put(name, Markdown.source(value));
        return this;
    }

    /** Rows of a table, or options of a select: a list of maps or records. What is {@link Worded} is shown in words. */
    public OpenTask showRows(String name, List<?> rows) {
        requireShown(name, false);
        task.setVariableLocal(name, json(name, rows));
        return this;
    }

    /** What stands in a field before anybody types. */
    public OpenTask prefill(String field, @Nullable Object value) {
        require(form.fields(), field);
        task.setVariableLocal(field, value);
        return this;
    }

    private void put(String name, String source) {
        task.setVariableLocal(name, source.length() <= LONGEST_STRING ? source : json(name, source));
    }

    private static JsonValue json(String name, Object value) {
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot show " + name, e);
        }
    }

    private static final class InWords extends StdSerializer<Worded> {

        private static final long serialVersionUID = 1;

        InWords() {
            super(Worded.class);
        }

        @Override
        public void serialize(Worded words, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(FormLanguage.say(words));
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
