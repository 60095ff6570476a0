package org.jointflights.application.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jointflights.domain.Seats;
import org.junit.jupiter.api.Test;

class SeatWordsTest {

    @Test
    void staff_is_counted_by_what_they_are() {
        assertThat(SeatWords.staff(new Seats(22, 38, 2, 1, 3, 4), Locale.ENGLISH))
                .isEqualTo("48 (escorts 38, medical staff 2, interpreters 1, monitors 3, others 4)");
    }

    @Test
    void who_is_not_there_is_not_named() {
        assertThat(SeatWords.staff(new Seats(22, 38, 0, 1, 0, 0), Locale.ENGLISH))
                .isEqualTo("39 (escorts 38, interpreters 1)");
        assertThat(SeatWords.staff(new Seats(22, 0, 0, 0, 0, 0), Locale.ENGLISH))
                .isEqualTo("0");
    }
}
