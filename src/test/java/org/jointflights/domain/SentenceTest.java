package org.jointflights.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class SentenceTest {

    @Test
    void a_sentence_fills_its_gaps_in_the_language_of_the_reader() {
        Sentence sentence = Sentence.of("common.said", Sentence.of("settlement.fund.NATIONAL"));

        assertThat(sentence.in(Locale.ENGLISH)).isEqualTo("the states");
        assertThat(sentence.in(Locale.FRENCH)).isNotEqualTo("the states").isNotBlank();
    }

    @Test
    void a_field_is_called_by_its_label_or_as_the_request_calls_it_where_it_has_none() {
        assertThat(Sentence.of("field.reason").in(Locale.ENGLISH)).isEqualTo("Reason");
        assertThat(Sentence.of("field.noSuchField").in(Locale.ENGLISH)).isEqualTo("noSuchField");
        assertThat(BadInput.of("noSuchField", 501, "common.seats.count", 500))
                .hasMessage("noSuchField cannot be 501. Enter a whole number from 0 to 500.");
    }

    @Test
    void a_party_that_is_named_in_full_is_named_in_the_language_of_the_sentence() {
        Sentence sentence = Sentence.of("common.said", new PartyName(new Party("DE")));

        assertThat(sentence.in(Locale.ENGLISH)).isEqualTo("Germany");
        assertThat(sentence.in(Locale.FRENCH)).isEqualTo("Allemagne");
    }

    @Test
    void nothing_given_is_shown_as_nothing() {
        assertThat(BadInput.of("reason", null, "common.seats.count", 500).value())
                .isEmpty();
    }

    /** What the bundles hold, filled by {@link MessageFormat} and by us, with too few values, enough, and values that look like gaps. */
    @Test
    void every_text_of_every_bundle_is_filled_as_a_message_format_fills_it() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            Properties texts = new Properties();
            try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(in);
            }
            codes.addAll(texts.stringPropertyNames());
        }
        assertThat(codes).hasSizeGreaterThan(2_000);
        for (String code : codes) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH, Locale.CANADA_FRENCH, Locale.JAPANESE)) {
                ResourceBundle texts = ResourceBundle.getBundle(
                        "messages/"
                                + code.substring(0, Math.max(0, code.indexOf('.')))
                                        .replaceFirst("^$", "common"),
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
                MessageFormat whole = new MessageFormat(Typography.set(texts.getString(code), language), language);
                for (Object[] values :
                        new Object[][] {{}, {"a"}, {"'{1}'", "b", "{0}", "''", "4", "5", "6", "7", "8", "9"}}) {
                    assertThat(Sentence.of(code, values).in(language)).as(code).isEqualTo(whole.format(values));
                }
            }
        }
    }
}
