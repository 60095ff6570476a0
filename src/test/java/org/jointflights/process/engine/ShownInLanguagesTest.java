package org.jointflights.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each reader sees the values of a form in their own language, whatever else has been shown before. */
class ShownInLanguagesTest {

    private final ShownInLanguages shown = ShownInLanguages.of(Map.of());

    @Test
    void each_language_has_its_words_and_both_have_the_same_figures() {
        show(Locale.ENGLISH, "seats", List.of(row("Sum", 20), row("France", 10)));
        show(Locale.FRENCH, "seats", List.of(row("Somme", 20), row("France", 10)));
        show(Locale.ENGLISH, "total", "1.00 EUR");
        show(Locale.FRENCH, "total", "1.00 EUR");

        assertThat(read(Locale.ENGLISH))
                .containsEntry("seats", json(List.of(row("Sum", 20), row("France", 10))))
                .containsEntry("total", json("1.00 EUR"));
        assertThat(read(Locale.FRENCH))
                .containsEntry("seats", json(List.of(row("Somme", 20), row("France", 10))))
                .containsEntry("total", json("1.00 EUR"));
        assertThat(read(Locale.GERMAN)).isEqualTo(read(Locale.ENGLISH));
    }

    @Test
    void only_what_differs_is_kept_twice() {
        show(Locale.ENGLISH, "seats", List.of(row("Sum", 20), row("a long text that is alike in both", 10)));
        show(Locale.FRENCH, "seats", List.of(row("Somme", 20), row("a long text that is alike in both", 10)));

        assertThat(String.valueOf(shown.stored().get("@fr"))).contains("Somme").doesNotContain("a long text", "20");
    }

    @Test
    void more_rows_another_shape_and_nothing_come_back_as_they_were() {
        show(Locale.ENGLISH, "rows", List.of(row("one", 1)));
        show(Locale.FRENCH, "rows", List.of(row("un", 1), row("deux", 2)));
        show(Locale.ENGLISH, "shape", Map.of("a", "x"));
        show(Locale.FRENCH, "shape", List.of("y"));
        show(Locale.ENGLISH, "gone", "there");
        show(Locale.FRENCH, "gone", null);

        assertThat(read(Locale.FRENCH))
                .containsEntry("rows", json(List.of(row("un", 1), row("deux", 2))))
                .containsEntry("shape", json(List.of("y")))
                .containsEntry("gone", json(null));
    }

    /** What is shown anew in the first language is never shown beside an older wording in another. */
    @Test
    void a_value_that_is_shown_anew_leaves_no_older_words_behind() {
        show(Locale.ENGLISH, "due", "Monday");
        show(Locale.FRENCH, "due", "lundi");
        show(Locale.ENGLISH, "due", "Tuesday");

        assertThat(read(Locale.FRENCH)).containsEntry("due", json("Tuesday"));
    }

    @Test
    void what_was_stored_before_forms_spoke_french_is_read_as_it_is() {
        VariableMap variables = Variables.createVariables();
        variables.putValue("shown0", "{\"total\":\"1.00 EUR\"}");

        ShownValues.expand(variables, Locale.FRENCH);

        assertThat(variables).isEqualTo(Map.of("total", "1.00 EUR"));
    }

    private void show(Locale language, String name, @Nullable Object value) {
        shown.put(language, name, json(value));
    }

    /** As it comes back from where it was stored. */
    private Map<String, JsonNode> read(Locale language) {
        VariableMap variables = Variables.createVariables();
        ShownValues.stored(shown.stored()).forEach((name, value) -> {
            if (value != null) {
                variables.putValue(name, value);
            }
        });
        Map<String, JsonNode> stored = new HashMap<>(ShownValues.read(variables));
        return ShownInLanguages.of(stored).in(language);
    }

    private static JsonNode json(@Nullable Object value) {
        return ShownValues.json(value);
    }

    private static Map<String, Object> row(String party, int seats) {
        return Map.of("party", party, "seats", seats);
    }
}
