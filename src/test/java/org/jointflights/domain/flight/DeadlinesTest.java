package org.jointflights.domain.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jointflights.domain.deadlines.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final WorkingDays WEEKDAYS = WorkingDays.weekdays();

    @ParameterizedTest
    @CsvSource({
        // Offered on Monday 1 March at ten: the tenth working day is Monday 15 March.
        "2027-03-01T10:00, 2027-06-01T09:30, 2027-03-15T18:00",
        "2027-03-01T10:00, 2027-04-06T09:30, 2027-03-15T18:00",
        "2027-03-01T10:00, 2027-04-05T09:30, 2027-03-15T18:00",
        // Three weeks before departure the list is frozen, be it a Sunday.
        "2027-03-01T10:00, 2027-04-04T09:30, 2027-03-14T18:00",
        "2027-03-01T10:00, 2027-03-24T09:30, 2027-03-03T18:00",
        "2027-03-01T10:00, 2027-03-23T09:30, 2027-03-02T18:00",
        // One working day is left in any case.
        "2027-03-01T10:00, 2027-03-22T09:30, 2027-03-02T18:00",
        "2027-03-05T10:00, 2027-03-10T09:30, 2027-03-08T18:00"
    })
    void an_offer_is_answered_within_ten_working_days_and_three_weeks_before_departure_at_the_latest(
            LocalDateTime offered, LocalDateTime departure, LocalDateTime replyBy) {
        assertThat(Deadlines.reply(paris(offered), paris(departure), WEEKDAYS)).isEqualTo(paris(replyBy));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-15T18:00, 2027-03-11T18:00",
        "2027-03-17T18:00, 2027-03-15T18:00",
        "2027-03-14T18:00, 2027-03-11T18:00"
    })
    void people_are_reminded_two_working_days_before(LocalDateTime deadline, LocalDateTime reminder) {
        assertThat(Deadlines.reminder(paris(deadline), WEEKDAYS)).isEqualTo(paris(reminder));
    }

    @Test
    void days_are_counted_on_the_calendar_of_the_departure_airport_whatever_the_clocks_do() {
        // On Sunday 28 March 2027 the clocks in Paris go forward.
        ZonedDateTime departure = paris(LocalDateTime.of(2027, 3, 29, 1, 0));

        assertThat(Deadlines.daysBefore(departure, 0)).isEqualTo(paris(LocalDateTime.of(2027, 3, 29, 8, 0)));
        assertThat(Deadlines.daysBefore(departure, 2)).isEqualTo(paris(LocalDateTime.of(2027, 3, 27, 8, 0)));
        assertThat(Deadlines.daysAfter(departure, 0)).isEqualTo(paris(LocalDateTime.of(2027, 3, 29, 18, 0)));
        assertThat(Deadlines.daysAfter(departure, 60)).isEqualTo(paris(LocalDateTime.of(2027, 5, 28, 18, 0)));
        assertThat(WEEKDAYS.plus(paris(LocalDateTime.of(2027, 3, 26, 10, 0)), 1))
                .isEqualTo(paris(LocalDateTime.of(2027, 3, 29, 10, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-05T10:00, 0, 2027-03-05T10:00",
        "2027-03-05T10:00, 1, 2027-03-08T10:00",
        "2027-03-06T10:00, 1, 2027-03-08T10:00",
        "2027-03-07T10:00, 1, 2027-03-08T10:00",
        "2027-03-04T10:00, 1, 2027-03-05T10:00",
        "2027-03-08T10:00, -1, 2027-03-05T10:00",
        "2027-03-07T10:00, -1, 2027-03-05T10:00"
    })
    void neither_saturday_nor_sunday_is_a_working_day(LocalDateTime from, int days, LocalDateTime reached) {
        assertThat(WEEKDAYS.plus(paris(from), days)).isEqualTo(paris(reached));
    }

    @Test
    void people_have_five_days_to_accept_a_split_and_thirty_to_pay() {
        Instant now = Instant.parse("2027-03-01T10:00:00Z");

        assertThat(Deadlines.accepting(now)).isEqualTo(Instant.parse("2027-03-06T10:00:00Z"));
        assertThat(Deadlines.paying(now)).isEqualTo(Instant.parse("2027-03-31T10:00:00Z"));
    }

    @Test
    void costs_are_claimed_until_the_evening_of_the_sixtieth_day() {
        ZonedDateTime flown = paris(LocalDateTime.of(2027, 5, 20, 9, 30));

        assertThat(Deadlines.claiming(flown)).isEqualTo(paris(LocalDateTime.of(2027, 7, 19, 18, 0)));
    }

    private static ZonedDateTime paris(LocalDateTime local) {
        return local.atZone(PARIS);
    }
}
