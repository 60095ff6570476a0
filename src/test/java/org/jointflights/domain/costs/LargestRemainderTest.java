package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestRemainderTest {

    /** Ties: larger remainder, then larger weight, then the earlier place; a credit is the mirror image. */
    @ParameterizedTest
    @CsvSource({
        "100, 1 1 1, 34 33 33",
        "-100, 1 1 1, -34 -33 -33",
        "101, 1 1 1, 34 34 33",
        "1, 1 1, 1 0",
        "1, 1 3, 0 1",
        "2, 1 3, 0 2",
        "2, 3 1, 2 0",
        "-2, 1 3, 0 -2",
        "10, 0 1 0, 0 10 0",
        "1, 0 1 1, 0 1 0",
        "0, 1 2, 0 0",
        "5, 2 2 2 2, 2 1 1 1",
        "7, 6 6 2, 3 3 1",
        "10, 6 6 2, 4 4 2",
        "9223372036854775807, 1 1, 4611686018427387904 4611686018427387903",
        "-9223372036854775808, 1 1, -4611686018427387904 -4611686018427387904",
        "9223372036854775807, 9223372036854775806 1, 9223372036854775806 1",
    })
    void missing_cents_go_to_the_largest_remainders(long amount, String weights, String parts) {
        assertThat(LargestRemainder.split(amount, proportions(longs(weights)))).isEqualTo(longs(parts));
    }

    @Test
    void sixty_four_bits_and_whole_numbers_of_any_size_give_the_same_cents() {
        Random random = new Random(1);
        for (int round = 0; round < 50_000; round++) {
            long[] weights = new long[1 + random.nextInt(7)];
            int bits = 1 + random.nextInt(60);
            Arrays.setAll(weights, i -> random.nextInt(5) == 0 ? 0 : random.nextLong(1L << bits));
            weights[random.nextInt(weights.length)] = 1L + random.nextInt(9);
            long amount = random.nextLong() >> random.nextInt(63);
            Proportions by = proportions(weights);
            assertThat(LargestRemainder.split(amount, by)).isEqualTo(plainly(amount, weights));
        }
    }

    @Test
    void a_product_of_128_bits_is_divided_like_a_whole_number() {
        Random random = new Random(2);
        for (int round = 0; round < 200_000; round++) {
            long divisor = (random.nextLong() >>> (1 + random.nextInt(62))) | 1;
            long high = random.nextInt(4) == 0 ? divisor - 1 : random.nextLong(divisor);
            long low = random.nextInt(4) == 0 ? -1 : random.nextLong();
            assertThat(LargestRemainder.quotient(high, low, divisor))
                    .isEqualTo(BigInteger.valueOf(high)
                            .shiftLeft(64)
                            .add(new BigInteger(Long.toUnsignedString(low)))
                            .divide(BigInteger.valueOf(divisor))
                            .longValue());
        }
    }

    /** Divisors at which the first guess of a digit is too large by one and by two. */
    @ParameterizedTest
    @CsvSource({
        "4611686018427387903, -1, 4611686018427387904",
        "4611686022722355199, -1, 4611686022722355200",
        "9223372036854775806, -1, 9223372036854775807",
        "2147483647, -1, 2147483648",
        "0, -1, 1",
        "1, 0, 4294967297",
        "4294967296, 0, 4294967297",
        "9223372032559808511, -4294967297, 9223372032559808512",
    })
    void digits_are_corrected(long high, long low, long divisor) {
        assertThat(LargestRemainder.quotient(high, low, divisor))
                .isEqualTo(BigInteger.valueOf(high)
                        .shiftLeft(64)
                        .add(new BigInteger(Long.toUnsignedString(low)))
                        .divide(BigInteger.valueOf(divisor))
                        .longValue());
    }

    @Test
    void exact_shares_are_rounded_like_proportions() {
        Random random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            long[] weights = new long[1 + random.nextInt(6)];
            Arrays.setAll(weights, i -> 1 + random.nextInt(40));
            long amount = random.nextInt(2_000) - 1_000L;
            Proportions by = proportions(weights);
            BigFraction[] shares = new BigFraction[weights.length];
            Arrays.setAll(shares, i -> by.part(BigInteger.valueOf(amount), i));
            assertThat(LargestRemainder.round(shares, amount, by)).isEqualTo(LargestRemainder.split(amount, by));
        }
    }

    @Test
    void shares_below_zero_are_rounded_down_before_the_missing_cents_are_given() {
        BigFraction[] shares = {BigFraction.of(-1, 3), BigFraction.of(4, 3)};
        assertThat(LargestRemainder.round(shares, 1, proportions(new long[] {1, 1})))
                .containsExactly(0, 1);
        Proportions negative = Proportions.of(new BigFraction[] {BigFraction.of(-1), BigFraction.of(4)});
        assertThat(negative).isNotNull();
        assertThat(negative.small()).isNull();
        assertThat(LargestRemainder.split(1, negative)).containsExactly(0, 1);
        assertThat(LargestRemainder.split(-1, negative)).containsExactly(0, -1);
        assertThat(LargestRemainder.split(3, negative)).containsExactly(-1, 4);
    }

    @Test
    void weights_beyond_64_bits_are_kept_exactly() {
        BigInteger huge = BigInteger.ONE.shiftLeft(80);
        Proportions by = Proportions.of(
                new BigFraction[] {BigFraction.of(huge.add(BigInteger.ONE)), BigFraction.of(huge), BigFraction.of(huge)
                });
        assertThat(by).isNotNull();
        assertThat(by.small()).isNull();
        assertThat(LargestRemainder.split(4, by)).containsExactly(2, 1, 1);
        assertThat(LargestRemainder.split(2, by)).containsExactly(1, 1, 0);
    }

    @Test
    void fractions_become_the_least_whole_weights() {
        Proportions by =
                Proportions.of(new BigFraction[] {BigFraction.of(1, 2), BigFraction.of(1, 3), BigFraction.ZERO});
        assertThat(by).isNotNull();
        assertThat(by.weight(0)).isEqualTo(3);
        assertThat(by.weight(1)).isEqualTo(2);
        assertThat(by.weight(2)).isEqualTo(0);
        assertThat(by.total()).isEqualTo(5);
        assertThat(by.smallTotal()).isEqualTo(5);
        Proportions below = Proportions.of(new BigFraction[] {BigFraction.of(-1, -2), BigFraction.of(1, 3)});
        assertThat(below).isNotNull();
        assertThat(below.weight(0)).isEqualTo(3);
        assertThat(below.total()).isEqualTo(5);
        assertThat(Proportions.of(new BigFraction[] {BigFraction.ZERO})).isNull();
        assertThat(Proportions.of(new long[] {0, 0})).isNull();
        assertThat(Proportions.of(new BigFraction[] {BigFraction.of(-1), BigFraction.ONE}))
                .isNull();
        assertThat(Proportions.of(new long[] {Long.MAX_VALUE, 1}).small()).isNull();
        assertThat(proportions(new long[] {2, 4}).small())
                .as("whole weights stay as they are")
                .containsExactly(2, 4);
        assertThat(by.small()).as("zero fits too").containsExactly(3, 2, 0);
        Proportions reduced = Proportions.of(new BigFraction[] {BigFraction.of(2), BigFraction.of(4)});
        assertThat(reduced).isNotNull();
        assertThat(reduced.small()).containsExactly(1, 2);
    }

    private static Proportions proportions(long[] weights) {
        Proportions proportions = Proportions.of(weights);
        assertThat(proportions).isNotNull();
        return proportions;
    }

    /** The definition, in fractions, sorted once. */
    private static long[] plainly(long amount, long[] weights) {
        BigInteger total =
                Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger whole = BigInteger.valueOf(amount).abs();
        BigInteger[][] parts = Arrays.stream(weights)
                .mapToObj(weight -> whole.multiply(BigInteger.valueOf(weight)).divideAndRemainder(total))
                .toArray(BigInteger[][]::new);
        Integer[] order = new Integer[weights.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byRemainder = parts[b][1].compareTo(parts[a][1]);
            return byRemainder != 0 ? byRemainder : Long.compare(weights[b], weights[a]);
        });
        BigInteger left = whole;
        for (BigInteger[] part : parts) {
            left = left.subtract(part[0]);
        }
        for (int k = 0; k < left.intValueExact(); k++) {
            parts[order[k]][0] = parts[order[k]][0].add(BigInteger.ONE);
        }
        return Arrays.stream(parts)
                .map(part -> part[0].multiply(BigInteger.valueOf(amount < 0 ? -1 : 1)))
                .mapToLong(BigInteger::longValueExact)
                .toArray();
    }

    private static long[] longs(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
