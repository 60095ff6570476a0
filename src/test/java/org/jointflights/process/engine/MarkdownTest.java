package org.jointflights.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** What Tasklist makes of it is seen in {@code ForgedFormBrowserTest}. */
class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- ",
                "<b class='modal'>x</b>",
                "**bold** _it_ ~~gone~~ `code`",
                "# Total: 1.00 EUR",
                "- one",
                "+ one",
                "1. one",
                "> quote",
                "---",
                "| a | b |",
                ":--",
                "[here](https://evil.example)",
                "![x](https://evil.example/x.png)",
                "https://evil.example/x",
                "www.evil.example",
                "a@evil.example",
                "&lt;b&gt;",
                "{{hash}} {% if %}",
                "\\",
                "one\ntwo\r\n\r\n# three",
                "a\u2028b"
            })
    void of_what_has_a_meaning_only_the_number_is_left_and_a_browser_reads_the_sign_again(String typed) {
        String source = Markdown.source(typed);

        assertThat(source)
                .doesNotContainPattern("[\\\\`*_{}\\[\\]<>()|~@!+\\n\\r\\u2028]|&(?!#[0-9]+;)|://|www\\.|^[-:.]");
        assertThat(HtmlUtils.htmlUnescape(source)).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"JRO-2027-0001", "263,250.40 EUR", "2027-05-20 09:30", "Europe/Paris", "L'Air d'Été, n° 7; 50 %"})
    void what_has_no_meaning_inside_a_word_stays_legible(String typed) {
        assertThat(Markdown.source(typed)).isEqualTo(typed);
    }

    @Test
    void the_pattern_is_markdown_and_its_values_are_text() {
        Markdown text = Markdown.of(
                "settlement.form.transfer", "*LOS*", 1234, null, Markdown.of("settlement.form.balance.owed", "<b>"));

        assertThat(text).hasToString("**&#42;LOS&#42;** owes **1234** to ****, as money of is owed **&#60;b&#62;**.");
        assertThat(Markdown.source(text)).isEqualTo(text.toString());
    }

    @Test
    void a_list_has_a_line_for_each_value_and_none_more() {
        assertThat(Markdown.list(List.of("one\n- two", "- three"))).hasToString("- one&#10;&#45; two\n- &#45; three");
    }
}
