package org.jointflights.application.people.administration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jointflights.domain.approval.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * What one administrator has asked for and another confirms.
 *
 * @param decided how it ended, or nothing while it waits
 */
public record PeopleRequest(
        long number,
        PeopleChange change,
        String askedBy,
        Instant askedAt,
        @Nullable Decided decided) {

    /** How long it may be confirmed. */
    public static final Duration LASTS = Duration.ofDays(14);

    /** How a request can end, beside running out of time. */
    public enum Decision {
        CONFIRMED,
        DECLINED,
        WITHDRAWN
    }

    /** Who ended it, how and when; a reason where it was declined. */
    public record Decided(
            Decision decision,
            String by,
            Instant at,
            @Nullable String reason) {}

    /** The first moment at which it can no longer be confirmed. */
    public Instant until() {
        return askedAt.plus(LASTS);
    }

    /** Names everything that the request holds: whoever confirms says with it what was shown to them. */
    public String fingerprint() {
        return CanonicalJson.hash(CanonicalJson.write(List.of(
                number,
                change.kind().name(),
                change.person().id(),
                change.person().firstName(),
                change.person().lastName(),
                Objects.requireNonNullElse(change.person().mail(), ""),
                change.role() == null ? "" : change.role().group(),
                askedBy,
                askedAt.toString())));
    }
}
