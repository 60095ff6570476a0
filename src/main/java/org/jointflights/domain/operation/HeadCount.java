package org.jointflights.domain.operation;

import java.util.List;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Seats;
import org.jspecify.annotations.Nullable;

/**
 * A state's people, counted. A place that became free stays empty: nobody else is put on it, since the gates were passed
 * for those who were on the list.
 *
 * @param committed the seats of the signed version
 * @param boarding nothing until its people were counted on board
 */
public record HeadCount(
        Seats committed, List<TakenOff> takenOff, @Nullable Boarding boarding) {

    public HeadCount {
        takenOff = List.copyOf(takenOff);
    }

    /**
     * How many may still board, before they did; afterwards how many are still to be handed over. Whoever was taken off at the
     * last call stays on board, and is counted again where all of the state are left behind.
     */
    public int expected() {
        return boarding == null
                ? committed.returnees() - persons(false)
                : Math.max(0, boarding.aboard().returnees() - persons(true));
    }

    /**
     * Where people count who are taken off at that point: once counted on board they leave the aircraft and not the list,
     * wherever it stands; it may have been held back after it was cleared.
     */
    public GatePoint leaving(GatePoint point) {
        return boarding == null || point.isAfterBoarding() ? point : GatePoint.STOPOVER;
    }

    /** Throws {@link BadInput} if more are taken off than there are. */
    public void requireTakenOff(String field, int persons) {
        if (persons < 0 || persons > expected()) {
            throw BadInput.of(field, persons, "operation.takenOff", expected());
        }
    }

    /** Throws {@link BadInput} if more are aboard than are expected, or more staff than has seats. */
    public void requireAboard(Seats aboard) {
        requireAtMost("returnees", aboard.returnees(), expected());
        requireAtMost("escorts", aboard.escorts(), committed.escorts());
        requireAtMost("medical", aboard.medical(), committed.medical());
        requireAtMost("interpreters", aboard.interpreters(), committed.interpreters());
        requireAtMost("monitors", aboard.monitors(), committed.monitors());
        requireAtMost("others", aboard.others(), committed.others());
    }

    /** Who flew: those who boarded, without those who left the aircraft before their last call. */
    public Seats flown() {
        if (boarding == null) {
            return Seats.NONE;
        }
        Seats aboard = boarding.aboard();
        int leftEarly = takenOff.stream()
                .filter(off -> off.point() == GatePoint.STOPOVER)
                .mapToInt(TakenOff::persons)
                .sum();
        return new Seats(
                aboard.returnees() - leftEarly,
                aboard.escorts(),
                aboard.medical(),
                aboard.interpreters(),
                aboard.monitors(),
                aboard.others());
    }

    private int persons(boolean afterBoarding) {
        return takenOff.stream()
                .filter(off -> off.point().isAfterBoarding() == afterBoarding)
                .mapToInt(TakenOff::persons)
                .sum();
    }

    private static void requireAtMost(String field, int counted, int most) {
        if (counted > most) {
            throw BadInput.of(field, counted, "operation.aboard", most);
        }
    }
}
