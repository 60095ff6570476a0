package org.jointflights.application.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
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
    void what_somebody_may_have_typed_is_left_out_and_reads_so_while_amounts_parties_codes_and_small_numbers_stay() {
        Sentence told = Sentence.of(
                "trail.comment",
                new Party("FR"),
                new PartyName(new Party("GB")),
                new PlaceName("LOS"),
                Money.euro(27_520_870),
                12,
                "Jane Roe",
                "1990-05-01",
                "0033612345678",
                "",
                Sentence.of("costs.key.EQUAL"),
                Sentence.of("common.pair", "Jane Roe", Sentence.of("field.Jane Roe")));

        String kept = SentenceJson.withoutTexts(SentenceJson.write(told));

        Sentence erased = Sentence.of("common.erased");
        assertThat(SentenceJson.read("trail.comment", kept))
                .isEqualTo(Sentence.of(
                        "trail.comment",
                        new Party("FR"),
                        new PartyName(new Party("GB")),
                        new PlaceName("LOS"),
                        Money.euro(27_520_870),
                        12,
                        erased,
                        erased,
                        erased,
                        "",
                        Sentence.of("costs.key.EQUAL"),
                        Sentence.of("common.pair", erased, erased)));
        assertThat(erased.in(Locale.ENGLISH)).isEqualTo("(text erased)");
        assertThat(erased.in(Locale.FRENCH)).isEqualTo("(texte effacé)");
    }

    @Test
    void what_nobody_wrote_is_not_read() {
        assertThatThrownBy(() -> SentenceJson.read("trail.comment", "["))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trail.comment is damaged");
        assertThatThrownBy(() -> SentenceJson.withoutTexts("["))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stored gaps are damaged");
    }
}
