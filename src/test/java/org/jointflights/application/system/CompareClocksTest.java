package org.jointflights.application.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jointflights.StandingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CompareClocksTest {

    private final StandingClock clock = new StandingClock();
    private Supplier<Instant> database = clock::instant;
    private final CompareClocks clocks = new CompareClocks(() -> database.get(), clock);

    @ParameterizedTest
    @CsvSource({"0, false", "60, false", "61, true", "300, true", "-60, false", "-61, true"})
    void a_clock_that_differs_by_more_than_a_minute_is_wrong(long ahead, boolean wrong) {
        database = () -> clock.instant().minusSeconds(ahead);

        assertThat(clocks.isWrong()).isEqualTo(wrong);
        assertThat(clocks.ahead()).isEqualTo(Duration.ofSeconds(ahead));
        assertThat(clocks.now()).isEqualTo(clock.instant().minusSeconds(ahead));
    }

    @Test
    void it_is_right_again_once_it_is_found_so_and_each_is_said_once(CapturedOutput log) {
        database = () -> clock.instant().minusSeconds(300);
        clocks.compare();
        clocks.compare();
        database = clock::instant;
        assertThat(clocks.isWrong()).as("not looked at again").isTrue();
        clocks.compare();
        clocks.compare();

        assertThat(clocks.isWrong()).isFalse();
        assertThat(log.getOut().lines().filter(line -> line.contains("differs by 300 seconds")))
                .hasSize(1);
        assertThat(log.getOut().lines().filter(line -> line.contains("is right again")))
                .hasSize(1);
    }

    @Test
    void an_answer_that_took_long_says_nothing_and_half_of_a_short_way_is_taken_off() {
        database = () -> {
            Instant shown = clock.instant();
            clock.advance(Duration.ofSeconds(11));
            return shown.minusSeconds(300);
        };
        assertThat(clocks.isWrong()).isFalse();

        database = () -> {
            clock.advance(Duration.ofSeconds(2));
            Instant shown = clock.instant();
            clock.advance(Duration.ofSeconds(2));
            return shown;
        };
        clocks.compare();
        assertThat(clocks.ahead()).isZero();
    }
}
