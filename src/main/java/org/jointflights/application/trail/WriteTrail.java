package org.jointflights.application.trail;

import java.time.Clock;
import java.util.List;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the trail in the name of whoever acts now. */
@Component
public class WriteTrail {

    private final TrailEntries entries;
    private final CurrentUser actor;
    private final Clock clock;

    WriteTrail(TrailEntries entries, CurrentUser actor, Clock clock) {
        this.entries = entries;
        this.actor = actor;
        this.clock = clock;
    }

    /** What concerns no party in particular, or only the one that the actor works for. */
    public void record(OperationReference reference, TrailEvent event, Object... arguments) {
        recordOf(reference, null, event, arguments);
    }

    /** What concerns that party, whoever does it. */
    public void recordOf(OperationReference reference, @Nullable Party party, TrailEvent event, Object... arguments) {
        entries.add(new TrailEntry(
                reference,
                clock.instant(),
                actor.id(),
                event,
                party,
                Viewer.onlyPartyOf(actor.groups()),
                List.of(arguments)));
    }
}
