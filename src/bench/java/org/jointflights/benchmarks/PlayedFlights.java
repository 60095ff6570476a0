package org.jointflights.benchmarks;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.WholeFlight;
import org.jointflights.process.example.WholeFlight.Point;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Flights that the example users really play, each until a point of its life that it reaches on the same day: two that have
 * come to each point before the end, and four that are closed. Organisers and the number of states go round.
 */
final class PlayedFlights {

    /** When all of them stand where they stand. */
    static final Instant NOW = TestClock.START;

    private static final int OPEN_AT_EACH_POINT = 2;
    private static final int CLOSED = 4;
    private static final int FEWEST_STATES = 3;
    private static final int DIFFERENT_SIZES = 4;

    private final ConfigurableApplicationContext application;
    private final TestClock clock;
    private int played;

    PlayedFlights(ConfigurableApplicationContext application, TestClock clock) {
        this.application = application;
        this.clock = clock;
    }

    void play() {
        for (Point point : Point.values()) {
            int number = point == Point.CLOSED ? CLOSED : OPEN_AT_EACH_POINT;
            for (int i = 0; i < number; i++) {
                play(point);
            }
        }
        clock.set(NOW);
    }

    private void play(Point point) {
        ZonedDateTime departure = NOW.atZone(ZoneId.of("Europe/Paris"))
                .plusDays(point.days())
                .withHour(9)
                .withMinute(30);
        WholeFlight.organisedBy(
                        played % WholeFlight.MOST_STATES,
                        FEWEST_STATES + played % DIFFERENT_SIZES,
                        departure,
                        application,
                        clock::set)
                .playUntil(point);
        played++;
    }
}
