package org.jointflights.application.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When everybody was here last. */
public interface DeskVisits {

    /** When the person was here last, and the time before that. */
    Optional<Visit> of(String person);

    /** Keeps them in place of those before. */
    void keep(String person, Visit visit);

    /**
     * Somebody's visits.
     *
     * @param before when the visit before this one ended; nothing during the first
     * @param last when the first page was last looked at
     */
    record Visit(@Nullable Instant before, Instant last) {}
}
