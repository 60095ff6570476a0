package org.jointflights.application.system;

import java.time.Instant;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits for the machine.
 *
 * @param first since when the oldest waits; of {@link Kind#LATER}, when the next is due; nothing where nothing waits
 */
public record Queue(Kind kind, long length, @Nullable Instant first) {

    /** What waits, in the order in which the page shows it. */
    public enum Kind {
        /** A node may take it now. */
        DUE,
        /** A node has taken it. */
        TAKEN,
        /** A date of it has not come. */
        LATER,
        /** Waits for an administrator. */
        FAILED,
        /** Has not been taken by the mail server. */
        MAIL;

        /** What it is called. */
        public Sentence words() {
            return Sentence.of("system.queue." + name());
        }
    }
}
