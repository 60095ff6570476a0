package org.jointflights.domain.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/** When gates are asked. Days are calendar days of the departure airport, counted back from the day of departure. */
public enum GatePoint {
    /** Answered by the financial decisions, before the aircraft is contracted; the operation does not ask it. */
    CONTRACTING(35),
    D_28(28),
    D_21(21),
    D_14(14),
    D_10(10),
    D_7(7),
    D_5(5),
    D_3(3),
    D_2(2),
    D_1(1),
    BOARDING(null),
    STOPOVER(null),
    /** After landing and before the doors open: remedies stay open until hand-over (CPT on the flight of October 2013). */
    LAST_CALL(null),
    HAND_OVER(null),
    /** Answered by reports and erasure, after the flight; the operation does not ask it. */
    CLOSING(null);

    /** People are in the assembly area from then on: annex of Decision 2004/573/EC, pre-departure phase. */
    private static final long HOURS_OF_ASSEMBLY = 3;

    private static final List<GatePoint> COUNT_DOWN =
            Stream.of(values()).filter(GatePoint::isOfCountDown).toList();

    private final @Nullable Integer days;

    GatePoint(@Nullable Integer days) {
        this.days = days;
    }

    /** D-28 to D-1, in that order. */
    public static List<GatePoint> countDown() {
        return COUNT_DOWN;
    }

    public boolean isOfCountDown() {
        return days != null && this != CONTRACTING;
    }

    /**
     * When it may be answered: D-n opens with that day in the departure airport's zone, whatever its clocks do in
     * between; boarding three hours before departure. Throws {@link IllegalStateException} for a point that an event
     * opens, not a clock.
     */
    public Instant opensAt(ZonedDateTime departure) {
        if (days != null) {
            LocalDate day = departure.toLocalDate().minusDays(days);
            return day.atStartOfDay(departure.getZone()).toInstant();
        }
        if (this == BOARDING) {
            return departure.toInstant().minusSeconds(HOURS_OF_ASSEMBLY * 60 * 60);
        }
        throw new IllegalStateException(this + " is opened by an event");
    }

    /** Whether people are already on board: who is taken off now has flown with us so far. */
    public boolean isAfterBoarding() {
        return compareTo(BOARDING) > 0;
    }

    /** The end of that day; for boarding, the departure. Throws likewise. */
    public Instant dueAt(ZonedDateTime departure) {
        if (days != null) {
            LocalDate next = departure.toLocalDate().minusDays(days - 1L);
            return next.atStartOfDay(departure.getZone()).toInstant();
        }
        if (this == BOARDING) {
            return departure.toInstant();
        }
        throw new IllegalStateException(this + " is opened by an event");
    }

    /** {@code 28 days before departure} for a point of the count-down; throws {@link IllegalStateException} for any other. */
    public Sentence untilDeparture() {
        if (days == null) {
            throw new IllegalStateException(this + " is opened by an event");
        }
        return days == 1
                ? Sentence.of("operation.point.dayBefore")
                : Sentence.of("operation.point.daysBefore", days.toString());
    }

    /** {@code D-28}, {@code boarding}, {@code last call}. */
    public Sentence words() {
        return isOfCountDown()
                ? Sentence.of(
                        "operation.point.countDown",
                        Objects.requireNonNull(days).toString())
                : Sentence.of("operation.point." + name());
    }
}
