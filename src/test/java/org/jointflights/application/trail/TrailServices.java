package org.jointflights.application.trail;

import java.time.Clock;
import org.jointflights.application.people.CurrentUser;

/** Makes the services that write the trail. */
public final class TrailServices {

    private TrailServices() {}

    public static WriteTrail writing(TrailEntries entries, CurrentUser actor, Clock clock) {
        return new WriteTrail(entries, actor, clock);
    }
}
