package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.Stream;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

    @Test
    void those_sign_who_are_two_but_administrators() {
        assertThat(Stream.of(Role.values()).filter(Role::signs))
                .containsExactly(Role.FINANCE, Role.LEGAL, Role.RIGHTS_OFFICER, Role.EXECUTIVE, Role.MANAGER);
        assertThat(Stream.of(Role.values()).filter(Role::isGuarded))
                .containsExactly(
                        Role.FINANCE,
                        Role.LEGAL,
                        Role.RIGHTS_OFFICER,
                        Role.EXECUTIVE,
                        Role.MANAGER,
                        Role.ADMINISTRATOR);
    }

    @Test
    void every_role_is_of_parties_or_of_none() {
        assertThat(Role.ofParties())
                .containsExactly(
                        Role.COORDINATOR, Role.FINANCE, Role.LEGAL, Role.DOCTOR, Role.MONITOR, Role.ESCORT_LEADER);
        assertThat(Role.ofNoParty())
                .containsExactly(Role.RIGHTS_OFFICER, Role.EXECUTIVE, Role.MANAGER, Role.AUDITOR, Role.ADMINISTRATOR);
    }

    @Test
    void a_role_has_the_one_kind_of_group_or_the_other() {
        Party france = new Party("FR");

        assertThat(Role.LEGAL.groupOf(france)).isEqualTo("FRlegal");
        assertThat(Role.AUDITOR.group()).isEqualTo("auditor");
        assertThatThrownBy(Role.LEGAL::group)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LEGAL");
        assertThatThrownBy(() -> Role.AUDITOR.groupOf(france))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AUDITOR");
    }

    @ParameterizedTest
    @CsvSource({"FRfinance, FINANCE", "FXcoordinator, COORDINATOR", "camunda-admin, ADMINISTRATOR"})
    void a_group_tells_its_role(String group, Role role) {
        assertThat(Role.ofGroup(group)).contains(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"finance", "FRAfinance", "FRmanager", "FRfinances", ""})
    void unless_it_is_none_of_ours(String group) {
        assertThat(Role.ofGroup(group)).isEmpty();
    }

    @Test
    void a_role_has_a_name_in_each_language() {
        assertThat(Role.DOCTOR.name(Locale.ENGLISH)).isEqualTo("Doctor");
        assertThat(Role.DOCTOR.name(Locale.FRENCH)).isEqualTo("Médecin");
    }
}
