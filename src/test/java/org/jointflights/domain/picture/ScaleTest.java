package org.jointflights.domain.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void a_length_is_off_by_half_a_hundredth_of_a_pixel_at_most_whatever_the_amounts_are() {
        Random random = new Random(13);
        for (int run = 0; run < 2_000; run++) {
            long most = (random.nextLong() >>> (1 + random.nextInt(60))) + 1;
            long value = Math.floorMod(random.nextLong(), most);
            Scale scale = Scale.fromZero(0, 40_000, List.of(most, value));

            BigInteger exact = BigInteger.valueOf(value).multiply(BigInteger.valueOf(40_000));
            BigInteger drawn = BigInteger.valueOf(scale.at(value)).multiply(BigInteger.valueOf(most));
            assertThat(exact.subtract(drawn).abs().shiftLeft(1)).isLessThanOrEqualTo(BigInteger.valueOf(most));
        }
    }

    @Test
    void what_is_below_zero_lies_left_of_zero_and_nothing_at_all_has_no_length() {
        Scale scale = Scale.fromZero(1_000, 3_000, List.of(-50L, 150L));

        assertThat(scale.at(-50)).isEqualTo(1_000);
        assertThat(scale.at(0)).isEqualTo(1_500);
        assertThat(scale.at(150)).isEqualTo(3_000);
        assertThat(Scale.fromZero(0, 100, List.of()).at(0)).isZero();
        assertThatThrownBy(() -> new Scale(0, 1, BigInteger.ONE, BigInteger.ONE))
                .hasMessage("1 is not below 1");
    }

    @Test
    void a_moment_outside_lies_at_the_end() {
        Instant first = Instant.parse("2027-05-01T00:00:00Z");
        Scale scale = Scale.ofTime(0, 1_000, first, first.plusSeconds(100));

        assertThat(scale.at(first.plusSeconds(50))).isEqualTo(500);
        assertThat(scale.at(first.minusSeconds(50))).isZero();
        assertThat(scale.at(first.plusSeconds(500))).isEqualTo(1_000);
    }

    @Test
    void as_many_days_are_written_as_have_room() {
        for (int days : new int[] {2, 9, 40, 200, 900, 4_000, 20_000}) {
            Instant first = Instant.parse("2027-05-03T10:00:00Z");
            Instant last = first.plusSeconds(days * 86_400L);
            Scale scale = Scale.ofTime(0, 50_000, first, last);

            List<LocalDate> written = Days.along(first, last, ZoneOffset.UTC, 50_000, 9_000);

            assertThat(written).isNotEmpty();
            for (int i = 1; i < written.size(); i++) {
                assertThat(scale.at(written.get(i).atStartOfDay(ZoneOffset.UTC).toInstant())
                                - scale.at(written.get(i - 1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()))
                        .isGreaterThanOrEqualTo(8_990);
            }
        }
    }

    @Test
    void a_text_is_cut_to_what_fits() {
        String text = "Bundesministerium für Inneres";
        long width = TextMeasure.width(text, 13, true);

        assertThat(TextMeasure.fitted(text, 13, true, width)).isEqualTo(text);
        String cut = TextMeasure.fitted(text, 13, true, width / 2);
        assertThat(cut).startsWith("Bundes").endsWith("…");
        assertThat(TextMeasure.width(cut, 13, true)).isLessThanOrEqualTo(width / 2);
        assertThat(TextMeasure.fitted(text, 13, true, 10)).isEmpty();
    }
}
