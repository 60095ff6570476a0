package org.jointflights.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownValuesTest {

    @Test
    void texts_numbers_and_truths_come_back_as_they_were_and_tables_as_json() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("total", "1,234.00 EUR");
        values.put("returnees", 12);
        values.put("agreed", true);
        values.put("empty", null);
        values.put("rows", List.of(Map.of("party", "FR", "status", Sentence.of("common.sum"))));

        VariableMap shown = expanded(values);

        assertThat(shown)
                .containsOnlyKeys("total", "returnees", "agreed", "empty", "rows")
                .containsEntry("total", "1,234.00 EUR")
                .containsEntry("returnees", 12L)
                .containsEntry("agreed", true)
                .containsEntry("empty", null);
        assertThat(List.of("total", "returnees", "agreed", "rows"))
                .extracting(name -> shown.getValueTyped(name).getType().getName())
                .containsExactly("string", "long", "boolean", "json");
        assertThat(String.valueOf(shown.get("rows"))).contains("\"party\":\"FR\"", "\"status\":\"Sum\"");
    }

    /** Around the length of a variable, and far beyond what several of them hold; a sign of two halves at every place. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3980, 3981, 3982, 3983, 3984, 3985, 3986, 3987, 3988, 8000, 31_990, 31_991, 40_000})
    void no_text_is_too_long_and_no_sign_is_torn_in_two(int length) {
        String text = "a".repeat(length) + "\uD83D\uDEEB".repeat(20);

        assertThat(expanded(Map.of("text", text))).containsOnlyKeys("text").containsEntry("text", text);
        assertThat(ShownValues.stored(Map.of("text", text)).values())
                .filteredOn(String.class::isInstance)
                .allSatisfy(piece -> assertThat((String) piece)
                        .hasSizeLessThanOrEqualTo(4000)
                        .doesNotMatch("(?s).*[\uD800-\uDBFF]"));
    }

    @Test
    void what_the_form_shows_stands_before_what_the_process_calls_by_the_same_name() {
        VariableMap variables = stored(Map.of("total", "1.00 EUR"));
        variables.putValue("total", "of the process");
        variables.putValue("round", 2);

        ShownValues.expand(variables, Locale.ENGLISH);

        assertThat(variables).isEqualTo(Map.of("total", "1.00 EUR", "round", 2));
    }

    private static VariableMap expanded(Map<String, @Nullable Object> values) {
        VariableMap variables = stored(values);
        ShownValues.expand(variables, Locale.ENGLISH);
        return variables;
    }

    private static VariableMap stored(Map<String, @Nullable Object> values) {
        VariableMap variables = Variables.createVariables();
        ShownValues.stored(values).forEach((name, value) -> {
            if (value != null) {
                variables.putValue(name, value);
            }
        });
        assertThat(ShownValues.NAMES).containsAll(variables.keySet());
        return variables;
    }
}
