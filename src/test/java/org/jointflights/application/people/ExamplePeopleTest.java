package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.jointflights.application.people.ExamplePeople.Member;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;

class ExamplePeopleTest {

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
}
