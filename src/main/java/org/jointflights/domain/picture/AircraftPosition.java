package org.jointflights.domain.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.flight.Timetable;
import org.jointflights.domain.operation.FlownLeg;

/**
 * Where an aircraft is by the clock: what follows from the times of its legs, and nothing that anybody has seen.
 *
 * @param leg the place of the leg in flying order, from 0
 * @param part how much of the leg is done, from 0 to 1
 * @param rests on which time of landing
 * @param landing that time
 */
public record AircraftPosition(int leg, double part, Rests rests, Instant landing) {

    /** What the position rests on. */
    public enum Rests {
        /** The timetable alone. */
        PLANNED,
        /** What the captain said before leaving. */
        EXPECTED,
        /** The landing on record. */
        LANDED,
        /** The landing is due and is not on record. */
        OVERDUE
    }

    /**
     * At that moment; nothing before the first leg begins and once all of them are flown. An aircraft between two legs stands where the
     * earlier one ended.
     */
    public static Optional<AircraftPosition> at(List<FlownLeg> legs, Instant now) {
        AircraftPosition reached = null;
        for (int leg = 0; leg < legs.size(); leg++) {
            FlownLeg flown = legs.get(leg);
            Instant landed = flown.landed();
            Instant expected = flown.expected();
            Instant due = expected == null ? flown.planned() : expected;
            if (landed != null) {
                reached = new AircraftPosition(leg, 1, Rests.LANDED, landed);
                continue;
            }
            Instant leaves = due == null ? null : due.minus(Timetable.ofLeg(flown.km()));
            if (due == null || now.isBefore(leaves)) {
                return Optional.ofNullable(reached);
            }
            if (!now.isBefore(due)) {
                // Of a flight that nobody follows, the next leg may have begun by the timetable.
                reached = new AircraftPosition(leg, 1, expected == null ? Rests.PLANNED : Rests.OVERDUE, due);
                if (expected != null) {
                    return Optional.of(reached);
                }
                continue;
            }
            double part = (double) Duration.between(leaves, now).toMillis()
                    / Duration.between(leaves, due).toMillis();
            return Optional.of(new AircraftPosition(leg, part, expected == null ? Rests.PLANNED : Rests.EXPECTED, due));
        }
        boolean over = reached != null && reached.leg == legs.size() - 1 && reached.rests != Rests.OVERDUE;
        return over ? Optional.empty() : Optional.ofNullable(reached);
    }
}
