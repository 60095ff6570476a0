package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {

    private static final Party FR = new Party("FR");

    @Test
    void a_role_of_parties_comes_with_a_party_and_any_other_with_none() {
        assertThat(refusal(BadInput.class, "common.party.code", () -> new Assignment(Role.FINANCE, null))
                        .field())
                .isEqualTo("party");
        BadInput refused = refusal(BadInput.class, "people.party.none", () -> new Assignment(Role.MANAGER, FR));
        assertThat(refused.field()).isEqualTo("party");
        assertThat(refused.asSentence().arguments()).endsWith("FR", Role.MANAGER.sentence());
    }

    @ParameterizedTest
    @CsvSource({"FINANCE, fr, FRfinance", "MANAGER, '', manager", "ADMINISTRATOR, ' ', camunda-admin"})
    void what_a_form_names_is_a_group(String role, String party, String group) {
        assertThat(Assignment.named(role, party).group()).isEqualTo(group);
    }

    @Test
    void a_form_names_no_role_without_its_party_nor_one_that_is_none() {
        refusal(BadInput.class, "common.party.code", () -> Assignment.named("FINANCE", " "));
        refusal(BadInput.class, "people.party.none", () -> Assignment.named("MANAGER", "FR"));
        assertThat(refusal(BadInput.class, "people.role", () -> Assignment.named("KING", "FR"))
                        .field())
                .isEqualTo("role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRfinance", "GBescortleader", "rightsOfficer", "camunda-admin"})
    void a_group_of_ours_says_what_its_members_do(String group) {
        assertThat(Assignment.of(group)).map(Assignment::group).contains(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"finance", "FRmanager", "FR", "somebody", "frfinance"})
    void any_other_says_nothing(String group) {
        assertThat(Assignment.of(group)).isEmpty();
    }

    @Test
    void roles_are_told_with_their_party() {
        assertThat(new Assignment(Role.FINANCE, FR).sentence().in(Locale.ENGLISH))
                .isEqualTo("Finance approver (FR)");
        assertThat(new Assignment(Role.MANAGER, null).sentence().in(Locale.ENGLISH))
                .isEqualTo("Manager");
    }

    @Test
    void they_are_in_order_of_party_and_role() {
        List<String> groups = List.of("manager", "auditor", "FRcoordinator", "FRfinance", "GBcoordinator");

        assertThat(Stream.of("GBcoordinator", "FRfinance", "auditor", "FRcoordinator", "manager")
                        .flatMap(group -> Assignment.of(group).stream())
                        .sorted())
                .extracting(Assignment::group)
                .containsExactlyElementsOf(groups);
    }
}
