package org.jointflights.application.people;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OneTimePasswordTest {

    private final PeopleServices services = new PeopleServices();

    @Test
    void a_one_time_password_can_be_read_out_is_strong_and_never_the_same() {
        Person anna = new Person("anna", "Anna", "Berg");

        Set<String> made = Stream.generate(() -> OneTimePassword.of(anna, services.people))
                .limit(500)
                .collect(toSet());

        assertThat(made)
                .hasSize(500)
                .allMatch(password -> password.matches("([a-km-zA-HJ-NP-Z2-9]{5}-){4}[a-km-zA-HJ-NP-Z2-9]{5}"))
                .allMatch(password -> services.people.isStrong(anna, password));
    }
}
