package org.jointflights.domain.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On whose calendar and whose clocks periods are counted. */
class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        // Weekends, forwards and backwards; the day on which it begins is not counted.
        "FR, 2027-03-05T10:00, 1, 2027-03-08T10:00",
        "FR, 2027-03-06T10:00, 1, 2027-03-08T10:00",
        "FR, 2027-03-07T10:00, 1, 2027-03-08T10:00",
        "FR, 2027-03-08T10:00, -1, 2027-03-05T10:00",
        "FR, 2027-03-07T10:00, -1, 2027-03-05T10:00",
        "FR, 2027-03-05T10:00, 0, 2027-03-05T10:00",
        "FR, 2027-03-06T10:00, 0, 2027-03-06T10:00",
        // Easter 2027: Good Friday is worked in France, not in England; Easter Monday in neither.
        "FR, 2027-03-25T18:00, 1, 2027-03-26T18:00",
        "GB, 2027-03-25T18:00, 1, 2027-03-30T18:00",
        "FR, 2027-03-26T18:00, 1, 2027-03-30T18:00",
        "SE, 2027-03-25T18:00, 1, 2027-03-30T18:00",
        "GR, 2027-03-25T18:00, 1, 2027-03-26T18:00",
        // Orthodox Easter is five weeks later.
        "GR, 2027-04-29T18:00, 1, 2027-05-04T18:00",
        // The days of May in France.
        "FR, 2026-04-30T18:00, 1, 2026-05-04T18:00",
        "FR, 2026-05-07T18:00, 1, 2026-05-11T18:00",
        "FR, 2026-05-13T18:00, 1, 2026-05-15T18:00",
        "FR, 2026-07-13T18:00, 1, 2026-07-15T18:00",
        "FR, 2026-07-13T18:00, -1, 2026-07-10T18:00",
        // What falls on a weekend in England is made good on a weekday.
        "GB, 2026-12-24T18:00, 1, 2026-12-29T18:00",
        "GB, 2027-12-24T18:00, 1, 2027-12-29T18:00",
        "GB, 2022-09-16T18:00, 1, 2022-09-20T18:00",
        "GB, 2022-06-01T18:00, 1, 2022-06-06T18:00",
        "GB, 2023-05-05T18:00, 1, 2023-05-09T18:00",
        // Christmas and the new year; Poland counts the Epiphany, and Christmas Eve since 2025.
        "FR, 2026-12-24T18:00, 1, 2026-12-28T18:00",
        "FR, 2026-12-31T18:00, 1, 2027-01-04T18:00",
        "PL, 2027-01-05T18:00, 1, 2027-01-07T18:00",
        "PL, 2024-12-23T18:00, 1, 2024-12-24T18:00",
        "PL, 2025-12-23T18:00, 1, 2025-12-29T18:00",
        // Leap days, in leap years alone; of them one on a weekend.
        "BE, 2028-02-28T09:00, 1, 2028-02-29T09:00",
        "BE, 2027-02-26T09:00, 1, 2027-03-01T09:00",
        "BE, 2020-02-28T09:00, 1, 2020-03-02T09:00",
        // The clocks go forward on 28 March 2027 and back on 31 October 2027: the time of the day stays.
        "BE, 2027-03-25T02:30, 1, 2027-03-26T02:30",
        "BE, 2027-10-29T02:30, 1, 2027-11-02T02:30",
        "NL, 2027-10-29T02:30, 1, 2027-11-01T02:30",
        // Nobody has entered the holidays of Albania, and Frontex works on weekdays.
        "AL, 2027-11-26T18:00, 1, 2027-11-29T18:00",
        "FX, 2027-05-05T18:00, 1, 2027-05-06T18:00",
        // After the last year that is known, weekends alone.
        "FR, 2033-07-13T18:00, 1, 2033-07-14T18:00"
    })
    void weekends_and_the_states_own_holidays_are_not_counted(
            String party, LocalDateTime from, int days, LocalDateTime reached) {
        ZoneId zone = PartyZones.of(new Party(party), ZoneId.of("Europe/Paris"));

        ZonedDateTime last = WorkingDays.of(new Party(party)).plus(from.atZone(zone), days);

        assertThat(last.toLocalDateTime()).isEqualTo(reached);
    }

    @Test
    void a_period_for_several_states_counts_the_days_on_which_all_of_them_work() {
        WorkingDays both = WorkingDays.common(List.of(new Party("FR"), new Party("GB")));

        assertThat(both.isWorkingDay(LocalDate.of(2027, 3, 26)))
                .as("Good Friday, in England")
                .isFalse();
        assertThat(both.isWorkingDay(LocalDate.of(2027, 7, 14)))
                .as("14 July, in France")
                .isFalse();
        assertThat(both.isWorkingDay(LocalDate.of(2027, 7, 15))).isTrue();
    }

    @Test
    void it_is_known_until_when_holidays_are_known() {
        assertThat(WorkingDays.of(new Party("FR")).knownUntil()).hasValue(2031);
        assertThat(WorkingDays.of(new Party("AL")).knownUntil()).isEmpty();
        assertThat(WorkingDays.weekdays().knownUntil()).isEmpty();
    }
}
