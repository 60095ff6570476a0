package org.jointflights.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

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
}
