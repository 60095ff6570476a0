package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.jointflights.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.application.people.Parties.Member;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddPartiesAndPeopleTest {

    private static final Party FR = new Party("FR");

    private final PeopleServices services = new PeopleServices();
    private final AddPartiesAndPeople directory = services.directory;

    @Test
    void the_groups_of_no_party_are_named_after_their_roles() {
        directory.addSharedGroups();

        assertThat(services.people.groupNames())
                .containsExactly(
                        entry("auditor", "Auditor"),
                        entry("camunda-admin", "Administrator"),
                        entry("executive", "Executive"),
                        entry("manager", "Manager"),
                        entry("rightsOfficer", "Fundamental-rights officer"));
    }

    @Test
    void a_state_takes_part_from_that_second_on_and_has_six_groups() {
        services.clock.advance(Duration.ofMillis(1_999));

        directory.addParty(FR, "  Police aux frontières ");

        assertThat(services.parties.all())
                .containsExactly(new Member(FR, "Police aux frontières", Instant.parse("2027-03-01T09:00:01Z")));
        assertThat(services.people.groupNames())
                .containsExactly(
                        entry("FRcoordinator", "France, coordinator"),
                        entry("FRdoctor", "France, doctor"),
                        entry("FRescortleader", "France, escort leader"),
                        entry("FRfinance", "France, finance approver"),
                        entry("FRlegal", "France, legal verifier"),
                        entry("FRmonitor", "France, monitor"));
    }

    @Test
    void a_state_that_takes_part_already_stays_as_it_is() {
        directory.addParty(FR, "One");

        refusal(Conflict.class, "people.party.known", () -> directory.addParty(FR, "Two"));

        assertThat(services.parties.all()).extracting(Member::authority).containsExactly("One");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void an_authority_has_one_to_200_characters(int length) {
        directory.addParty(FR, "x".repeat(length));

        assertThat(services.parties.all().get(0).authority()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void with_fewer_or_more_nothing_is_stored(int length) {
        BadInput refused =
                refusal(BadInput.class, "people.text", () -> directory.addParty(FR, " " + "x".repeat(length) + " "));

        assertThat(refused.field()).isEqualTo("authority");
        assertThat(refused.asSentence().arguments()).endsWith("200");
        assertThat(services.parties.all()).isEmpty();
        assertThat(services.people.groupNames()).isEmpty();
    }

    @Test
    void an_authority_stands_on_one_line() {
        refusal(BadInput.class, "common.oneLine", () -> directory.addParty(FR, "One\nTwo"));
    }

    @Test
    void another_authority_takes_the_place_of_the_one_before_which_is_told() {
        directory.addParty(new Party("DE"), "Bundespolizei");
        directory.addParty(FR, "One");

        assertThat(directory.correctAuthority(FR, " Two ")).isEqualTo("One");

        assertThat(services.parties.all()).extracting(Member::authority).containsExactly("Bundespolizei", "Two");
    }

    @Test
    void the_authority_of_a_state_that_takes_no_part_is_not_corrected() {
        directory.addParty(new Party("DE"), "Bundespolizei");

        Unknown refused = refusal(Unknown.class, "people.party.unknown", () -> directory.correctAuthority(FR, "Two"));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "FR"));
    }

    @Test
    void a_corrected_authority_is_checked_like_a_new_one() {
        directory.addParty(FR, "One");

        refusal(BadInput.class, "people.text", () -> directory.correctAuthority(FR, " "));

        assertThat(services.parties.all()).extracting(Member::authority).containsExactly("One");
    }

    @Test
    void somebody_of_a_party_joins_the_group_of_their_role_there() {
        directory.addParty(FR, "One");

        directory.addPerson(
                new Person("anna", " Anna ", " Berg ", " anna@example.org "), PeopleServices.PASSWORD, Role.DOCTOR, FR);

        assertThat(services.people.find("anna")).contains(new Person("anna", "Anna", "Berg", "anna@example.org"));
        assertThat(services.people.groupsOf("anna")).containsExactly("FRdoctor");
        assertThat(services.people.isPassword("anna", PeopleServices.PASSWORD)).isTrue();
    }

    @Test
    void nobody_works_for_a_party_that_takes_no_part() {
        Person anna = new Person("anna", "Anna", "Berg");

        refusal(
                Unknown.class,
                "people.party.unknown",
                () -> directory.addPerson(anna, PeopleServices.PASSWORD, Role.DOCTOR, FR));

        assertThat(services.people.all()).isEmpty();
    }

    @Test
    void somebody_of_no_party_joins_the_one_group_of_their_role() {
        directory.addSharedGroups();

        directory.addPerson(new Person("anna", "Anna", "Berg"), PeopleServices.PASSWORD, Role.MANAGER);

        assertThat(services.people.groupsOf("anna")).containsExactly("manager");
    }

    @Test
    void whoever_is_refused_is_not_added() {
        directory.addSharedGroups();

        refusal(
                BadInput.class,
                "people.signInName",
                () -> directory.addPerson(new Person("A", "Anna", "Berg"), PeopleServices.PASSWORD, Role.MANAGER));

        assertThat(services.people.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a1", "frfinance3", "abcdefghijklmnopqrstuvwxyz12345678901234"})
    void a_sign_in_name_has_two_to_forty_small_letters_and_digits(String name) {
        assertThat(directory.checked(new Person(name, "A", "B")).id()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1a", "Anna", "a-b", "é1", " ab", "abcdefghijklmnopqrstuvwxyz123456789012345"})
    void any_other_is_refused(String name) {
        BadInput refused =
                refusal(BadInput.class, "people.signInName", () -> directory.checked(new Person(name, "A", "B")));

        assertThat(refused.field()).isEqualTo("signInName");
        assertThat(refused.value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"system, people.id.system", "root, people.id.system", "'ab\n', common.oneLine"})
    void nobody_is_called_as_the_machine_is_or_in_signs_that_nobody_sees(String name, String code) {
        BadInput refused = refusal(BadInput.class, code, () -> directory.checked(new Person(name, "A", "B")));

        assertThat(refused.field()).isEqualTo("signInName");
    }

    @Test
    void names_have_one_to_a_hundred_characters() {
        String longest = "x".repeat(100);

        assertThat(directory.checked(new Person("anna", longest, longest)))
                .isEqualTo(new Person("anna", longest, longest));
        assertThat(refusal(
                                BadInput.class,
                                "people.text",
                                () -> directory.checked(new Person("anna", longest + "x", "B")))
                        .field())
                .isEqualTo("firstName");
        BadInput last = refusal(BadInput.class, "people.text", () -> directory.checked(new Person("anna", "A", " ")));
        assertThat(last.field()).isEqualTo("lastName");
        assertThat(last.asSentence().arguments()).endsWith("100");
    }

    @ParameterizedTest
    @CsvSource({"anna@example.org", "a.b+c@mail.example.org", "' anna@example.org '"})
    void one_mail_address_is_taken(String typed) {
        assertThat(directory.checkedMail(typed)).isEqualTo(typed.strip());
    }

    @Test
    void or_none_at_all() {
        assertThat(directory.checkedMail(null)).isNull();
        assertThat(directory.checkedMail("  ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "anna@example",
                "anna@example.org, ben@example.org",
                "Anna <anna@example.org>",
                "anna@example.org\r\nBcc: x@example.org",
                "@example.org"
            })
    void anything_else_is_no_mail_address(String typed) {
        assertThat(refusal(BadInput.class, "people.mail", () -> directory.checkedMail(typed))
                        .field())
                .isEqualTo("mail");
    }

    @Test
    void a_mail_address_has_up_to_200_characters() {
        String host = "@" + "x".repeat(180) + ".org";

        assertThat(directory.checkedMail("a".repeat(15) + host)).hasSize(200);
        refusal(BadInput.class, "people.mail", () -> directory.checkedMail("a".repeat(16) + host));
    }
}
