package org.jointflights.application.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jointflights.StandingClock;
import org.jointflights.application.system.Queue;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.Test;

/** However often the figures are asked for, the database is asked once in a few seconds, and never shown as it was. */
class ReadFiguresTest {

    private final StandingClock clock = new StandingClock();
    private int asked;
    private boolean closed;

    private final FlightFigures flights = new FlightFigures() {
        @Override
        public Map<Stage, Integer> flightsByStage() {
            asked++;
            if (closed) {
                throw new IllegalStateException("no connection");
            }
            return Map.of(Stage.PLANNING, asked);
        }

        @Override
        public int overdueWaits(Instant now) {
            return now.equals(clock.instant()) ? 4 : 0;
        }

        @Override
        public int undeliveredNotices() {
            return 3;
        }
    };

    private final ReadFigures figures = new ReadFigures(
            flights,
            List.of(
                    () -> List.of(new Queue(Queue.Kind.DUE, 7, null), new Queue(Queue.Kind.FAILED, 2, null)),
                    () -> List.of(new Queue(Queue.Kind.MAIL, 9, null))),
            clock);

    @Test
    void they_are_read_once_in_five_seconds() {
        assertThat(figures.current()).contains(new Figures(Map.of(Stage.PLANNING, 1), 4, 2, 3));
        clock.advance(Duration.ofSeconds(5).minusMillis(1));
        assertThat(figures.current()).contains(new Figures(Map.of(Stage.PLANNING, 1), 4, 2, 3));

        clock.advance(Duration.ofMillis(1));

        assertThat(figures.current()).contains(new Figures(Map.of(Stage.PLANNING, 2), 4, 2, 3));
    }

    @Test
    void a_clock_that_is_set_back_keeps_none_for_longer() {
        figures.current();
        clock.advance(Duration.ofHours(-1));

        assertThat(figures.current()).contains(new Figures(Map.of(Stage.PLANNING, 2), 4, 2, 3));
    }

    @Test
    void where_the_database_is_away_there_are_none_and_it_is_asked_no_more_often() {
        figures.current();
        closed = true;
        clock.advance(Duration.ofSeconds(5));

        assertThat(figures.current()).isEmpty();
        assertThat(figures.current()).isEmpty();
        assertThat(asked).isEqualTo(2);

        closed = false;
        clock.advance(Duration.ofSeconds(5));
        assertThat(figures.current()).isPresent();
    }

    @Test
    void a_stage_without_flights_has_nought() {
        assertThat(figures.current().orElseThrow().flights(Stage.CLOSED)).isZero();
    }
}
