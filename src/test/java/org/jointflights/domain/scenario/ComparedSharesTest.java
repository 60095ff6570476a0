package org.jointflights.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class ComparedSharesTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party SE = new Party("SE");

    @Test
    void the_differences_add_up_to_that_of_the_totals_also_where_cents_are_odd_and_parties_differ() {
        ComparedShares compared =
                ComparedShares.of(shares(Money.euro(100_00), "FR", "GB", "SE"), shares(Money.euro(80_01), "FR", "GB"));

        assertThat(compared.rows())
                .containsExactly(
                        new ComparedShares.Row(FR, 10, 10, Money.euro(33_34), Money.euro(40_01), Money.euro(6_67)),
                        new ComparedShares.Row(GB, 10, 10, Money.euro(33_33), Money.euro(40_00), Money.euro(6_67)),
                        new ComparedShares.Row(SE, 10, null, Money.euro(33_33), null, Money.euro(-33_33)));
        assertThat(compared.difference()).isEqualTo(Money.euro(-19_99));
        assertThat(compared.inOne()).extracting(ComparedShares.Row::party).containsExactly(SE);
        assertThat(compared.firstSeats()).isEqualTo(30);
        assertThat(compared.secondSeats()).isEqualTo(20);
        assertThat(compared.isSame()).isFalse();
    }

    @Test
    void the_same_twice_differs_in_nothing() {
        CostShares one = shares(Money.euro(100_00), "FR", "GB", "SE");

        assertThat(ComparedShares.of(one, one).isSame()).isTrue();
        assertThat(ComparedShares.of(one, one).difference()).isEqualTo(Money.euro(0));
    }

    @Test
    void amounts_in_two_currencies_are_not_compared() {
        CostShares pounds = shares(new Money(100_00, Currency.getInstance("GBP")), "FR", "GB");

        Conflict refused = refusal(
                Conflict.class,
                "scenario.compare.currencies",
                () -> ComparedShares.of(shares(Money.euro(100_00), "FR", "GB"), pounds));
        assertThat(refused).hasMessageStartingWith("The first counts in EUR and the second in GBP");
    }

    private static CostShares shares(Money amount, String... codes) {
        Set<Party> parties = new TreeSet<>(Stream.of(codes).map(Party::new).toList());
        List<Participant> flying = parties.stream()
                .map(party -> new Participant(party, new Seats(4, 6, 0, 0, 0, 0), new Seats(4, 6, 0, 0, 0, 0)))
                .toList();
        CostItem charter = CostItem.common(1, "Charter", CostCategory.CHARTER, amount, FR, parties, Key.EQUAL);
        return CostSharing.share(CostInput.of(flying, null, List.of(charter)));
    }
}
