package org.jointflights.domain.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How mail reaches one person.
 *
 * @param hour of the day at which the digest goes, on the clock of the zone
 * @param language in which mail is written; both, where the person has not said
 */
public record MailChoice(
        MailManner manner, int hour, ZoneId zone, @Nullable Locale language) {

    /** What holds for whoever has chosen nothing. */
    public static final MailChoice UNSAID = new MailChoice(MailManner.AT_ONCE, 7, ZoneId.of("UTC"), null);

    /** All that there are to choose from. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    /** Those in which mail is written, one after the other. */
    public List<Locale> languages() {
        return language == null ? LANGUAGES : List.of(language);
    }

    /** The day of the next digest after that moment. */
    public LocalDate nextDigest(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return digestOn(today).isAfter(now) ? today : today.plusDays(1);
    }

    /** When that day's digest goes: an hour that a change of clocks leaves out is the one after, one that comes twice the first. */
    public Instant digestOn(LocalDate day) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }
}
