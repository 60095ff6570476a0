package org.jointflights.domain.needs;

import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A need that stands in no match, and why.
 *
 * @param with with whom it was last tried, in codes; empty where there was nobody
 * @param dearerFor who would have paid most above flying alone, if that is why
 * @param dearerBy by how much
 */
public record LeftAlone(
        Need need,
        Why why,
        String with,
        @Nullable Party dearerFor,
        @Nullable Money dearerBy) {

    /** Why a need stays alone. */
    public enum Why {
        /** No other state expects anybody there, or near, in that month. */
        NOBODY_ELSE,
        /** Its people alone are more than the largest aircraft takes. */
        TOO_MANY,
        /** All together are more than the largest aircraft takes. */
        NO_ROOM,
        /** Somebody would pay more than alone. */
        DEARER,
        /** The detour costs more than it saves. */
        NO_GAIN
    }

    static LeftAlone because(Need need, Why why, String with) {
        return new LeftAlone(need, why, with, null, null);
    }
}
