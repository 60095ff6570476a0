package org.jointflights.application.people.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;

import java.util.List;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.Incompatibility;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.ReadPeople.Account;
import org.jointflights.application.people.administration.Roster.Clash;
import org.jointflights.application.people.administration.Roster.Listed;
import org.jointflights.application.people.administration.Roster.Place;
import org.jointflights.application.people.administration.Roster.Shortage;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.junit.jupiter.api.Test;

class ReadPeopleTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Assignment FINANCE = new Assignment(Role.FINANCE, FR);

    private final AdministrationServices services = new AdministrationServices();

    @Test
    void everybody_stands_with_their_party_and_those_of_none_last() {
        services.base.add("ben", "FRlegal", "FRcoordinator");
        services.base.add("carl", "GBdoctor", "manager");
        services.base.add("dora");

        Roster roster = services.read.roster();

        assertThat(roster.places()).extracting(Place::party).containsExactly(FR, GB, null);
        assertThat(roster.places())
                .extracting(place -> place.people().stream()
                        .map(listed -> listed.person().id())
                        .toList())
                .containsExactly(List.of("ben"), List.of("carl"), List.of("admin", "admin2", "admin3", "carl", "dora"));
        assertThat(roster.places().get(0).people())
                .extracting(Listed::roles)
                .containsExactly(List.of(new Assignment(Role.COORDINATOR, FR), new Assignment(Role.LEGAL, FR)));
    }

    @Test
    void groups_that_sign_and_have_fewer_than_two_are_named() {
        services.base.add("ben", "FRfinance");
        services.base.add("carl", "FRlegal");
        services.base.add("carla", "FRlegal");

        assertThat(services.read.roster().shortages())
                .extracting(shortage -> shortage.role().group(), Shortage::people)
                .containsExactly(
                        tuple("rightsOfficer", 0),
                        tuple("executive", 0),
                        tuple("manager", 0),
                        tuple("FRfinance", 1),
                        tuple("GBfinance", 0),
                        tuple("GBlegal", 0));
    }

    @Test
    void people_whose_roles_do_not_go_together_are_named_with_the_rule() {
        services.base.add("ben", "FRcoordinator", "GBcoordinator");
        services.base.add("carl", "FRcoordinator", "FRfinance");

        assertThat(services.read.roster().clashes())
                .containsExactly(new Clash(
                        new Person("ben", "Ben", "Person"),
                        List.of(new Assignment(Role.COORDINATOR, FR), new Assignment(Role.COORDINATOR, GB)),
                        Incompatibility.TWO_PARTIES));
    }

    @Test
    void auditors_read_of_them_too_and_nobody_else_does() {
        services.base.add("ben", "FRmonitor", "FRescortleader");
        services.base.add("audrey", "auditor");
        List<Clash> clashes = services.read.roster().clashes();

        services.as("audrey");
        assertThat(services.read.clashes()).isEqualTo(clashes).hasSize(1);
        services.as("ben");
        refusal(NotYours.class, "people.administration.notYours", services.read::clashes);
    }

    @Test
    void three_of_frontexs_finance_are_needed_since_whoever_certifies_neither_enters_nor_signs() {
        assertThat(new Assignment(Role.FINANCE, Party.FRONTEX).people()).isEqualTo(3);
        assertThat(FINANCE.people()).isEqualTo(2);
        assertThat(new Assignment(Role.LEGAL, Party.FRONTEX).people()).isEqualTo(2);
        assertThat(new Assignment(Role.AUDITOR, null).people()).isEqualTo(1);
    }

    @Test
    void an_account_says_what_it_takes_to_touch_it() {
        services.base.add("ben", "FRcoordinator", "FRfinance");
        services.base.add("carl", "FRcoordinator");
        services.manage.newPassword("carl");

        Account ben = services.read.account("ben");
        assertThat(ben)
                .isEqualTo(new Account(
                        new Person("ben", "Ben", "Person"),
                        List.of(new Assignment(Role.COORDINATOR, FR), FINANCE),
                        false,
                        true,
                        false));
        assertThat(ben.isAdministrator()).isFalse();
        assertThat(services.read.account("carl"))
                .extracting(Account::guarded, Account::oneTime)
                .containsExactly(false, true);
        assertThat(services.read.account("admin").isAdministrator()).isTrue();
    }

    @Test
    void that_of_somebody_who_has_left_is_still_found() {
        services.base.add("ben", "FRcoordinator");
        services.manage.endAccount("ben");

        assertThat(services.read.account("ben"))
                .isEqualTo(new Account(new Person("ben", "Ben", "Person"), List.of(), true, false, false));
    }

    @Test
    void one_that_never_was_is_not() {
        assertThat(refusal(Unknown.class, "people.administration.person.unknown", () -> services.read.account("ghost"))
                        .asSentence()
                        .arguments())
                .containsExactly("ghost");
    }

    @Test
    void only_administrators_read_of_people() {
        services.base.add("audrey", "auditor");
        services.as("audrey");

        refusal(NotYours.class, "people.administration.notYours", services.read::roster);
        refusal(NotYours.class, "people.administration.notYours", () -> services.read.account("admin"));
    }
}
