package org.jointflights.domain.publicrecord;

import org.jointflights.domain.Seats;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one state by which costs may have been shared, so that they could be computed from its share.
 *
 * @param committed the seats of the signed version, also of a state that withdrew later
 * @param flown those who were counted on board; nothing where nobody of the state was to fly in the end
 */
public record StateHeads(Seats committed, @Nullable Seats flown) {

    /**
     * Whether all that could be computed from them may be told: how many are returned and how many are staff, as committed
     * and as flown, and how many fewer have flown than were committed. That nobody stayed behind says nothing of anybody.
     */
    boolean mayBeTold() {
        return mayBeTold(committed)
                && (flown == null
                        || (mayBeTold(flown)
                                && nobodyOrMany(committed.returnees() - flown.returnees())
                                && nobodyOrMany(committed.staff() - flown.staff())));
    }

    private static boolean mayBeTold(Seats seats) {
        return ToldCount.mayBeTold(seats.returnees()) && ToldCount.mayBeTold(seats.staff());
    }

    private static boolean nobodyOrMany(int stayedBehind) {
        return stayedBehind == 0 || ToldCount.mayBeTold(stayedBehind);
    }
}
