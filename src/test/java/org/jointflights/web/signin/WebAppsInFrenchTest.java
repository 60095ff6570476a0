package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our French files beside the English ones and the scripts of Camunda's web jar. */
class WebAppsInFrenchTest {

    private static final String CAMUNDA = "/META-INF/resources/webjars/camunda/";
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern GAP = Pattern.compile("\\{\\{.*?}}|\\{}|</?(?:a|strong|br|em|code)\\b[^>]*>");

    /** Hidden by our style sheet, and switched off in our configuration. */
    private static final Set<String> NEVER_SHOWN = Set.of("BANNER_CE_EOL_TEXT", "FIRST_LOGIN_INFO");

    /** Words that are written the same in both languages. */
    private static final Set<String> THE_SAME = Set.of(
            "Action",
            "Actions",
            "Active",
            "Admin",
            "Annotation",
            "Application",
            "Applications",
            "Cockpit",
            "Configuration",
            "Date",
            "Description",
            "Documentation",
            "Exception",
            "Incidents",
            "Instance",
            "instances",
            "Message",
            "Migration",
            "OK",
            "Source",
            "Total",
            "Type",
            "Types",
            "Variable",
            "Variables",
            "Version");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void every_label_that_a_script_names_has_its_french(String app) {
        Map<String, String> english = labels(app, "en");
        Set<String> words = scripts(app).flatMap(WebAppsInFrenchTest::words).collect(Collectors.toSet());
        List<String> named = english.keySet().stream().filter(words::contains).toList();

        assertThat(named).hasSizeGreaterThan(120);
        assertThat(labels(app, "fr").keySet()).containsAll(named);
    }

    /** It puts some labels together from what was done to a task, so that its scripts do not name them. */
    @Test
    void every_label_of_tasklist_has_its_french() {
        assertThat(labels("tasklist", "fr").keySet())
                .containsExactlyInAnyOrderElementsOf(labels("tasklist", "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void what_a_password_must_hold_is_asked_in_french(String app) {
        List<String> rules = labels(app, "en").keySet().stream()
                .filter(label -> label.startsWith("PASSWORD_POLICY_"))
                .toList();

        assertThat(labels(app, "fr").keySet()).containsAll(rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void the_french_keeps_every_gap_and_is_neither_empty_nor_english(String app) {
        Map<String, String> english = labels(app, "en");
        Map<String, String> wrong = new TreeMap<>();
        labels(app, "fr").forEach((label, french) -> {
            String original = english.getOrDefault(label, "");
            boolean lost = !gaps(french).equals(gaps(original));
            boolean empty = french.isBlank() != original.isBlank();
            boolean untranslated = french.equals(original)
                    && GAP.matcher(original).replaceAll("").chars().anyMatch(Character::isLetter)
                    && !THE_SAME.contains(original.strip());
            if (!NEVER_SHOWN.contains(label) && (lost || empty || untranslated)) {
                wrong.put(label, french);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void dates_are_written_in_french_and_nothing_is_advertised(String app) {
        JsonNode dates = read(app, "fr").get("dateLocales");

        assertThat(names(dates))
                .containsExactlyInAnyOrderElementsOf(names(read(app, "en").get("dateLocales")));
        assertThat(dates.get("months")).hasSize(12);
        assertThat(labels(app, "fr")).containsEntry("BANNER_CE_EOL_TEXT", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void both_languages_are_offered(String app) {
        assertThat(text(CAMUNDA + "app/" + app + "/scripts/config.js"))
                .contains("import { locales } from '/door.js';", "  locales,\n");
        assertThat(text("/static/door.js")).contains("export const locales", "['en', 'fr']");
    }

    /** They are looked for as they stand in the script that says them. */
    @Test
    void what_a_form_says_of_itself_is_there_as_the_script_says_it() {
        String script = text(CAMUNDA + "lib/deps.js");
        JsonNode words = read("tasklist", "fr").get("formWords");

        assertThat(names(words))
                .hasSize(12)
                .allMatch(english -> Stream.of(english.split("\\{}", -1))
                        .allMatch(part -> script.contains(part.equals(" of ") ? "\" of \"" : part)));
        words.properties()
                .forEach(word -> assertThat(gaps(word.getValue().textValue()))
                        .as(word.getKey())
                        .isEqualTo(gaps(word.getKey())));
        assertThat(Pattern.compile("`?\"?(Field (?:is required|must have m|must match)[^`\"]*)[`\"]")
                        .matcher(script)
                        .results()
                        .map(said -> said.group(1).replaceAll("\\$\\{[^}]*}", "{}")))
                .isNotEmpty()
                .allMatch(words::has);
    }

    private static Stream<String> scripts(String app) {
        return Stream.of(
                        CAMUNDA + "lib/deps.js",
                        CAMUNDA + "app/" + app + "/camunda-" + app + "-bootstrap.js",
                        "/META-INF/resources/plugin/" + app + "/app/plugin.js")
                // Welcome has no plugin of its own.
                .filter(file -> !file.contains("plugin/welcome"))
                .map(WebAppsInFrenchTest::text);
    }

    private static Stream<String> words(String script) {
        return WORD.matcher(script).results().map(MatchResult::group);
    }

    private static List<String> gaps(String label) {
        return GAP.matcher(label)
                .results()
                .map(gap -> gap.group().replace(" ", ""))
                .sorted()
                .toList();
    }

    private static Map<String, String> labels(String app, String language) {
        JsonNode labels = read(app, language).get("labels");
        Map<String, String> texts = new LinkedHashMap<>();
        names(labels).forEach(name -> texts.put(name, labels.get(name).asText()));
        return texts;
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(String app, String language) {
        try {
            // Camunda's files begin with a byte-order mark.
            return new ObjectMapper()
                    .readTree(text(CAMUNDA + "app/" + app + "/locales/" + language + ".json")
                            .replace("\uFEFF", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try (InputStream in = WebAppsInFrenchTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
