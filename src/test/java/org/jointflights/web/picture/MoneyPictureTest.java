package org.jointflights.web.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Locale;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.picture.MoneyFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class MoneyPictureTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 31})
    void bars_are_as_long_as_their_amounts_and_each_begins_where_the_last_ended(int parties) throws Exception {
        MoneyFlow flow = flow(parties);
        DrawnSvg drawn = new DrawnSvg(picture(flow, Locale.ENGLISH).svg());

        Element total = drawn.all("rect", "total").get(0);
        long all = width(total);
        List<Element> shares = drawn.all("rect", "share");
        assertThat(shares).hasSize(parties);
        long left = x(drawn.all("rect", "total").get(1))
                + width(drawn.all("rect", "total").get(1));
        int place = 0;
        for (MoneyFlow.Borne borne : flow.parties().values()) {
            Element bar = shares.get(place++);
            // Both ends are rounded to a hundredth of a pixel.
            assertThat(width(bar) * (double) flow.total().minor() / all)
                    .isCloseTo(
                            (double) borne.total().minor(),
                            offset(1.01 * flow.total().minor() / all));
            assertThat(x(bar) + width(bar)).isEqualTo(left);
            left = x(bar);
        }
        assertThat(left).isEqualTo(x(total));
        long ofShares = shares.stream().mapToLong(MoneyPictureTest::width).sum();
        assertThat(ofShares).isEqualTo(width(drawn.all("rect", "total").get(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 31})
    void no_text_lies_over_another_and_every_amount_is_written_out(int parties) throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            MoneyFlow flow = flow(parties);
            Picture picture = picture(flow, language);

            DrawnSvg drawn = new DrawnSvg(picture.svg()).hasNoTextOverAnother();
            for (Party party : flow.parties().keySet()) {
                assertThat(drawn.texts().stream().filter(party.name(language)::equals))
                        .hasSize(2);
                assertThat(picture.table().rows())
                        .filteredOn(row -> row.get(0).equals(party.name(language)))
                        .hasSize(2);
            }
        }
    }

    @Test
    void whether_the_parts_add_up_is_checked_and_said() {
        MoneyFlow right = flow(3);
        MoneyFlow wrong = new MoneyFlow(
                right.total().plus(Money.euro(1)), right.direct(), right.common(), right.grants(), right.parties());

        assertThat(picture(right, Locale.ENGLISH).description()).contains("checked, this adds up to the cent");
        assertThat(picture(wrong, Locale.ENGLISH).description()).contains("do not add up");
    }

    @Test
    void a_refund_lies_left_of_nothing_and_a_flight_that_costs_nothing_is_drawn() throws Exception {
        MoneyFlow refund = new MoneyFlow.Gathered()
                .paid(Money.euro(-500), true)
                .borne(new Party("FR"), Money.euro(-500), true)
                .flow();

        new DrawnSvg(picture(refund, Locale.ENGLISH).svg()).hasNoTextOverAnother();
        new DrawnSvg(picture(new MoneyFlow.Gathered().flow(), Locale.FRENCH).svg()).hasNoTextOverAnother();
        assertThat(refund.addsUp()).isTrue();
    }

    private static Picture picture(MoneyFlow flow, Locale language) {
        return MoneyPicture.of(SomeFiles.REFERENCE, flow, false, List.of("<note> & \"more\""), language);
    }

    /** Each party bears a little more than the one before, of its own and of what all share; a third of it is granted. */
    private static MoneyFlow flow(int parties) {
        MoneyFlow.Gathered gathered = new MoneyFlow.Gathered();
        long amount = 1_234_567;
        for (Party party : SomeFiles.parties(parties)) {
            gathered.paid(Money.euro(amount), true).borne(party, Money.euro(amount), true);
            gathered.paid(Money.euro(3 * amount), false).borne(party, Money.euro(2 * amount), false);
            gathered.granted(Fund.FRONTEX, Money.euro(amount)).withoutGrants(party, Money.euro(4 * amount));
            amount += 98_765;
        }
        return gathered.flow();
    }

    private static long x(Element bar) {
        return DrawnSvg.hundredths(bar, "x");
    }

    private static long width(Element bar) {
        return DrawnSvg.hundredths(bar, "width");
    }
}
