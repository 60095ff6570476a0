package org.jointflights.domain.publicrecord;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Passage;

/** Whether the people of a flight were watched all the way. */
public final class MonitorsAboard {

    private MonitorsAboard() {}

    /**
     * Whether on every leg on which somebody was flown a monitor was aboard. Those of a state board and leave with its people;
     * a diversion on the way is within its leg.
     *
     * @param journey as planned
     * @param flown by state
     */
    public static boolean onEveryLeg(Journey journey, Map<Party, Seats> flown) {
        return IntStream.range(0, journey.lastStop())
                .mapToObj(leg -> aboard(journey.passages(), leg, flown))
                .allMatch(seats -> seats.returnees() == 0 || seats.monitors() > 0);
    }

    private static Seats aboard(List<Passage> passages, int leg, Map<Party, Seats> flown) {
        return passages.stream()
                .filter(passage -> passage.boardsAt() <= leg && leg < passage.leavesAt())
                .map(passage -> flown.getOrDefault(passage.party(), Seats.NONE))
                .reduce(Seats.NONE, Seats::plus);
    }
}
