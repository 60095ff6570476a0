package org.jointflights.domain.approval;

import java.time.Instant;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a version, whose content never changes.
 *
 * @param route the signatures it needs, once that is decided
 * @param committed when every signature was there, or nothing
 * @param voided since when it is void, or nothing
 * @param voidedFor why it is no longer the current one, or nothing
 */
public record VersionFate(
        Instant frozen,
        @Nullable ApprovalRoute route,
        @Nullable Instant committed,
        @Nullable Instant voided,
        @Nullable Sentence voidedFor) {

    /** Nothing has happened to it yet. */
    public static VersionFate frozenAt(Instant frozen) {
        return new VersionFate(frozen, null, null, null, null);
    }

    public VersionFate routed(ApprovalRoute decided) {
        return new VersionFate(frozen, decided, committed, voided, voidedFor);
    }

    public VersionFate committed(Instant now) {
        return new VersionFate(frozen, route, now, voided, voidedFor);
    }
}
