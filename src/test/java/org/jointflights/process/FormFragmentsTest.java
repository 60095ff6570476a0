package org.jointflights.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every form to what it has in common with others, and shows that one that strays is found. */
class FormFragmentsTest {

    /** There is no flight yet when one is proposed. */
    private static final String BEFORE_THE_FLIGHT = "propose-flight";

    /** The order of the tables of a plan, but for the one that the reader is asked about, which stands first. */
    private static final List<String> PLAN_TABLES = List.of("=seats", "=costs", "=shares", "=decisions", "=signatures");

    /** What is answered, changed, chosen or added to: the fields name its rows, or ask about it. */
    private static final Map<String, List<String>> READ_FIRST = Map.ofEntries(
            Map.entry("add-cost-item", List.of("=itemRows")),
            Map.entry("answer-last-call", List.of("=gates")),
            Map.entry("answer-objection", List.of("=objectionRows")),
            Map.entry("choose-carrier", List.of("=quoteRows")),
            Map.entry("confirm-boarding", List.of("=gates")),
            Map.entry("confirm-gates", List.of("=gates")),
            Map.entry("confirm-stopover", List.of("=gates")),
            Map.entry("decide-dispute", List.of("=objectionRows")),
            Map.entry("decide-objection", List.of("=objectionRows")),
            Map.entry("enter-actual-cost", List.of("=claimRows")),
            Map.entry("record-permits", List.of("=permitRows")),
            Map.entry("set-ceilings", List.of("=decisions", "=leftOfYear")));

    private final FormFragments fragments = FormFragments.read();

    static List<String> forms() {
        return FormFragments.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void what_a_form_has_in_common_with_others_it_has_word_for_word(String form) {
        assertThat(fragments.strays(form, FormFragments.form(form))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_begins_with_its_heading_and_what_is_signed_and_then_says_which_flight_it_is_by_when_and_what_if_not(
            String form) {
        List<JsonNode> components = FormFragments.components(FormFragments.form(form));
        String first = components.get(0).path("text").asText();
        assertThat(first).startsWith("## ");
        if (!first.contains("{{reference}}")) {
            assertThat(first)
                    .as("nothing but a heading stands before the flight")
                    .doesNotContain("\n");
        }
        if (form.equals(BEFORE_THE_FLIGHT)) {
            return;
        }
        assertThat(fragments.of(components.get(1))).as("the second component").containsExactly("flight");
        assertThat(fragments.of(components.get(2))).as("the third component").containsExactly("head");
        assertThat(components.stream().skip(3))
                .as("the reference and the heading stand nowhere else")
                .noneMatch(later -> later.path("text").asText().matches("(?s).*(\\{\\{reference}}|(^|\n)##? ).*"));
    }

    @Test
    void a_table_that_two_forms_show_has_a_fragment() {
        Map<String, Set<String>> shown = new HashMap<>();
        for (String form : forms()) {
            for (JsonNode component : FormFragments.components(FormFragments.form(form))) {
                if (component.path("type").asText().equals("table")
                        && fragments.of(component).findAny().isEmpty()) {
                    for (String alike : List.of("dataSource", "label")) {
                        shown.computeIfAbsent(component.path(alike).asText(), table -> new TreeSet<>())
                                .add(form);
                    }
                    shown.computeIfAbsent(FormFragments.columns(component).toString(), table -> new TreeSet<>())
                            .add(form);
                }
            }
        }
        assertThat(shown)
                .isNotEmpty()
                .allSatisfy((table, in) -> assertThat(in)
                        .as("%s is shown by several forms and is no fragment", table)
                        .hasSize(1));
    }

    @Test
    void every_fragment_is_part_of_some_form() {
        Set<String> used = forms().stream()
                .flatMap(form -> FormFragments.components(FormFragments.form(form)).stream())
                .flatMap(fragments::of)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).isEqualTo(fragments.names());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_tables_of_a_plan_stand_in_one_order_after_the_one_that_the_reader_is_asked_about(String form) {
        List<String> tables = FormFragments.components(FormFragments.form(form)).stream()
                .map(component -> component.path("dataSource").asText())
                .filter(PLAN_TABLES::contains)
                .toList();
        List<String> others = new ArrayList<>(PLAN_TABLES);
        others.retainAll(tables.stream().skip(1).toList());
        assertThat(tables.stream().skip(1)).containsExactlyElementsOf(others);
    }

    /** What is decided stands first and what it is decided by below it, but for what one must read to fill in anything. */
    @ParameterizedTest
    @MethodSource("forms")
    void no_table_stands_above_what_is_asked_but_one_that_the_answers_name(String form) {
        List<JsonNode> components = FormFragments.components(FormFragments.form(form));
        List<String> above = components.stream()
                .takeWhile(component -> !component.has("key"))
                .filter(component -> component.path("type").asText().equals("table"))
                .map(component -> component.path("dataSource").asText())
                .toList();
        assertThat(above).isEqualTo(READ_FIRST.getOrDefault(form, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "answer-offer, correct-answer",
        "count-aboard, count-aboard-at-stop",
        "clear-departure, clear-onward",
        "sign-decision-for-frontex, sign-decision-for-state"
    })
    void what_is_asked_at_two_places_is_asked_alike(String one, String other) {
        assertThat(asked(one)).isNotEmpty().isEqualTo(asked(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget | dataSource | \"=items\" | in “dataSource” it has \"=items\" instead of \"=itemRows\"",
                "budget | label | \"Budget\" | in “label” it has \"Budget\" instead of \"The budget\"",
                "quotes | rowCount | 5 | in “rowCount” it has 5 instead of 100",
                "flight | text | \"**Flight:** {{flightSummary}}\" | in “text” it has \"**Flight:** {{flightSummary}}\" instead of",
                "signed-content | text | \"[Look](/signed/{{hash}}.json)\" | in “text” it has \"[Look](/signed/{{hash}}.json)\" instead of",
                "reason | key | \"because\" | in “key” it has \"because\" instead of \"reason\"",
                "gates | conditional | {\"hide\":\"=true\"} | in “conditional” it has {\"hide\":\"=true\"} instead of nothing",
                "yes-no | type | \"radio\" | in “type” it has \"radio\" instead of \"select\"",
                "yes-no | defaultValue | \"yes\" | in “defaultValue” it has \"yes\" instead of nothing",
            })
    void a_component_that_strays_is_named_with_its_form_its_fragment_and_the_difference(
            String fragment, String property, String value, String difference) {
        ObjectNode form = formOf(fragment);
        JsonNode before = form.deepCopy();
        ((ObjectNode) form.at("/components/0")).set(property, FormFragments.parse(value));

        assertThat(fragments.strays("some-task", before)).isEmpty();
        assertThat(fragments.strays("some-task", form))
                .singleElement()
                .asString()
                .startsWith("forms/some-task.form: ")
                .contains("differs from forms/fragments/" + fragment + ".json: ", difference);
    }

    @Test
    void a_column_that_is_called_otherwise_or_stands_elsewhere_is_found() {
        ObjectNode renamed = formOf("plan-seats");
        ((ObjectNode) renamed.at("/components/0/columns/0")).put("label", "State");
        ObjectNode moved = formOf("plan-seats");
        ArrayNode columns = (ArrayNode) moved.at("/components/0/columns");
        columns.add(columns.remove(0));

        assertThat(Stream.of(renamed, moved).flatMap(form -> fragments.strays("some-task", form).stream()))
                .hasSize(2)
                .allMatch(stray -> stray.contains("plan-seats.json: in “columns” it has "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"checkbox\",\"key\":\"seen\",\"label\":\"I have seen it\"}",
                "{\"type\":\"select\",\"key\":\"seen\",\"label\":\"Seen?\",\"values\":[{\"value\":\"YES\",\"label\":\"Yes\"},{\"value\":\"NO\",\"label\":\"No\"}]}",
                "{\"type\":\"select\",\"key\":\"seen\",\"label\":\"Seen?\",\"values\":[{\"value\":\"A\",\"label\":\"Yes, all of it\"},{\"value\":\"B\",\"label\":\"In part\"}]}",
                "{\"type\":\"radio\",\"key\":\"seen\",\"label\":\"Seen?\",\"values\":[{\"value\":true,\"label\":\"Certainly\"},{\"value\":false,\"label\":\"Not so\"}]}",
            })
    void a_question_that_takes_yes_or_no_in_another_way_is_found(String question) {
        ObjectNode form = formOf("reason");
        ((ArrayNode) form.get("components")).add(FormFragments.parse(question));

        assertThat(fragments.strays("some-task", form))
                .singleElement()
                .asString()
                .contains("yes-no.json");
    }

    private static List<JsonNode> asked(String form) {
        return FormFragments.components(FormFragments.form(form)).stream()
                .filter(component -> component.has("key"))
                .toList();
    }

    /** A form of one component, which some form really has. */
    private ObjectNode formOf(String fragment) {
        JsonNode component = forms().stream()
                .flatMap(form -> FormFragments.components(FormFragments.form(form)).stream())
                .filter(some -> fragments.of(some).anyMatch(fragment::equals))
                .findFirst()
                .orElseThrow();
        return ((ObjectNode) FormFragments.parse("{\"components\":[" + component + "]}")).deepCopy();
    }
}
