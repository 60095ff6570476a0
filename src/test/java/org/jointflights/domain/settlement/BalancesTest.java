package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class BalancesTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party SE = new Party("SE");

    @Test
    void the_pair_that_levels_itself_saves_a_transfer() {
        assertThat(FewestTransfers.of(new long[] {3, -9, 8, 4, 2, -8})).hasSize(4);
        assertThat(FewestTransfers.of(new long[] {500_000, -300_000, -200_000, 70_000, -70_000}))
                .hasSize(3);
    }

    @Test
    void everybody_is_level_after_the_fewest_transfers() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            long[] balances = balances(random, 1 + random.nextInt(8), 6);
            List<FewestTransfers.Transfer> transfers = FewestTransfers.of(balances);
            assertThat(transfers).hasSize(balances.length - mostGroups(balances, (1 << balances.length) - 1));
            assertLevel(balances, transfers);
        }
    }

    @Test
    void of_equal_balances_the_first_is_levelled_first() {
        assertThat(FewestTransfers.of(new long[] {-2, -2, 1, 3}))
                .containsExactly(
                        new FewestTransfers.Transfer(0, 3, 2),
                        new FewestTransfers.Transfer(1, 2, 1),
                        new FewestTransfers.Transfer(1, 3, 1));
        assertThat(FewestTransfers.of(new long[] {5, 5, -5, -5}))
                .containsExactly(new FewestTransfers.Transfer(2, 0, 5), new FewestTransfers.Transfer(3, 1, 5));
    }

    @Test
    void twenty_are_solved_exactly_and_more_with_one_transfer_fewer_than_parties() {
        long[] twenty = new long[20];
        for (int i = 0; i < 7; i++) {
            twenty[i] = i + 1L;
            twenty[19 - i] = -(i + 1L);
        }
        // Two groups of three, which whoever takes the largest first tears apart.
        System.arraycopy(new long[] {700, -500, 600, -400, -300, -100}, 0, twenty, 7, 6);
        assertThat(FewestTransfers.of(twenty)).hasSize(7 + 4);
        Random random = new Random(5);
        for (int size = 21; size < 60; size++) {
            long[] balances = balances(random, size, 1_000_000);
            List<FewestTransfers.Transfer> transfers = FewestTransfers.of(balances);
            assertThat(transfers).hasSizeLessThan(balances.length);
            assertLevel(balances, transfers);
        }
    }

    @Test
    void who_paid_more_than_their_share_is_owed_the_rest() {
        // France paid a charter of 100.00, the United Kingdom catering of 10.00; France bears a cent more than the
        // others.
        Balances balances = new Balances()
                .add(Fund.NATIONAL, FR, Money.euro(100_00))
                .add(Fund.NATIONAL, GB, Money.euro(10_00))
                .add(Fund.NATIONAL, FR, Money.euro(-38_34))
                .add(Fund.NATIONAL, GB, Money.euro(-38_33))
                .add(Fund.NATIONAL, SE, Money.euro(-33_33));
        assertThat(balances.dues())
                .containsExactly(
                        new Due(Fund.NATIONAL, SE, FR, Money.euro(33_33)),
                        new Due(Fund.NATIONAL, GB, FR, Money.euro(28_33)));
    }

    @Test
    void neither_funds_nor_currencies_are_netted() {
        Currency pounds = Currency.getInstance("GBP");
        Balances balances = new Balances()
                .add(Fund.NATIONAL, FR, Money.euro(100).negated())
                .add(Fund.NATIONAL, GB, Money.euro(100))
                .add(Fund.FRONTEX, GB, Money.euro(100).negated())
                .add(Fund.FRONTEX, FR, Money.euro(100))
                .add(Fund.NATIONAL, GB, new Money(100, pounds).negated())
                .add(Fund.NATIONAL, FR, new Money(100, pounds));
        assertThat(balances.dues())
                .containsExactlyInAnyOrder(
                        new Due(Fund.NATIONAL, FR, GB, Money.euro(100)),
                        new Due(Fund.FRONTEX, GB, FR, Money.euro(100)),
                        new Due(Fund.NATIONAL, GB, FR, new Money(100, pounds)));
        assertThat(new Balances()
                        .add(Fund.NATIONAL, FR, Money.euro(100).negated())
                        .add(Fund.NATIONAL, GB, Money.euro(100))
                        .add(Fund.NATIONAL, GB, Money.euro(100).negated())
                        .add(Fund.NATIONAL, FR, Money.euro(100))
                        .dues())
                .isEmpty();
    }

    @Test
    void balances_that_do_not_add_up_are_refused() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() ->
                        new Balances().add(Fund.NATIONAL, FR, Money.euro(5)).dues())
                .withMessage(
                        "Balance: the balances of NATIONAL add up to 0.05 EUR instead of zero. An amount is missing or was"
                                + " counted twice.");
        Money most = Money.euro(Long.MAX_VALUE);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new Balances().add(Fund.NATIONAL, FR, most).add(Fund.NATIONAL, FR, Money.euro(1)));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new Balances()
                        .add(Fund.NATIONAL, FR, most.negated())
                        .add(Fund.NATIONAL, GB, most)
                        .dues())
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("money.tooLarge"));
    }

    private static long[] balances(Random random, int size, int bound) {
        while (true) {
            long[] balances = new long[size + 1];
            for (int i = 0; i < size; i++) {
                balances[i] = random.nextLong(2L * bound + 1) - bound;
                balances[size] -= balances[i];
            }
            long[] open =
                    Arrays.stream(balances).filter(balance -> balance != 0).toArray();
            if (open.length > 0) {
                return open;
            }
        }
    }

    /** By trying every way to take one group away. */
    private static int mostGroups(long[] balances, int set) {
        int most = 0;
        for (int group = set; group > 0; group = (group - 1) & set) {
            long sum = 0;
            for (int i = 0; i < balances.length; i++) {
                sum += (group >> i & 1) * balances[i];
            }
            if (sum == 0 && (group & Integer.lowestOneBit(set)) != 0) {
                most = Math.max(most, 1 + mostGroups(balances, set ^ group));
            }
        }
        return most;
    }

    private static void assertLevel(long[] balances, List<FewestTransfers.Transfer> transfers) {
        long[] after = balances.clone();
        for (FewestTransfers.Transfer transfer : transfers) {
            assertThat(transfer.amount()).isPositive();
            after[transfer.from()] += transfer.amount();
            after[transfer.to()] -= transfer.amount();
        }
        assertThat(after).containsOnly(0);
    }
}
