package org.jointflights.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatsTest {

    private static final Seats SEATS = new Seats(1, 2, 4, 8, 16, 32);

    @Test
    void all_but_the_returnees_are_staff() {
        assertThat(SEATS.staff()).isEqualTo(62);
        assertThat(SEATS.total()).isEqualTo(63);
        assertThat(SEATS.plus(SEATS)).isEqualTo(new Seats(2, 4, 8, 16, 32, 64));
    }

    @ParameterizedTest
    @CsvSource({"returnees, 0", "escorts, 1", "medical, 2", "interpreters, 3", "monitors, 4", "others, 5"})
    void each_kind_has_from_none_to_five_hundred_seats(String field, int kind) {
        assertThatCode(() -> only(kind, 500)).doesNotThrowAnyException();
        for (int impossible : new int[] {-1, 501}) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> only(kind, impossible))
                    .withMessageEndingWith("cannot be " + impossible + ". Enter a whole number from 0 to 500.")
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4", "5"})
    void seats_cover_no_more_people_of_any_kind_than_they_are(int kind) {
        assertThat(SEATS.covers(SEATS)).isTrue();
        assertThat(SEATS.covers(Seats.NONE)).isTrue();
        assertThat(SEATS.covers(SEATS.plus(only(kind, 1)))).isFalse();
    }

    private static Seats only(int kind, int count) {
        int[] counts = new int[6];
        counts[kind] = count;
        return new Seats(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }
}
