package org.jointflights.domain.needs;

import java.util.List;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * States that could fly together if some of them moved what they expect by a month. Nobody has said that they can: it is a
 * question to them, and nothing is proposed from it.
 *
 * @param match as it would be, all needs in its month
 * @param moving the needs that would move into that month, as they were entered
 * @param wider the match that one of them would join, in which nobody would pay more than now; nothing where there is none
 */
public record MovedMatch(
        NeedMatch match, List<Need> moving, @Nullable NeedMatch wider) {

    public MovedMatch {
        moving = List.copyOf(moving);
    }

    /** What all of them would save besides what they save without it. */
    public Money saving() {
        return wider == null ? match.saving() : match.saving().minus(wider.saving());
    }
}
