package org.jointflights.application.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class SentenceJsonTest {

    @Test
    void an_amount_is_stored_as_such_and_read_by_everybody_in_their_language() {
        Sentence contracted = Sentence.of("trail.contracted", "Air One", Money.euro(27_520_870));

        Sentence read = SentenceJson.read(contracted.code(), SentenceJson.write(contracted));

        assertThat(read).isEqualTo(contracted);
        assertThat(read.in(Locale.ENGLISH)).contains("275,208.70 EUR");
        assertThat(read.in(Locale.FRENCH)).contains("275\u202F208,70\u00A0EUR");
    }

    @Test
    void a_sentence_within_a_sentence_is_read_back() {
        Sentence key = Sentence.of("trail.comment", "Sign the plan", Sentence.of("costs.key.EQUAL"));

        assertThat(SentenceJson.read(key.code(), SentenceJson.write(key))).isEqualTo(key);
    }

    @Test
    void what_nobody_wrote_is_not_read() {
        assertThatThrownBy(() -> SentenceJson.read("trail.comment", "["))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trail.comment is damaged");
    }
}
