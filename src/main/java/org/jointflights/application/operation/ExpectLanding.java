package org.jointflights.application.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.LegTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the aircraft is expected where it flies to: those who answer the last call hear of it an hour before, and a landing
 * that nobody records is asked for.
 */
@Service
@Transactional
public class ExpectLanding {

    private static final Duration BEFORE = Duration.ofHours(1);

    /** Assumed. */
    private static final Duration AFTER = Duration.ofMinutes(30);

    private static final Duration LONGEST = Duration.ofHours(24);

    private final ReadSafeguards situation;
    private final LegTimes times;
    private final FindAirports airports;
    private final Clock clock;

    ExpectLanding(ReadSafeguards situation, LegTimes times, FindAirports airports, Clock clock) {
        this.situation = situation;
        this.times = times;
        this.airports = airports;
        this.clock = clock;
    }

    /**
     * Where the aircraft flies to from a stop, and when it lands there if it leaves on time, or now if that is later.
     *
     * @param landing in the time of that airport, to the minute
     */
    public record Ahead(String airport, ZonedDateTime landing) {}

    /** What is ahead of an aircraft that stands at the stop, 0 being the start. */
    @Transactional(readOnly = true)
    public Ahead ahead(OperationReference reference, int stop) {
        Journey journey = situation.journey(reference);
        String airport = journey.airport(stop + 1);
        Instant landing = leaves(journey, stop).plus(journey.flightTo(stop + 1));
        return new Ahead(
                airport, landing.atZone(airports.get("airport", airport).zone()).truncatedTo(ChronoUnit.MINUTES));
    }

    private Instant leaves(Journey journey, int stop) {
        Instant now = clock.instant();
        Instant planned = journey.departure().toInstant();
        return stop == 0 && planned.isAfter(now) ? planned : now;
    }

    /**
     * The aircraft is let go from the stop. Throws {@link BadInput} for a landing that is over, or more than a day ahead.
     *
     * @param typed when its captain expects to land; as planned if nobody says it
     */
    public void expect(OperationReference reference, int stop, @Nullable ZonedDateTime typed) {
        ZonedDateTime landing = typed == null ? ahead(reference, stop).landing() : typed;
        Instant leaves = leaves(situation.journey(reference), stop);
        if (!landing.toInstant().isAfter(clock.instant()) || landing.toInstant().isAfter(leaves.plus(LONGEST))) {
            throw BadInput.of("landing", landing.toLocalDateTime(), "operation.landing.expected", LONGEST.toHours());
        }
        times.expect(reference, stop + 1, landing.toInstant());
    }

    /** When those are warned who are asked as soon as it has landed. */
    @Transactional(readOnly = true)
    public Instant warnsAt(OperationReference reference, int stop) {
        return expected(reference, stop).minus(BEFORE);
    }

    /** When a landing that nobody has recorded is asked for. */
    @Transactional(readOnly = true)
    public Instant overdueAt(OperationReference reference, int stop) {
        return expected(reference, stop).plus(AFTER);
    }

    private Instant expected(OperationReference reference, int stop) {
        return times.of(reference).stream()
                .filter(leg -> leg.stop() == stop)
                .map(LegTime::expected)
                .findFirst()
                .orElseGet(
                        () -> clock.instant().plus(situation.journey(reference).flightTo(stop)));
    }
}
