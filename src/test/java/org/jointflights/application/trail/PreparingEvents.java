package org.jointflights.application.trail;

import java.util.EnumSet;
import java.util.Set;

/** Which events prepare what is signed next, named here anew, so that a test notices when the product's own list changes. */
public final class PreparingEvents {

    private static final Set<TrailEvent> ALL = EnumSet.of(
            TrailEvent.PROPOSED,
            TrailEvent.ANSWERS_CLOSED,
            TrailEvent.PLAN_CHANGED,
            TrailEvent.POSTPONED,
            TrailEvent.WITHDRAWN,
            TrailEvent.DROPPED,
            TrailEvent.SUSPENDED,
            TrailEvent.CANCELLED,
            TrailEvent.TAKEN_OFF,
            TrailEvent.ACCOUNTS_LEFT_OUT);

    private PreparingEvents() {}

    public static Set<TrailEvent> all() {
        return EnumSet.copyOf(ALL);
    }

    /** All that the trail tells besides. */
    public static Set<TrailEvent> others() {
        return EnumSet.complementOf(EnumSet.copyOf(ALL));
    }
}
