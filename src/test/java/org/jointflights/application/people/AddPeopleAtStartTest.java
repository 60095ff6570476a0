package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionOperations;

class AddPeopleAtStartTest {

    private final PeopleServices services = new PeopleServices();

    @Test
    void the_groups_are_there_before_the_first_people_join_them() {
        List<String> found = new ArrayList<>();

        start(() -> found.addAll(services.people.groupNames().keySet()));

        assertThat(found).containsExactly("auditor", "camunda-admin", "executive", "manager", "rightsOfficer");
    }

    @Test
    void a_party_that_an_older_version_knew_gets_the_groups_it_lacks() {
        services.parties.add(new Parties.Member(new Party("FR"), "One", services.clock.instant()));

        start(() -> {});

        assertThat(services.people.groupNames()).containsKeys("FRmonitor", "FRescortleader");
    }

    @Test
    void two_administrators_are_made_with_the_passwords_of_the_settings_and_nobody_twice() {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("jointflights.admin.password", "First-Kettle-1")
                .withProperty("jointflights.admin2.password", "Second-Kettle-2");
        FirstPeople first = new AddTwoAdministrators(services.directory, services.people, services.accounts, settings);

        start(first);
        start(first);

        assertThat(services.people.membersOf("camunda-admin"))
                .containsExactly(
                        new Person("admin", "First", "Administrator"), new Person("admin2", "Second", "Administrator"));
        assertThat(services.people.isPassword("admin", "First-Kettle-1")).isTrue();
        assertThat(services.people.isPassword("admin2", "Second-Kettle-2")).isTrue();
        assertThat(services.people.all()).hasSize(2);
        assertThat(services.people.passwordOf("admin").oneTime()).isTrue();
        assertThat(services.people.passwordOf("admin2").oneTime()).isTrue();
        assertThat(services.people.origin()).contains(Origin.PRODUCTION);
    }

    @Test
    void a_name_that_is_taken_is_not_given_to_an_administrator() {
        services.directory.addSharedGroups();
        services.add("admin", "manager");
        MockEnvironment settings =
                new MockEnvironment().withProperty("jointflights.admin2.password", "Second-Kettle-2");

        start(new AddTwoAdministrators(services.directory, services.people, services.accounts, settings));

        assertThat(services.people.groupsOf("admin")).containsExactly("manager");
        assertThat(services.people.groupsOf("admin2")).containsExactly("camunda-admin");
    }

    @Test
    void without_a_password_nobody_is_made() {
        FirstPeople first =
                new AddTwoAdministrators(services.directory, services.people, services.accounts, new MockEnvironment());

        assertThatThrownBy(() -> start(first))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jointflights.admin.password");
        assertThat(services.people.all()).isEmpty();
    }

    private void start(FirstPeople first) {
        new AddPeopleAtStart(services.directory, first, TransactionOperations.withoutTransaction())
                .afterSingletonsInstantiated();
    }
}
