package org.jointflights.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.domain.calendar.CalendarEntry.Certainty;
import org.junit.jupiter.api.Test;

class CalendarTextTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00.5Z");
    private static final Instant CHANGED = Instant.parse("2027-02-28T23:59:59Z");

    @Test
    void an_entry_is_written_as_rfc_5545_has_it_with_times_in_utc() {
        String text = CalendarText.of(
                "Flight X",
                NOW,
                "https://flights.example.org/flights",
                List.of(
                        CalendarEntry.at(
                                "gates-D_1-JRO-2027-0001",
                                7,
                                CHANGED,
                                "Gates, D-1; C:\\x\nnext",
                                Instant.parse("2027-03-27T23:00:00Z"),
                                Instant.parse("2027-03-28T22:00:00Z"),
                                Certainty.TENTATIVE),
                        CalendarEntry.on(
                                "permit", 0, CHANGED, "Permit", LocalDate.of(2028, 2, 29), Certainty.CONFIRMED)));

        assertThat(text)
                .isEqualTo(String.join(
                                "\r\n",
                                "BEGIN:VCALENDAR",
                                "VERSION:2.0",
                                "PRODID:-//joint-flights//EN",
                                "CALSCALE:GREGORIAN",
                                "METHOD:PUBLISH",
                                "X-WR-CALNAME:Flight X",
                                "BEGIN:VEVENT",
                                "UID:gates-D_1-JRO-2027-0001@jointflights",
                                "DTSTAMP:20270301T090000Z",
                                "LAST-MODIFIED:20270228T235959Z",
                                "SEQUENCE:7",
                                "DTSTART:20270327T230000Z",
                                "DTEND:20270328T220000Z",
                                "SUMMARY:Gates\\, D-1\\; C:\\\\x\\nnext",
                                "STATUS:TENTATIVE",
                                "TRANSP:TRANSPARENT",
                                "URL:https://flights.example.org/flights",
                                "END:VEVENT",
                                "BEGIN:VEVENT",
                                "UID:permit@jointflights",
                                "DTSTAMP:20270301T090000Z",
                                "LAST-MODIFIED:20270228T235959Z",
                                "SEQUENCE:0",
                                "DTSTART;VALUE=DATE:20280229",
                                "SUMMARY:Permit",
                                "STATUS:CONFIRMED",
                                "TRANSP:TRANSPARENT",
                                "URL:https://flights.example.org/flights",
                                "END:VEVENT",
                                "END:VCALENDAR")
                        + "\r\n");
    }

    @Test
    void a_long_line_is_folded_at_75_bytes_and_no_sign_is_cut_in_two() {
        String title = "é€😀".repeat(40);
        String text = CalendarText.of(
                "x", NOW, "y", List.of(CalendarEntry.on("a", 1, NOW, title, LocalDate.EPOCH, Certainty.CONFIRMED)));

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + title + "\r\n");
    }

    @Test
    void nothing_in_a_title_begins_a_line_of_its_own() {
        String text = CalendarText.of(
                "x\r\nATTACH:evil",
                NOW,
                "y",
                List.of(CalendarEntry.on(
                        "a", 1, NOW, "x\rATTACH:evil\nATTACH:evil", LocalDate.EPOCH, Certainty.CONFIRMED)));

        assertThat(text.split("\r\n|\r|\n")).noneMatch(line -> line.startsWith("ATTACH"));
    }
}
