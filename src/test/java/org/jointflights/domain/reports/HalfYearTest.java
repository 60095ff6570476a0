package org.jointflights.domain.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.Refusals.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Half-years, and figures whose parts must add up. */
class HalfYearTest {

    private static final OperationReference ONE = new OperationReference("JRO-2027-0001");
    private static final OperationReference OTHER = new OperationReference("JRO-2027-0002");
    private static final Sentence WORDS = Sentence.of("reports.by.kind");

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, 2027-H1, 2027-01-01, 2027-06-30",
        "2027-06-30, 2027-H1, 2027-01-01, 2027-06-30",
        "2027-07-01, 2027-H2, 2027-07-01, 2027-12-31",
        "2028-12-31, 2028-H2, 2028-07-01, 2028-12-31"
    })
    void a_day_is_in_one_half_of_its_year(LocalDate day, String name, LocalDate first, LocalDate last) {
        HalfYear half = HalfYear.of(day);

        assertThat(half).hasToString(name).isEqualTo(HalfYear.named(name));
        assertThat(half.firstDay()).isEqualTo(first);
        assertThat(half.lastDay()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2027", "2027-H3", "2027-h1", "2027-H12", "1999-H1", "27-H1", "<b>-H1"})
    void whatever_names_no_half_year_is_unknown(String typed) {
        refusal(Unknown.class, "reports.half.unknown", () -> HalfYear.named(typed));
    }

    @Test
    void parts_that_lose_or_invent_something_of_a_flight_make_no_figure() {
        Figure whole = figure("whole", Map.of(ONE, 3, OTHER, 1));

        assertThat(new Breakdown(
                                WORDS,
                                whole,
                                List.of(figure("a", Map.of(ONE, 2, OTHER, 0)), figure("b", Map.of(ONE, 1, OTHER, 1))),
                                false)
                        .parts())
                .extracting(Figure::total)
                .containsExactly(2, 2);
        for (List<Figure> parts : List.of(
                List.<Figure>of(),
                List.of(figure("a", Map.of(ONE, 3))),
                List.of(figure("a", Map.of(ONE, 2, OTHER, 2))),
                List.of(figure("a", Map.of(ONE, 3, OTHER, 1)), figure("b", Map.of(ONE, 1))))) {
            assertThatThrownBy(() -> new Breakdown(WORDS, whole, parts, false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("do not add up");
        }
    }

    @Test
    void parts_that_overlap_may_add_up_to_more_but_none_exceeds_the_whole() {
        Figure whole = figure("whole", Map.of(ONE, 2));

        assertThat(new Breakdown(WORDS, whole, List.of(figure("a", Map.of(ONE, 2)), figure("b", Map.of(ONE, 1))), true)
                        .rows())
                .hasSize(3);
        assertThatThrownBy(() -> new Breakdown(WORDS, whole, List.of(figure("a", Map.of(ONE, 3))), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not add up");
    }

    private static Figure figure(String key, Map<OperationReference, Integer> flights) {
        return new Figure(key, WORDS, new TreeMap<>(flights));
    }
}
