package org.jointflights.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a form shows in each language: whole in the language of the files, and of every other what differs from it, cell by
 * cell, so that a table of figures is not kept twice. What was kept before forms spoke a second language stays as it is.
 */
final class ShownInLanguages {

    /** No form declares such a name. */
    private static final String MARK = "@";

    private final Map<String, JsonNode> whole = new LinkedHashMap<>();
    private final Map<Locale, Map<String, JsonNode>> others = new LinkedHashMap<>();

    private ShownInLanguages() {}

    /** From what was stored. */
    static ShownInLanguages of(Map<String, JsonNode> stored) {
        ShownInLanguages shown = new ShownInLanguages();
        stored.forEach((name, value) -> {
            if (!name.startsWith(MARK)) {
                shown.whole.put(name, value);
            }
        });
        for (Locale other : FormLanguage.OTHERS) {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            JsonNode different = stored.get(MARK + other.getLanguage());
            if (different != null) {
                different
                        .properties()
                        .forEach(value ->
                                values.put(value.getKey(), changed(shown.whole.get(value.getKey()), value.getValue())));
            }
            shown.others.put(other, values);
        }
        return shown;
    }

    void put(Locale language, String name, JsonNode value) {
        if (language.equals(FormLanguage.OF_FILES)) {
            whole.put(name, value);
            // Whatever it was called in another language is said anew, or is the same.
            others.values().forEach(values -> values.remove(name));
        } else {
            Objects.requireNonNull(others.get(language)).put(name, value);
        }
    }

    /** All values in that language. */
    Map<String, JsonNode> in(Locale language) {
        Map<String, JsonNode> values = new LinkedHashMap<>(whole);
        values.putAll(others.getOrDefault(language, Map.of()));
        return values;
    }

    /** As it is stored. */
    Map<String, @Nullable Object> stored() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(whole);
        others.forEach((language, other) -> {
            ObjectNode different = JsonNodeFactory.instance.objectNode();
            other.forEach((name, value) -> {
                JsonNode base = whole.get(name);
                if (!value.equals(base)) {
                    different.set(name, difference(base, value));
                }
            });
            if (!different.isEmpty()) {
                values.put(MARK + language.getLanguage(), different);
            }
        });
        return values;
    }

    /** Only what differs of an object with the same names, or of as many rows; else the other as a whole, in a list of its own. */
    private static JsonNode difference(@Nullable JsonNode base, JsonNode other) {
        if (!isAlike(base, other)) {
            return JsonNodeFactory.instance.arrayNode().add(other);
        }
        ObjectNode different = JsonNodeFactory.instance.objectNode();
        parts(Objects.requireNonNull(base)).forEach((name, part) -> {
            JsonNode otherPart = part(other, name);
            if (!part.equals(otherPart)) {
                different.set(name, difference(part, otherPart));
            }
        });
        return different;
    }

    private static JsonNode changed(@Nullable JsonNode base, JsonNode difference) {
        if (difference instanceof ArrayNode instead) {
            return instead.get(0);
        }
        JsonNode other =
                Objects.requireNonNull(base, "a difference from nothing").deepCopy();
        difference.properties().forEach(part -> {
            JsonNode value = changed(part(other, part.getKey()), part.getValue());
            if (other instanceof ArrayNode rows) {
                rows.set(Integer.parseInt(part.getKey()), value);
            } else {
                ((ObjectNode) other).set(part.getKey(), value);
            }
        });
        return other;
    }

    private static boolean isAlike(@Nullable JsonNode base, JsonNode other) {
        if (base instanceof ArrayNode && other instanceof ArrayNode) {
            return base.size() == other.size();
        }
        return base instanceof ObjectNode
                && other instanceof ObjectNode
                && parts(base).keySet().equals(parts(other).keySet());
    }

    private static Map<String, JsonNode> parts(JsonNode container) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        if (container.isArray()) {
            for (int row = 0; row < container.size(); row++) {
                parts.put(String.valueOf(row), container.get(row));
            }
        } else {
            container.properties().forEach(part -> parts.put(part.getKey(), part.getValue()));
        }
        return parts;
    }

    private static JsonNode part(JsonNode container, String name) {
        return Objects.requireNonNull(
                container.isArray() ? container.get(Integer.parseInt(name)) : container.get(name));
    }
}
