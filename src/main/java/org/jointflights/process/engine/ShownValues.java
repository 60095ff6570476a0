package org.jointflights.process.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jointflights.domain.Worded;
import org.jspecify.annotations.Nullable;

/**
 * All that the form of one task shows, as one text in as few variables as hold it: a variable for each value would be a row
 * each, and for each table a row of bytes besides. {@link ShownFormService} makes of it the values that the form asks for.
 */
final class ShownValues {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().registerModule(new SimpleModule().addSerializer(new InWords()));

    /** The engine's column for texts. */
    private static final int LONGEST_STRING = 4000;

    /** What needs more pieces is stored as bytes instead. */
    private static final int MOST_PIECES = 8;

    private static final String PIECE = "shown";
    private static final String WHOLE = "shownBytes";

    /** The names under which it may be stored. */
    static final Set<String> NAMES = IntStream.range(0, MOST_PIECES + 1)
            .mapToObj(piece -> piece == MOST_PIECES ? WHOLE : PIECE + piece)
            .collect(Collectors.toUnmodifiableSet());

    private ShownValues() {}

    /** Keeps these instead of what was kept before. */
    static void write(VariableScope task, Map<String, @Nullable Object> values) {
        stored(values).forEach((name, value) -> put(task, name, value));
    }

    /** The variables that hold these values; those of the names that none needs are nothing. */
    static Map<String, @Nullable Object> stored(Map<String, @Nullable Object> values) {
        String text = written(values);
        List<String> pieces = pieces(text);
        boolean whole = pieces.size() > MOST_PIECES;
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        for (int piece = 0; piece < MOST_PIECES; piece++) {
            variables.put(PIECE + piece, whole || piece >= pieces.size() ? null : pieces.get(piece));
        }
        variables.put(WHOLE, whole ? text.getBytes(StandardCharsets.UTF_8) : null);
        return variables;
    }

    private static void put(VariableScope task, String name, @Nullable Object value) {
        if (value != null) {
            task.setVariableLocal(name, value);
        } else if (task.hasVariableLocal(name)) {
            task.removeVariableLocal(name);
        }
    }

    /** What is kept, as JSON by name; nothing where nothing is. */
    static Map<String, JsonNode> read(VariableScope task) {
        return read(task.getVariablesLocal());
    }

    /** The same of a task's variables. */
    static Map<String, JsonNode> read(Map<String, Object> variables) {
        StringBuilder text = new StringBuilder();
        if (variables.get(WHOLE) instanceof byte[] whole) {
            text.append(new String(whole, StandardCharsets.UTF_8));
        } else {
            for (int piece = 0; variables.get(PIECE + piece) instanceof String next; piece++) {
                text.append(next);
            }
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            parse(text.toString()).properties().forEach(value -> values.put(value.getKey(), value.getValue()));
        }
        return values;
    }

    /**
     * Puts the single values in the place of what they are stored as, before what the process calls by the same name; of a
     * task that has none, all stays as it is.
     */
    static void expand(VariableMap variables, Locale language) {
        Map<String, JsonNode> values = ShownInLanguages.of(read(variables)).in(language);
        variables.keySet().removeAll(NAMES);
        values.forEach((name, value) -> variables.putValueTyped(name, typed(value)));
    }

    /** With its type, which whoever asks over HTTP is told. */
    static TypedValue typed(JsonNode value) {
        if (value.isContainerNode()) {
            return SpinValues.jsonValue(value.toString()).create();
        }
        Object plain = plain(value);
        if (plain instanceof Boolean truth) {
            return Variables.booleanValue(truth);
        }
        if (plain instanceof Long number) {
            return Variables.longValue(number);
        }
        return plain instanceof String text ? Variables.stringValue(text) : Variables.untypedValue(plain);
    }

    /** What is kept of a value: whatever has a wording, in the language that is spoken now. */
    static JsonNode json(@Nullable Object value) {
        return JSON.valueToTree(value);
    }

    /** A text, a whole number or a truth, as the engine would have kept it. */
    static @Nullable Object plain(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        return value.isNumber() ? (Object) value.doubleValue() : value.textValue();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + LONGEST_STRING);
            // A sign of two halves stays whole.
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private static String written(Map<String, @Nullable Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot show " + values.keySet(), e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the form shows is not what was stored", e);
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
}
