package org.jointflights.application.system;

import java.time.Instant;
import java.util.Optional;
import org.jointflights.domain.Conflict;

/** The backups of the database. */
public interface Backups {

    /** The last that is known to be whole. */
    Optional<Backup> last();

    /** Whether the application can take one itself; else a command beside the database does. */
    boolean canBeTakenHere();

    /**
     * Writes the whole database into a new file beside it, between the acts of others, and keeps that. Throws {@link Conflict}
     * if it cannot be taken here, if one of that moment is there, or if others are in the middle of acts for too long.
     */
    Backup take(Instant at);
}
