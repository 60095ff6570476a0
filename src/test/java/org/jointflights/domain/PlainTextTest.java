package org.jointflights.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what a keyboard types and everybody sees is taken, and what was refused is shown by its number. */
class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Air One", "Ærø – Łódź", "Ἀθῆναι", "日本", "می\u200cخواهم", "क्\u200dष", "Schiff\u00adfahrt"})
    void what_people_write_in_their_scripts_is_taken(String text) {
        assertThatCode(() -> PlainText.require("reason", text)).doesNotThrowAnyException();
    }

    @Test
    void a_text_may_have_lines_and_tabs_and_a_name_may_not() {
        String lines = "first\r\n\tsecond";

        assertThatCode(() -> PlainText.require("reason", lines)).doesNotThrowAnyException();
        assertRefused(
                () -> PlainText.requireLine("reason", lines),
                "common.oneLine",
                "Reason cannot be “first\\u000d\\u000a\\u0009second”. It stands on one line; leave out line breaks and"
                        + " tabs, shown here by their numbers.");
        assertThatCode(() -> PlainText.requireLine("reason", "Air One")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\u007f", "\u0085", "\ud800"})
    void what_no_keyboard_types_is_refused(String sign) {
        String shown = "Reason cannot be “a" + "\\u%04x".formatted((int) sign.charAt(0))
                + "b”. It holds what no keyboard types, shown here by its number; leave that out.";

        assertRefused(() -> PlainText.require("reason", "a" + sign + "b"), "common.controlCharacter", shown);
        assertRefused(() -> PlainText.requireLine("reason", "a" + sign + "b"), "common.controlCharacter", shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u200b", "\u2028", "\u2066", "\u3164", "\ufeff", "\udb40\udc41"})
    void what_nobody_sees_or_turns_the_text_around_is_refused(String sign) {
        String shown = "Reason cannot be “a" + "\\u%04x".formatted(sign.codePointAt(0))
                + "b”. It holds signs that nobody sees, that turn the text around or that cover other text, shown here by"
                + " their numbers; leave them out.";

        assertRefused(() -> PlainText.require("reason", "a" + sign + "b"), "common.hiddenCharacter", shown);
        assertRefused(() -> PlainText.requireLine("reason", "a" + sign + "b"), "common.hiddenCharacter", shown);
    }

    @Test
    void a_name_has_no_joiners_that_nobody_sees() {
        assertRefused(() -> PlainText.requireLine("reason", "Air\u200dOne"), "common.hiddenCharacter");
        assertRefused(() -> PlainText.requireLine("reason", "Air\u00adOne"), "common.hiddenCharacter");
    }

    @Test
    void four_accents_stand_on_a_letter_and_a_fifth_covers_other_lines() {
        String four = "a\u0301\u0302\u0303\u0304";

        assertThatCode(() -> PlainText.requireLine("reason", four)).doesNotThrowAnyException();
        assertRefused(() -> PlainText.require("reason", four + "\u0305"), "common.hiddenCharacter");
    }

    @Test
    void of_a_long_text_what_stands_around_the_sign_is_shown() {
        String before = "b".repeat(20);
        String after = "c".repeat(19);

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> PlainText.require("reason", "far" + before + "\u0000" + after + "away"))
                .satisfies(refusal -> assertThat(refusal.value()).isEqualTo(before + "\\u0000" + after));
    }

    private static void assertRefused(ThrowingCallable act, String code, String sentence) {
        assertRefused(act, code);
        assertThatExceptionOfType(BadInput.class).isThrownBy(act).withMessage(sentence);
    }

    private static void assertRefused(ThrowingCallable act, String code) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(act).satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo("reason");
            assertThat(refusal.code()).isEqualTo(code);
        });
    }
}
