package org.jointflights.domain.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Entries as a text by RFC 5545. Times are in UTC, which every calendar shows in its reader's zone, so that no zone with its changes
 * of clocks has to be described.
 */
public final class CalendarText {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /** The longest line, in bytes, without what ends it (3.1). */
    private static final int LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarText() {}

    /** A calendar of that name; {@code now} is when it was made, {@code link} leads from each entry to more. */
    public static String of(String name, Instant now, String link, List<CalendarEntry> entries) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//joint-flights//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        entries.forEach(entry -> calendar.entry(entry, now, link));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void entry(CalendarEntry entry, Instant now, String link) {
        line("BEGIN:VEVENT");
        line("UID:" + entry.id() + "@jointflights");
        line("DTSTAMP:" + MOMENT.format(now));
        line("LAST-MODIFIED:" + MOMENT.format(entry.changed()));
        line("SEQUENCE:" + entry.version());
        LocalDate day = entry.day();
        Instant start = entry.start();
        Instant end = entry.end();
        if (day != null) {
            line("DTSTART;VALUE=DATE:" + DAY.format(day));
        } else if (start != null) {
            line("DTSTART:" + MOMENT.format(start));
        }
        if (end != null) {
            line("DTEND:" + MOMENT.format(end));
        }
        line("SUMMARY:" + escaped(entry.title()));
        line("STATUS:" + entry.certainty());
        line("TRANSP:TRANSPARENT");
        line("URL:" + link);
        line("END:VEVENT");
    }

    /** As 3.3.11 says. */
    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Folded so that no sign is cut in two. */
    private void line(String whole) {
        int used = 0;
        for (int at = 0; at < whole.length(); ) {
            int sign = whole.codePointAt(at);
            String one = Character.toString(sign);
            int bytes = one.getBytes(StandardCharsets.UTF_8).length;
            if (used + bytes > LINE) {
                text.append("\r\n ");
                used = 1;
            }
            text.append(one);
            used += bytes;
            at += one.length();
        }
        text.append("\r\n");
    }
}
