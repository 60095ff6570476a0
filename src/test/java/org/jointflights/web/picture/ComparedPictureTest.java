package org.jointflights.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.scenario.ComparedShares;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class ComparedPictureTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 31})
    void the_bars_of_both_are_as_long_as_their_amounts_and_begin_at_one_line(int parties) throws Exception {
        ComparedShares compared = compared(parties);
        DrawnSvg drawn = new DrawnSvg(ComparedPicture.of(compared, "As it is", "Dearer", Locale.ENGLISH));

        // The first of each is what its colour is called by.
        List<Element> first = drawn.all("rect", "total").subList(1, 1 + parties);
        List<Element> second = drawn.all("rect", "common").subList(1, 1 + parties);
        long longest = 0;
        long most = 0;
        for (int i = 0; i < parties; i++) {
            longest = Math.max(longest, Math.max(width(first.get(i)), width(second.get(i))));
            most = Math.max(
                    most,
                    Math.max(
                            minor(compared.rows().get(i).first()),
                            minor(compared.rows().get(i).second())));
        }
        assertThat(longest).isEqualTo(30_000);
        for (int i = 0; i < parties; i++) {
            ComparedShares.Row row = compared.rows().get(i);
            assertThat(DrawnSvg.hundredths(first.get(i), "x")).isEqualTo(DrawnSvg.hundredths(second.get(i), "x"));
            // Rounded to a hundredth of a pixel.
            assertThat(Math.abs(width(first.get(i)) * most - minor(row.first()) * longest))
                    .isLessThanOrEqualTo(most);
            assertThat(Math.abs(width(second.get(i)) * most - minor(row.second()) * longest))
                    .isLessThanOrEqualTo(most);
            assertThat(y(second.get(i))).isGreaterThanOrEqualTo(y(first.get(i)) + height(first.get(i)));
            assertThat(i == 0 || y(first.get(i)) > y(second.get(i - 1)) + height(second.get(i - 1)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 31})
    void no_text_lies_over_another_and_every_party_is_named(int parties) throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            ComparedShares compared = compared(parties);
            DrawnSvg drawn = new DrawnSvg(ComparedPicture.of(
                            compared, "W".repeat(80), "<b>Fewer & \"dearer\"</b> for everybody", language))
                    .hasNoTextOverAnother();

            for (ComparedShares.Row row : compared.rows()) {
                assertThat(drawn.texts()).contains(row.party().name(language));
            }
        }
    }

    /** Shares as large as a charter can be, a refund, and parties that are in one of the two alone. */
    @Test
    void who_is_in_one_alone_has_one_bar_and_a_refund_lies_left_of_nothing() throws Exception {
        Money much = Money.euro(-9_999_999_99);
        ComparedShares compared = new ComparedShares(
                List.of(
                        new ComparedShares.Row(
                                new Party("FR"),
                                10,
                                null,
                                Money.euro(123_456_789_01L),
                                null,
                                Money.euro(-123_456_789_01L)),
                        new ComparedShares.Row(new Party("GB"), 3, 3, much, Money.euro(0), much.negated())),
                Money.euro(113_456_789_02L),
                Money.euro(0),
                Money.euro(-113_456_789_02L));

        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            DrawnSvg drawn =
                    new DrawnSvg(ComparedPicture.of(compared, "One", "Other", language)).hasNoTextOverAnother();
            List<Element> first = drawn.all("rect", "total");
            assertThat(first).hasSize(3);
            assertThat(drawn.all("rect", "common"))
                    .as("what its colour is called by")
                    .hasSize(1);
            long zero = DrawnSvg.hundredths(drawn.all("line", "net").get(0), "x1");
            assertThat(DrawnSvg.hundredths(first.get(1), "x")).isEqualTo(zero);
            assertThat(DrawnSvg.hundredths(first.get(2), "x") + width(first.get(2)))
                    .isEqualTo(zero);
        }
    }

    private static ComparedShares compared(int parties) {
        List<ComparedShares.Row> rows = new ArrayList<>();
        long amount = 1_234_567;
        Money first = Money.euro(0);
        Money second = first;
        for (Party party : SomeFiles.parties(parties)) {
            Money before = Money.euro(amount);
            Money after = Money.euro(parties % 2 == 0 ? amount * 2 : amount * 3 / 4);
            rows.add(new ComparedShares.Row(party, 4, 5, before, after, after.minus(before)));
            first = first.plus(before);
            second = second.plus(after);
            amount += 98_765;
        }
        return new ComparedShares(rows, first, second, second.minus(first));
    }

    private static long minor(@Nullable Money amount) {
        return Objects.requireNonNull(amount).minor();
    }

    private static long width(Element bar) {
        return DrawnSvg.hundredths(bar, "width");
    }

    private static long y(Element bar) {
        return DrawnSvg.hundredths(bar, "y");
    }

    private static long height(Element bar) {
        return DrawnSvg.hundredths(bar, "height");
    }
}
