package org.jointflights.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unbescape.xml.XmlEscape;

/** What stands on a drawing is there in each language that people read. */
class ModelWordingsTest {

    /** Messages and errors have names that nobody reads. */
    private static final Pattern LABEL = Pattern.compile(
            "<bpmn:(?!message |error |signal |linkEventDefinition )\\w+ id=\"[^\"]+\" name=\"([^\"]+)\"");

    private static final Pattern NOTE = Pattern.compile("<bpmn:text>([^<]*)</bpmn:text>");

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_label_has_one_language_only(Path model) throws IOException {
        Set<String> known = labels("step");
        known.addAll(labels("label"));

        assertThat(drawn(model)).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void no_label_is_left_that_no_model_draws() throws IOException {
        Set<String> drawn = new TreeSet<>();
        for (Path model : models().toList()) {
            drawn.addAll(drawn(model));
        }
        assertThat(labels("label")).isSubsetOf(drawn);
    }

    @Test
    void a_label_that_is_broken_in_two_is_the_same_label() {
        assertThat(Wordings.ofModels().in(Locale.FRENCH, "Record the\nlanding"))
                .isEqualTo("Enregistrer l’atterrissage");
        assertThat(Wordings.ofModels().in(Locale.FRENCH, "A step of long ago")).isEqualTo("A step of long ago");
    }

    /** Names and notes alike; what else is in the file stays. */
    @ParameterizedTest
    @MethodSource("models")
    void whoever_reads_french_reads_the_whole_drawing_in_french(Path model) throws IOException {
        String file = Files.readString(model);
        String french = Drawings.in(Locale.FRENCH, file);

        assertThat(NOTE.matcher(file).results().map(note -> note.group(1)))
                .isNotEmpty()
                .allSatisfy(note -> assertThat(french).doesNotContain(note));
        assertThat(NOTE.matcher(french).results().map(note -> XmlEscape.unescapeXml(note.group(1))))
                .isSubsetOf(ResourceBundle.getBundle("messages/label", Locale.FRENCH).keySet().stream()
                        .map(code -> Sentence.of(code).in(Locale.FRENCH))
                        .toList());
        assertThat(french.substring(french.indexOf("<bpmndi:BPMNDiagram")))
                .isEqualTo(file.substring(file.indexOf("<bpmndi:BPMNDiagram")));
        assertThat(Drawings.in(Locale.ENGLISH, file)).isEqualTo(file);
    }

    private static Set<String> labels(String topic) {
        return ResourceBundle.getBundle("messages/" + topic, Locale.ROOT).keySet().stream()
                .map(code -> Sentence.of(code).in(Locale.ENGLISH))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> drawn(Path model) throws IOException {
        String file = Files.readString(model);
        return Stream.of(LABEL, NOTE)
                .flatMap(text -> text.matcher(file).results())
                .map(found -> XmlEscape.unescapeXml(found.group(1)).replace('\n', ' '))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
