package org.jointflights.application.notice;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jointflights.application.trail.SentenceJson;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param id made of what it is and to whom: the same mail has the same id, wherever and however often it is made
 * @param digestOf whose day's notices it holds; nothing for one that goes at once with one notice
 * @param attempts how often it was taken to be sent
 */
public record Mail(String id, String person, @Nullable LocalDate digestOf, int attempts) {

    /** The one that goes at once: whoever is told the same as a member of two groups gets one. */
    static Mail atOnce(Notice notice, String person) {
        return new Mail(
                id("notice", notice.occasion(), notice.text().code(), SentenceJson.write(notice.text()), person),
                person,
                null,
                0);
    }

    /** The one of that day. */
    static Mail digest(LocalDate day, String person) {
        return new Mail(id("digest", day.toString(), person), person, day, 0);
    }

    private static String id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
