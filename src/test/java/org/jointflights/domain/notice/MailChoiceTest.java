package org.jointflights.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T05:59:59Z, 7, Europe/Paris,   2027-03-01, 2027-03-01T06:00:00Z",
        "2027-03-01T06:00:00Z, 7, Europe/Paris,   2027-03-02, 2027-03-02T06:00:00Z",
        "2027-03-01T23:30:00Z, 0, Europe/London,  2027-03-02, 2027-03-02T00:00:00Z",
        "2027-03-01T23:30:00Z, 7, Pacific/Auckland, 2027-03-03, 2027-03-02T18:00:00Z",
        "2027-03-01T20:00:00Z, 23, America/New_York, 2027-03-01, 2027-03-02T04:00:00Z",
        // The clocks go forward: there is no 02:00, and the digest goes when they show 03:00.
        "2027-03-28T00:30:00Z, 2, Europe/Paris,   2027-03-28, 2027-03-28T01:00:00Z",
        "2027-03-28T01:00:00Z, 2, Europe/Paris,   2027-03-29, 2027-03-29T00:00:00Z",
        // They go back: 02:00 comes twice, and the digest goes the first time.
        "2027-10-30T23:30:00Z, 2, Europe/Paris,   2027-10-31, 2027-10-31T00:00:00Z",
        "2027-10-31T00:30:00Z, 2, Europe/Paris,   2027-11-01, 2027-11-01T01:00:00Z",
        "2028-02-28T12:00:00Z, 7, Europe/Athens,  2028-02-29, 2028-02-29T05:00:00Z"
    })
    void a_digest_goes_at_its_hour_on_the_clock_of_its_reader(
            Instant now, int hour, ZoneId zone, LocalDate day, Instant goes) {
        MailChoice choice = new MailChoice(MailManner.DIGEST, hour, zone, null);

        assertThat(choice.nextDigest(now)).isEqualTo(day);
        assertThat(choice.digestOn(day)).isEqualTo(goes);
    }

    @Test
    void waits_grow_to_four_hours_and_end_after_a_day_and_a_half() {
        assertThat(BackOff.after(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(BackOff.after(2)).isEqualTo(Duration.ofMinutes(5));
        assertThat(BackOff.after(3)).isEqualTo(Duration.ofMinutes(15));
        assertThat(BackOff.after(4)).isEqualTo(Duration.ofHours(1));
        assertThat(BackOff.after(5)).isEqualTo(Duration.ofHours(4));
        assertThat(BackOff.after(12)).isEqualTo(Duration.ofHours(4));
        Duration whole = Duration.ZERO;
        for (int attempts = 1; attempts < BackOff.ATTEMPTS; attempts++) {
            assertThat(BackOff.isOver(attempts)).isFalse();
            whole = whole.plus(BackOff.after(attempts));
        }
        assertThat(BackOff.isOver(BackOff.ATTEMPTS)).isTrue();
        assertThat(whole).isBetween(Duration.ofHours(32), Duration.ofHours(36));
    }
}
