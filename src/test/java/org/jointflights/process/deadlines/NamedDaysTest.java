package org.jointflights.process.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Between two days that a table names it is asked once; on each of them, and where it says days in another way, by itself. */
class NamedDaysTest {

    private static final LocalDate FIRST = LocalDate.parse("2027-01-01");
    private static final LocalDate LAST = LocalDate.parse("2028-06-30");

    @Test
    void a_day_that_is_named_stands_for_itself_and_those_between_for_one_another() {
        NamedDays days = new NamedDays(
                List.of("", "< date(\"2027-01-01\")", "[date(\"2027-01-01\")..date(\"2028-06-30\")]", " "));

        assertThat(days.like(FIRST)).isEqualTo(FIRST);
        assertThat(days.like(LAST)).isEqualTo(LAST);
        assertThat(days.like(FIRST.plusDays(1)))
                .isEqualTo(days.like(LAST.minusDays(1)))
                .isBetween(FIRST.plusDays(1), LAST.minusDays(1));
        assertThat(days.like(FIRST.minusDays(1)))
                .isEqualTo(days.like(LocalDate.parse("1999-12-31")))
                .isBefore(FIRST);
        assertThat(days.like(LAST.plusDays(1)))
                .isEqualTo(days.like(LAST.plusYears(50)))
                .isAfter(LAST);
    }

    @Test
    void a_table_that_names_no_day_is_asked_once() {
        NamedDays days = new NamedDays(List.of("", ""));

        assertThat(days.like(FIRST)).isEqualTo(days.like(LAST));
    }

    @Test
    void what_cannot_be_read_is_asked_day_by_day() {
        assertThat(new NamedDays(List.of("< date(2027, 1, 1)")).like(LAST)).isEqualTo(LAST);
        assertThat(new NamedDays(List.of("< today()")).like(LAST)).isEqualTo(LAST);
        assertThat(new NamedDays(List.of("< date(\"2027-01-01\") + duration(\"P1Y\")")).like(LAST))
                .isEqualTo(LAST);
    }
}
