package org.jointflights.application.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlightFilesTest {

    static Iterable<String> everybodys() {
        return FlightFiles.EVERYBODYS;
    }

    @ParameterizedTest
    @MethodSource("everybodys")
    void what_every_party_may_read_in_the_trail_is_a_sentence_that_is_written(String code) {
        assertThat(Sentence.of(code, "a", "b", "c", "d", "e", "f", "g").in(Locale.ENGLISH))
                .isNotBlank();
    }
}
