package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignInNamesTest {

    private final PeopleServices services = new PeopleServices();

    @Test
    void nobody_is_called_as_the_machine_is_in_capitals_or_not() {
        assertThat(List.of("system", " System ", "ROOT", "anonymousUser")).allMatch(ReservedNames::contains);
        assertThat(List.of("anna", "admin", "systems")).noneMatch(ReservedNames::contains);
    }

    @Test
    void the_name_of_nobody_is_told_as_it_is() {
        services.directory.addSharedGroups();
        services.add("anna", "manager");

        assertThat(services.people.nameOf("anna")).isEqualTo("Anna Person");
        assertThat(services.people.nameOf("ghost")).isEqualTo("ghost");
        assertThat(new Person("anna", "", "Berg").name()).isEqualTo("Berg");
        assertThat(new SomebodySignedIn().isIn("manager")).isFalse();
    }
}
