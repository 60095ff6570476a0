package org.jointflights.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nigeria | Nigeria",
                "Kosovo and Albania | Kosovo et Albanie",
                "Ecuador and Colombia | Équateur et Colombie",
                "Bosnia & Herzegovina | Bosnie-Herzégovine",
                "Ghana, Togo and Benin | Ghana, Togo, Bénin",
                "Lagos | Lagos",
                "Nigeria and elsewhere | Nigeria and elsewhere",
                "Nigéria | Nigéria"
            })
    void countries_are_named_in_the_readers_language_and_whatever_else_was_typed_stays(String typed, String french) {
        assertThat(Destinations.in(Locale.FRENCH, typed)).isEqualTo(french);
        assertThat(Destinations.in(Locale.ENGLISH, typed)).isEqualTo(typed);
    }
}
