package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncompatibilityTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    @ParameterizedTest
    @CsvSource({
        "FRmonitor, FRescortleader, MONITOR_AND_ESCORT_LEADER",
        "rightsOfficer, FRdoctor, RIGHTS_OFFICER_AND_PARTY",
        "rightsOfficer, FXcoordinator, RIGHTS_OFFICER_AND_PARTY",
        "camunda-admin, FRfinance, ADMINISTRATOR_AND_SIGNER",
        "camunda-admin, FRlegal, ADMINISTRATOR_AND_SIGNER",
        "camunda-admin, manager, ADMINISTRATOR_AND_SIGNER",
        "camunda-admin, executive, ADMINISTRATOR_AND_SIGNER",
        "camunda-admin, rightsOfficer, ADMINISTRATOR_AND_SIGNER",
        "auditor, camunda-admin, AUDITOR_AND_ACTOR",
        "auditor, manager, AUDITOR_AND_ACTOR",
        "auditor, FRdoctor, AUDITOR_AND_ACTOR",
        "FRdoctor, GBdoctor, TWO_PARTIES",
        "FRfinance, FXfinance, TWO_PARTIES",
    })
    void these_do_not_go_together_in_whichever_order_they_are_given(String one, String other, Incompatibility rule) {
        assertThat(Incompatibility.among(held(one, other))).containsExactly(rule);
        assertThat(Incompatibility.between(held(one).get(0), held(other))).containsExactly(rule);
        assertThat(Incompatibility.between(held(other).get(0), held(one))).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "FRcoordinator, FRfinance",
        "FRdoctor, FRmonitor",
        "FRlegal, FRescortleader",
        "manager, executive",
        "manager, FRfinance",
        "camunda-admin, FRcoordinator",
        "rightsOfficer, manager",
    })
    void these_do(String one, String other) {
        assertThat(Incompatibility.among(held(one, other))).isEmpty();
    }

    @Test
    void a_monitor_leads_no_escort_of_another_party_either() {
        assertThat(Incompatibility.among(held("FRmonitor", "GBescortleader")))
                .containsExactly(Incompatibility.MONITOR_AND_ESCORT_LEADER, Incompatibility.TWO_PARTIES);
    }

    @Test
    void whoever_breaks_a_rule_already_does_not_break_it_once_more() {
        assertThat(Incompatibility.between(new Assignment(Role.DOCTOR, new Party("ES")), held("FRdoctor", "GBdoctor")))
                .containsExactly(Incompatibility.TWO_PARTIES);
    }

    @Test
    void every_group_stands_for_the_role_and_the_party_that_it_was_made_for() {
        List<Assignment> all = new ArrayList<>();
        Role.ofNoParty().forEach(role -> all.add(new Assignment(role, null)));
        Stream.of(FR, GB, Party.FRONTEX)
                .forEach(party -> Role.ofParties().forEach(role -> all.add(new Assignment(role, party))));

        assertThat(all)
                .allSatisfy(each -> assertThat(Assignment.of(each.group())).contains(each));
        assertThat(List.of("", "FR", "FRking", "frfinance", "finance", "camunda", "accounting"))
                .allSatisfy(group -> assertThat(Assignment.of(group)).isEmpty());
        assertThatThrownBy(() -> new Assignment(Role.FINANCE, null)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new Assignment(Role.MANAGER, FR))
                .isInstanceOf(BadInput.class)
                .hasMessage("Party cannot be “FR”: Manager works for no party. Choose “None”.");
    }

    @Test
    void it_takes_two_administrators_for_those_who_sign_and_for_administrators() {
        Set<Role> guarded = EnumSet.of(
                Role.FINANCE, Role.LEGAL, Role.RIGHTS_OFFICER, Role.EXECUTIVE, Role.MANAGER, Role.ADMINISTRATOR);

        assertThat(Role.values()).allSatisfy(role -> {
            assertThat(role.isGuarded()).as(role.name()).isEqualTo(guarded.contains(role));
            assertThat(role.people()).as(role.name()).isEqualTo(guarded.contains(role) ? 2 : 1);
            assertThat(role.signs()).isEqualTo(guarded.contains(role) && role != Role.ADMINISTRATOR);
        });
    }

    private static List<Assignment> held(String... groups) {
        return Stream.of(groups)
                .map(group -> Assignment.of(group).orElseThrow())
                .toList();
    }
}
