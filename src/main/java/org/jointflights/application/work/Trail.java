package org.jointflights.application.work;

import java.time.Clock;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.springframework.stereotype.Component;

/** Writes the trail in the name of whoever acts now. */
@Component
public class Trail {

    private final TrailEntries entries;
    private final CurrentUser actor;
    private final Clock clock;

    Trail(TrailEntries entries, CurrentUser actor, Clock clock) {
        this.entries = entries;
        this.actor = actor;
        this.clock = clock;
    }

    /** The sentence is a key of the bundle {@code trail} and what fills its gaps. */
    public void record(OperationReference reference, String code, Object... arguments) {
        entries.add(new TrailEntry(reference, clock.instant(), actor.id(), Sentence.of(code, arguments)));
    }
}
