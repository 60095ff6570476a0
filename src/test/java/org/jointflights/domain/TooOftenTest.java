package org.jointflights.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TooOftenTest {

    @ParameterizedTest
    @CsvSource({"PT0.001S, 1, 1", "PT1S, 1, 1", "PT1.001S, 2, 1", "PT60S, 60, 1", "PT60.001S, 61, 2", "PT15M, 900, 15"})
    void whoever_waits_as_long_as_was_said_has_waited_long_enough(Duration wait, long seconds, long minutes) {
        TooOften refusal = TooOften.of(wait, "common.said");

        assertThat(refusal.seconds()).isEqualTo(seconds);
        assertThat(refusal.asSentence().arguments()).isEqualTo(List.of(Long.toString(seconds), Long.toString(minutes)));
    }
}
