package org.jointflights.application.people.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.PasswordState;
import org.jointflights.application.people.PeopleServices;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.PeopleChange.Kind;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.junit.jupiter.api.Test;

class ManagePeopleTest {

    private static final Assignment COORDINATOR = new Assignment(Role.COORDINATOR, new Party("FR"));
    private static final Assignment FINANCE = new Assignment(Role.FINANCE, new Party("FR"));
    private static final Assignment ADMINISTRATOR = new Assignment(Role.ADMINISTRATOR, null);
    private static final Person ANNA = new Person("anna", "Anna", "Berg", "anna@example.org");

    private final AdministrationServices services = new AdministrationServices();
    private final ManagePeople manage = services.manage;
    private final InMemoryPeople people = services.base.people;

    @Test
    void one_administrator_adds_somebody_who_does_not_sign() {
        Outcome outcome = manage.addPerson(new Person("anna", " Anna", "Berg ", "anna@example.org"), COORDINATOR);

        assertThat(outcome.asked()).isFalse();
        assertThat(people.find("anna")).contains(ANNA);
        assertThat(people.groupsOf("anna")).containsExactly("FRcoordinator");
        assertThat(people.isPassword("anna", outcome.oneTimePassword())).isTrue();
        assertThat(people.passwordOf("anna")).isEqualTo(new PasswordState(1, true));
        assertThat(services.requests.all()).isEmpty();
        assertThat(services.entries.all())
                .containsExactly(new AdministrationEntry(
                        1,
                        services.base.clock.instant(),
                        "admin",
                        "anna",
                        Sentence.of(
                                "people.administration.alone",
                                new PeopleChange(Kind.ADD_PERSON, ANNA, COORDINATOR).sentence())));
    }

    @Test
    void somebody_who_signs_is_only_asked_for() {
        services.base.clock.advance(Duration.ofNanos(1_999_999));

        Outcome outcome = manage.addPerson(ANNA, FINANCE);

        PeopleChange change = new PeopleChange(Kind.ADD_PERSON, ANNA, FINANCE);
        assertThat(outcome).isEqualTo(new Outcome(change, true, null));
        assertThat(people.find("anna")).isEmpty();
        assertThat(services.requests.all())
                .containsExactly(
                        new PeopleRequest(1, change, "admin", Instant.parse("2027-03-01T09:00:00.001Z"), null));
        assertThat(services.logged()).containsExactly(Sentence.of("people.administration.asked", change.sentence()));
        assertThat(services.entries.all().get(0).about()).isEqualTo("anna");
    }

    @Test
    void the_same_is_asked_for_again_only_after_fourteen_days() {
        manage.addPerson(ANNA, FINANCE);
        services.base.clock.advance(Duration.ofDays(14).minusMillis(1));
        services.as("admin2");

        refusal(Conflict.class, "people.administration.request.there", () -> manage.addPerson(ANNA, FINANCE));
        assertThat(services.requests.all()).hasSize(1);
        assertThat(services.logged()).hasSize(1);

        services.base.clock.advance(Duration.ofMillis(1));
        manage.addPerson(ANNA, FINANCE);
        assertThat(services.requests.all()).hasSize(2);
    }

    @Test
    void another_change_of_the_same_person_is_asked_for_beside_it() {
        services.base.add("ben", "FRcoordinator");
        manage.giveRole("ben", FINANCE);
        manage.giveRole("ben", new Assignment(Role.LEGAL, new Party("FR")));

        assertThat(services.requests.all()).hasSize(2);
    }

    @Test
    void nobody_but_an_administrator_changes_anything() {
        services.base.add("ben", "FRcoordinator");
        services.as("ben");

        refusal(NotYours.class, "people.administration.notYours", () -> manage.addPerson(ANNA, COORDINATOR));
        refusal(NotYours.class, "people.administration.notYours", () -> manage.giveRole("nobody", FINANCE));
        refusal(NotYours.class, "people.administration.notYours", () -> manage.changeMail("nobody", ""));
        services.base.actor.is("admin", "FRcoordinator");
        refusal(NotYours.class, "people.administration.notYours", () -> manage.addPerson(ANNA, COORDINATOR));

        assertThat(people.find("anna")).isEmpty();
        assertThat(services.logged()).isEmpty();
    }

    @Test
    void an_administrator_who_ceases_to_be_one_while_waiting_for_another_is_refused() {
        services.lock.meanwhile(() -> people.leave("admin", "camunda-admin"));

        refusal(NotYours.class, "people.administration.notYours", () -> manage.addPerson(ANNA, COORDINATOR));

        assertThat(people.find("anna")).isEmpty();
    }

    @Test
    void the_names_of_somebody_new_are_checked_before_anything_is_stored() {
        refusal(BadInput.class, "people.signInName", () -> manage.addPerson(new Person("A", "A", "B"), FINANCE));
        refusal(BadInput.class, "people.mail", () -> manage.addPerson(new Person("ab", "A", "B", "x"), FINANCE));

        assertThat(services.requests.all()).isEmpty();
    }

    @Test
    void a_name_that_anything_was_ever_done_under_goes_to_nobody() {
        services.base.add("ben", "FRcoordinator");
        services.base.acted.add("ghost");
        manage.endAccount("ben");

        for (String name : new String[] {"admin", "ben", "ghost"}) {
            BadInput refused = refusal(
                    BadInput.class,
                    "people.signInName.taken",
                    () -> manage.addPerson(new Person(name, "A", "B"), COORDINATOR));
            assertThat(refused.field()).isEqualTo("signInName");
            assertThat(refused.value()).isEqualTo(name);
        }
    }

    @Test
    void nobody_works_for_a_party_that_takes_no_part() {
        Assignment spanish = new Assignment(Role.DOCTOR, new Party("ES"));
        services.base.add("ben", "FRcoordinator");

        refusal(Unknown.class, "people.party.unknown", () -> manage.addPerson(ANNA, spanish));
        refusal(Unknown.class, "people.party.unknown", () -> manage.giveRole("ben", spanish));

        assertThat(people.find("anna")).isEmpty();
    }

    @Test
    void a_role_that_does_not_sign_is_given_at_once_and_the_password_stays() {
        services.base.add("ben", "FRcoordinator");

        Outcome outcome = manage.giveRole("ben", new Assignment(Role.DOCTOR, new Party("FR")));

        assertThat(outcome.asked()).isFalse();
        assertThat(outcome.oneTimePassword()).isNull();
        assertThat(people.groupsOf("ben")).containsExactlyInAnyOrder("FRcoordinator", "FRdoctor");
        assertThat(people.isPassword("ben", PeopleServices.PASSWORD)).isTrue();
    }

    @Test
    void a_role_that_signs_is_asked_for() {
        services.base.add("ben", "FRcoordinator");

        assertThat(manage.giveRole("ben", FINANCE).asked()).isTrue();

        assertThat(people.groupsOf("ben")).containsExactly("FRcoordinator");
        assertThat(services.requests.all())
                .extracting(PeopleRequest::change)
                .containsExactly(new PeopleChange(Kind.GIVE_ROLE, new Person("ben", "Ben", "Person"), FINANCE));
    }

    @Test
    void nobody_gives_any_role_to_themselves() {
        assertThat(manage.giveRole("admin", COORDINATOR).asked()).isTrue();
        assertThat(people.groupsOf("admin")).containsExactly("camunda-admin");

        assertThat(manage.giveRole("admin2", COORDINATOR).asked()).isFalse();
        assertThat(people.groupsOf("admin2")).containsExactlyInAnyOrder("camunda-admin", "FRcoordinator");
    }

    @Test
    void a_role_is_given_once() {
        services.base.add("ben", "FRcoordinator");

        Conflict refused =
                refusal(Conflict.class, "people.administration.role.held", () -> manage.giveRole("ben", COORDINATOR));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "Ben Person", COORDINATOR.sentence()));
    }

    @Test
    void roles_that_do_not_go_together_are_not_even_asked_for() {
        services.base.add("ben", "GBcoordinator");

        Conflict refused = refusal(
                Conflict.class, "people.administration.role.incompatible", () -> manage.giveRole("ben", FINANCE));

        assertThat(refused.asSentence())
                .isEqualTo(Sentence.of(
                        refused.code(),
                        "Ben Person",
                        FINANCE.sentence(),
                        new Assignment(Role.COORDINATOR, new Party("GB")).sentence(),
                        Sentence.of("people.incompatible.TWO_PARTIES")));
        assertThat(services.requests.all()).isEmpty();
    }

    @Test
    void somebody_unknown_or_gone_is_not_changed() {
        services.base.add("ben", "FRcoordinator");
        manage.endAccount("ben");

        assertThat(refusal(Unknown.class, "people.administration.person.unknown", () -> manage.newPassword("ghost"))
                        .asSentence()
                        .arguments())
                .containsExactly("ghost");
        assertThat(refusal(Unknown.class, "people.administration.person.left", () -> manage.giveRole("ben", FINANCE))
                        .asSentence()
                        .arguments())
                .containsExactly("Ben Person", "ben");
        refusal(Unknown.class, "people.administration.person.left", () -> manage.changeMail("ben", ""));
    }

    @Test
    void a_role_that_is_not_held_is_not_taken() {
        services.base.add("ben", "FRcoordinator");

        Conflict refused =
                refusal(Conflict.class, "people.administration.role.notHeld", () -> manage.takeRole("ben", FINANCE));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "Ben Person", FINANCE.sentence()));
    }

    @Test
    void one_administrator_takes_the_role_of_a_signer_away() {
        services.base.add("ben", "FRfinance", "FRlegal");

        Outcome outcome = manage.takeRole("ben", FINANCE);

        assertThat(outcome.asked()).isFalse();
        assertThat(people.groupsOf("ben")).containsExactly("FRlegal");
    }

    @Test
    void two_take_an_administrator_away() {
        assertThat(manage.takeRole("admin2", ADMINISTRATOR).asked()).isTrue();
        assertThat(manage.endAccount("admin3").asked()).isTrue();

        assertThat(people.membersOf("camunda-admin")).hasSize(3);
    }

    @Test
    void of_the_last_two_none_is_taken_away() {
        people.leave("admin3", "camunda-admin");

        Conflict refused =
                refusal(Conflict.class, "people.administration.tooFew", () -> manage.takeRole("admin2", ADMINISTRATOR));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), 2));
        refusal(Conflict.class, "people.administration.tooFew", () -> manage.endAccount("admin2"));

        services.base.add("ben", "FRcoordinator");
        manage.takeRole("ben", COORDINATOR);
        manage.endAccount("ben");
        assertThat(services.requests.all()).isEmpty();
    }

    @Test
    void a_forgotten_password_is_made_anew_and_told_once() {
        services.base.add("ben", "FRcoordinator");

        Outcome outcome = manage.newPassword("ben");

        assertThat(outcome.asked()).isFalse();
        assertThat(people.isPassword("ben", outcome.oneTimePassword())).isTrue();
        assertThat(people.passwordOf("ben").oneTime()).isTrue();
        assertThat(services.logged().toString()).doesNotContain(outcome.oneTimePassword());
    }

    @Test
    void what_a_signer_signs_in_with_takes_two_to_touch() {
        services.base.add("ben", "FRfinance");

        Outcome password = manage.newPassword("ben");
        Outcome mail = manage.changeMail("ben", "ben@example.org");

        assertThat(password.asked()).isTrue();
        assertThat(password.oneTimePassword()).isNull();
        assertThat(mail.asked()).isTrue();
        assertThat(people.isPassword("ben", PeopleServices.PASSWORD)).isTrue();
        assertThat(people.find("ben").orElseThrow().mail()).isNull();
    }

    @Test
    void a_mail_address_is_set_and_taken_away() {
        services.base.add("ben", "FRcoordinator");

        manage.changeMail("ben", " ben@example.org ");
        assertThat(people.find("ben")).contains(new Person("ben", "Ben", "Person", "ben@example.org"));

        manage.changeMail("ben", " ");
        assertThat(people.find("ben")).contains(new Person("ben", "Ben", "Person"));

        refusal(BadInput.class, "people.mail", () -> manage.changeMail("ben", "nonsense"));
    }

    @Test
    void one_administrator_ends_the_account_of_anybody_else_to_the_second() {
        services.base.add("ben", "FRfinance");
        services.base.clock.advance(Duration.ofMillis(1_500));

        assertThat(manage.endAccount("ben").asked()).isFalse();

        assertThat(people.all()).extracting(Person::id).doesNotContain("ben");
        assertThat(people.groupsOf("ben")).isEmpty();
        assertThat(services.base.accounts.leftAt("ben")).contains(Instant.parse("2027-03-01T09:00:01Z"));
    }
}
