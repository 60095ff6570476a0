package org.jointflights.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void keys_stand_in_order_whatever_order_they_came_in() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", 2);
        one.put("a", List.of("x", 1L));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", List.of("x", 1));
        other.put("b", 2L);

        assertThat(CanonicalJson.write(one)).isEqualTo("{\"a\":[\"x\",1],\"b\":2}");
        assertThat(CanonicalJson.write(other)).isEqualTo(CanonicalJson.write(one));
    }

    @Test
    void a_sentence_is_signed_as_its_code_and_gaps_whatever_language_anybody_reads() {
        Sentence sentence = Sentence.of(
                "notice.pay",
                "JRO-2027-0001",
                Money.euro(-5),
                new PartyName(new Party("FR")),
                Sentence.of("common.sum"));

        assertThat(CanonicalJson.write(sentence))
                .isEqualTo("{\"arguments\":[\"JRO-2027-0001\",{\"currency\":\"EUR\",\"minor\":-5},{\"party\":\"FR\"},"
                        + "{\"arguments\":[],\"code\":\"common.sum\"}],\"code\":\"notice.pay\"}");
    }

    @Test
    void lists_keep_their_order_because_it_means_something() {
        assertThat(CanonicalJson.write(List.of("FR", "GB"))).isNotEqualTo(CanonicalJson.write(List.of("GB", "FR")));
    }

    @Test
    void quotes_backslashes_and_control_characters_are_escaped_and_letters_are_not() {
        assertThat(CanonicalJson.write("a\"b\\c\nd – é")).isEqualTo("\"a\\\"b\\\\c\\u000ad – é\"");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 0.1})
    void a_fraction_is_refused_because_it_has_several_spellings(double fraction) {
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("a", fraction)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(fraction + " has no single spelling");
    }

    @Test
    void a_truth_value_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.write(List.of(true))).hasMessage("true has no single spelling");
    }

    @Test
    void what_was_written_is_read_back() {
        String json = "{\"a\":[],\"b\":[-12,[\"\\u000ad\\\"\\\\ – é\"]],\"c\":{}}";

        assertThat(CanonicalJson.write(CanonicalJson.read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"",
                "{\"a\":1",
                "[1",
                "[1 ,2]",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "[01]",
                "[-]",
                "[1.5]",
                "[true]",
                "[null]",
                "\"\\n\"",
                "\"\\u00",
                "\"\\u00e9\"",
                "[1,]",
                "1 ",
                "1x"
            })
    void another_spelling_than_the_canonical_one_is_not_read(String json) {
        assertThatThrownBy(() -> CanonicalJson.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("not the one spelling.*|ends in the middle|no .* at \\d+");
    }

    @Test
    void the_hash_is_sha_256_in_hexadecimal() {
        // The published test vector for the empty message, NIST FIPS 180-4.
        assertThat(CanonicalJson.hash(""))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
