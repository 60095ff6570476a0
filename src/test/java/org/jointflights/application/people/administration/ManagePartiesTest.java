package org.jointflights.application.people.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import org.jointflights.application.people.Parties.Member;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;

class ManagePartiesTest {

    private static final Party ES = new Party("ES");

    private final AdministrationServices services = new AdministrationServices();

    @Test
    void a_state_is_added_with_its_groups_and_that_is_written_down() {
        services.parties.add(ES, " Policía Nacional ");

        assertThat(services.base.parties.contains(ES)).isTrue();
        assertThat(services.base.people.groupNames()).containsKey("ESfinance");
        assertThat(services.logged())
                .containsExactly(Sentence.of("people.administration.partyAdded", "ES", "Policía Nacional"));
    }

    @Test
    void what_stood_there_before_its_authority_was_corrected_is_written_down_too() {
        services.parties.correctAuthority(new Party("GB"), " Border Force ");

        assertThat(services.base.parties.all())
                .extracting(Member::authority)
                .containsExactly("Police aux frontières", "Border Force");
        assertThat(services.logged())
                .containsExactly(
                        Sentence.of("people.administration.authorityCorrected", "GB", "Home Office", "Border Force"));
    }

    @Test
    void what_is_refused_is_not_written_down() {
        refusal(Conflict.class, "people.party.known", () -> services.parties.add(new Party("GB"), "Again"));

        assertThat(services.logged()).isEmpty();
    }

    @Test
    void only_administrators_do_so() {
        services.base.add("audrey", "auditor");
        services.as("audrey");

        refusal(NotYours.class, "people.administration.notYours", () -> services.parties.add(ES, "One"));
        refusal(
                NotYours.class,
                "people.administration.notYours",
                () -> services.parties.correctAuthority(new Party("GB"), "One"));

        assertThat(services.base.parties.contains(ES)).isFalse();
        assertThat(services.base.parties.all())
                .extracting(Member::authority)
                .containsExactly("Police aux frontières", "Home Office");
    }
}
