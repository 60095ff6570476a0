package org.jointflights.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of every form is there in each language that people read. */
class FormTranslationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern GAP = Pattern.compile("\\{\\{\\w+}}");

    private final FormTranslations translations = new FormTranslations();

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    /** One key for each text, however many forms have it; what shows nothing but a value has no language. */
    private static Map<String, String> english() {
        ResourceBundle texts = ResourceBundle.getBundle("messages/form", Locale.ROOT);
        return texts.keySet().stream()
                .collect(Collectors.toMap(code -> Sentence.of(code).in(Locale.ENGLISH), code -> code));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void no_field_has_one_language_only(Path form) throws IOException {
        Map<String, String> codes = english();
        for (String text : texts(JSON.readTree(form.toFile()))) {
            if (GAP.matcher(text).replaceAll("").chars().noneMatch(Character::isLetter)) {
                continue;
            }
            assertThat(codes).as("form.properties holds “%s” of %s", text, form).containsKey(text);
            String french = Sentence.of(codes.get(text)).in(Locale.FRENCH);
            assertThat(gaps(french)).as(text).isEqualTo(gaps(text));
            // A sentence that reads the same in both was not translated; a word may be.
            if (text.contains(" ")) {
                assertThat(french).isNotEqualTo(text);
            }
        }
    }

    @Test
    void no_text_is_left_that_no_form_has() throws IOException {
        Set<String> read = new TreeSet<>();
        for (Path form : forms().toList()) {
            read.addAll(texts(JSON.readTree(form.toFile())));
        }
        assertThat(english().keySet()).isSubsetOf(read);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_in_another_language_asks_for_the_same_and_takes_the_same(Path file) throws IOException {
        byte[] deployed = Files.readAllBytes(file);

        JsonNode french = JSON.readTree(translations.of(new ByteArrayInputStream(deployed), Locale.FRENCH));
        JsonNode english = JSON.readTree(translations.of(new ByteArrayInputStream(deployed), Locale.ENGLISH));

        assertThat(english).isEqualTo(JSON.readTree(deployed));
        assertThat(withoutTexts(french)).isEqualTo(withoutTexts(english));
        assertThat(texts(french)).hasSameSizeAs(texts(english)).isNotEqualTo(texts(english));
    }

    @Test
    void a_text_that_an_older_version_of_a_form_had_stays_as_it_was_deployed() throws IOException {
        String form = "{\"components\":[{\"label\":\"Party\"},{\"label\":\"A text of long ago\"}]}";

        JsonNode french = JSON.readTree(
                translations.of(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)), Locale.FRENCH));

        assertThat(texts(french)).containsExactly("Partie", "A text of long ago");
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.properties().forEach(part -> {
            if (FormTranslations.READ.contains(part.getKey()) && part.getValue().isTextual()) {
                texts.add(part.getValue().textValue());
            }
        });
        node.forEach(part -> texts.addAll(texts(part)));
        return texts;
    }

    private static String withoutTexts(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> parts = new TreeMap<>();
            node.properties()
                    .forEach(part -> parts.put(
                            part.getKey(),
                            FormTranslations.READ.contains(part.getKey()) ? "…" : withoutTexts(part.getValue())));
            return parts.toString();
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(part -> parts.add(withoutTexts(part)));
            return parts.toString();
        }
        return node.toString();
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
