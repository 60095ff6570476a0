package org.jointflights.domain.approval;

import java.time.Instant;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/** A version of the plan, whether or not its content is proven: what became of it reads alike. */
interface HasFate {

    VersionFate fate();

    default Instant frozen() {
        return fate().frozen();
    }

    /** The signatures it needs, once that is decided. */
    default @Nullable ApprovalRoute route() {
        return fate().route();
    }

    /** When every signature was there, or nothing. */
    default @Nullable Instant committed() {
        return fate().committed();
    }

    /** Why it is no longer the current one, or nothing. */
    default @Nullable Sentence voidedFor() {
        return fate().voidedFor();
    }
}
