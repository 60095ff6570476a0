package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAdministratorsTest {

    @ParameterizedTest
    @CsvSource({
        "0, none, admin admin2",
        "1, admin, admin2",
        "2, admin admin2, none",
        // An installation may replace the first two by people of its own.
        "1, anna, admin",
        "2, anna ben, none",
        "5, admin anna ben, none",
        // Whoever has the name and no longer the right does not get it back.
        "1, admin anna, admin2",
        "0, admin admin2, none"
    })
    void as_many_are_made_as_two_lack(int administrators, String taken, String made) {
        Set<String> names = Set.of(taken.split(" "));

        assertThat(FirstAdministrators.missing(administrators, names::contains).stream()
                        .map(Person::id))
                .containsExactly(made.equals("none") ? new String[0] : made.split(" "));
    }
}
