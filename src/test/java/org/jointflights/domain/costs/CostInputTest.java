package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.base;
import static org.jointflights.domain.costs.Flights.byCode;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.measuredBy;
import static org.jointflights.domain.costs.Flights.parties;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.quoteOf;
import static org.jointflights.domain.costs.Flights.quoted;
import static org.jointflights.domain.costs.Flights.returning;
import static org.jointflights.domain.costs.Flights.under;

import java.util.List;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class CostInputTest {

    private static final CostItem CHARTER = item("charter", 100, Key.EQUAL, "FR", "BE", "FR", "GB");
    private static final SharedRoute ROUTE = new SharedRoute(
            List.of(base("CDG"), base("LOS")),
            List.of(new SharedRoute.Leg(5_000, parties("BE", "FR", "GB"))),
            List.of());

    private static CostInput flight(Object... codesAndReturnees) {
        return CostInput.of(returning(codesAndReturnees), ROUTE, List.of(CHARTER));
    }

    /** The odd cent goes to the earliest code, whoever was entered first. */
    @Test
    void parties_stand_by_code_in_whatever_order_they_were_entered() {
        CostInput backwards = flight("GB", 3, "FR", 2, "BE", 1);

        assertThat(backwards.participants().stream().map(Participant::party).map(Party::code))
                .containsExactly("BE", "FR", "GB");
        assertThat(backwards).isEqualTo(flight("BE", 1, "FR", 2, "GB", 3));
        assertThat(byCode(CostSharing.share(backwards).totals()))
                .containsEntry("BE", 34L)
                .containsEntry("FR", 33L)
                .containsEntry("GB", 33L);
    }

    @Test
    void inputs_are_the_same_if_the_same_shares_follow_for_the_same_reasons() {
        CostInput input = flight("BE", 1, "FR", 2, "GB", 3);
        List<Quote> quotes = List.of(quoteOf(party("FR"), Money.euro(50)));

        assertThat(input)
                .isEqualTo(flight("BE", 1, "FR", 2, "GB", 3))
                .hasSameHashCodeAs(flight("BE", 1, "FR", 2, "GB", 3));
        assertThat(input)
                .isNotEqualTo(input.with(input.items()))
                .isNotEqualTo(flight("BE", 1, "FR", 2, "GB", 4))
                .isNotEqualTo(CostInput.of(input.participants(), null, input.items()))
                .isNotEqualTo(CostInput.of(input.participants(), ROUTE, List.of(CHARTER.by(Key.PER_SEAT))))
                .isNotEqualTo(under(input, Withdrawals.USED))
                .isNotEqualTo(measuredBy(input, GroupCostBasis.ROUTE))
                .isNotEqualTo("an input");
        assertThat(quoted(input, quotes))
                .isEqualTo(quoted(input, quotes))
                .isNotEqualTo(quoted(input, List.of(quoteOf(party("FR"), Money.euro(51)))));
        assertThat(List.of(input.hashCode(), flight("BE", 1, "FR", 2, "GB", 4).hashCode()))
                .doesNotContain(0)
                .doesNotHaveDuplicates();
    }
}
