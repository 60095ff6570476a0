package org.jointflights.application.people;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.people.ExamplePeople.Member;
import org.jointflights.domain.Party;
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

    @Test
    void example_people_are_two_where_a_group_signs_and_are_called_after_it() {
        List<ExamplePeople.Place> places = ExamplePeople.read();

        ExamplePeople.Place france = places.stream()
                .filter(place -> new Party("FR").equals(place.party()))
                .findFirst()
                .orElseThrow();
        assertThat(france.authority()).isNotBlank();
        assertThat(france.members())
                .extracting(member -> member.person().id(), Member::role)
                .containsExactly(
                        tuple("frcoordinator", Role.COORDINATOR),
                        tuple("frfinance1", Role.FINANCE),
                        tuple("frfinance2", Role.FINANCE),
                        tuple("frlegal1", Role.LEGAL),
                        tuple("frlegal2", Role.LEGAL),
                        tuple("frdoctor", Role.DOCTOR),
                        tuple("frmonitor", Role.MONITOR),
                        tuple("frescortleader", Role.ESCORT_LEADER));
        assertThat(france.members())
                .extracting(member -> member.person().lastName())
                .doesNotHaveDuplicates();
        assertThat(places)
                .filteredOn(place -> place.party() == null)
                .flatExtracting(ExamplePeople.Place::members)
                .extracting(member -> member.person().id())
                .contains("admin", "admin2", "auditor", "executive1", "manager2");
        assertThat(places).hasSize(17);
    }

    @Test
    void the_published_password_is_known_as_such() {
        assertThat(ExamplePeople.isPublished("Joint-2026!")).isTrue();
        assertThat(ExamplePeople.isPublished("joint-2026!")).isFalse();
    }

    @Test
    void a_one_time_password_can_be_read_out_is_strong_and_never_the_same() {
        Person anna = new Person("anna", "Anna", "Berg");

        Set<String> made = Stream.generate(() -> OneTimePassword.of(anna, services.people))
                .limit(500)
                .collect(toSet());

        assertThat(made)
                .hasSize(500)
                .allMatch(password -> password.matches("([a-km-zA-HJ-NP-Z2-9]{5}-){3}[a-km-zA-HJ-NP-Z2-9]{5}"))
                .allMatch(password -> services.people.isStrong(anna, password));
    }
}
