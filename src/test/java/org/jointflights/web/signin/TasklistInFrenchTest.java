package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasklistInFrenchTest {

    private static final String LOCALES = "/META-INF/resources/webjars/camunda/app/tasklist/locales/";

    @Test
    void every_label_and_date_word_of_the_english_file_has_its_french() throws IOException {
        JsonNode english = read("en.json");
        JsonNode french = read("fr.json");

        assertThat(names(french.get("labels"))).containsExactlyInAnyOrderElementsOf(names(english.get("labels")));
        assertThat(names(french.get("dateLocales")))
                .containsExactlyInAnyOrderElementsOf(names(english.get("dateLocales")));
        assertThat(french.get("dateLocales").get("months")).hasSize(12);
        assertThat(french.get("labels").get("BANNER_CE_EOL_TEXT").asText()).isEmpty();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream in = TasklistInFrenchTest.class.getResourceAsStream(LOCALES + file)) {
            assertThat(in).isNotNull();
            // Camunda's files begin with a byte-order mark.
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replace("\uFEFF", "");
            return new ObjectMapper().readTree(text);
        }
    }
}
