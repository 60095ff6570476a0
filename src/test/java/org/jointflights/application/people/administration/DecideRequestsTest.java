package org.jointflights.application.people.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.PasswordState;
import org.jointflights.application.people.PeopleServices;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.DecideRequests.Waiting;
import org.jointflights.application.people.administration.PeopleChange.Kind;
import org.jointflights.application.people.administration.PeopleRequest.Decided;
import org.jointflights.application.people.administration.PeopleRequest.Decision;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecideRequestsTest {

    private static final Assignment FINANCE = new Assignment(Role.FINANCE, new Party("FR"));
    private static final Assignment ADMINISTRATOR = new Assignment(Role.ADMINISTRATOR, null);
    private static final Person ANNA = new Person("anna", "Anna", "Berg", "anna@example.org");
    private static final Sentence ADD_ANNA = new PeopleChange(Kind.ADD_PERSON, ANNA, FINANCE).sentence();

    private final AdministrationServices services = new AdministrationServices();
    private final DecideRequests decide = services.decide;
    private final InMemoryPeople people = services.base.people;

    @Test
    void what_one_has_asked_for_another_lets_take_effect() {
        PeopleRequest request = askForAnna();
        services.base.clock.advance(Duration.ofNanos(1_500_000));

        Outcome outcome = confirm("admin2", request);

        assertThat(outcome.change()).isEqualTo(request.change());
        assertThat(outcome.asked()).isFalse();
        assertThat(people.find("anna")).contains(ANNA);
        assertThat(people.groupsOf("anna")).containsExactly("FRfinance");
        assertThat(people.isPassword("anna", outcome.oneTimePassword())).isTrue();
        assertThat(people.passwordOf("anna")).isEqualTo(new PasswordState(1, true));
        assertThat(services.requests.all().get(0).decided())
                .isEqualTo(new Decided(Decision.CONFIRMED, "admin2", Instant.parse("2027-03-01T09:00:00.001Z"), null));
        AdministrationEntry last = services.entries.all().get(1);
        assertThat(last.actor()).isEqualTo("admin2");
        assertThat(last.about()).isEqualTo("anna");
        assertThat(last.what()).isEqualTo(Sentence.of("people.administration.confirmed", ADD_ANNA, "Admin Person"));
    }

    @Test
    void whoever_asked_does_not_decide() {
        PeopleRequest request = askForAnna();

        refusal(NotYours.class, "people.administration.request.yours", () -> confirm("admin", request));
        refusal(NotYours.class, "people.administration.request.yours", () -> decline("admin", request, "No."));

        assertUndecided();
    }

    @Test
    void nor_does_whom_it_concerns() {
        services.manage.takeRole("admin2", ADMINISTRATOR);
        PeopleRequest request = services.requests.all().get(0);

        refusal(NotYours.class, "people.administration.request.aboutYou", () -> confirm("admin2", request));
        refusal(NotYours.class, "people.administration.request.aboutYou", () -> decline("admin2", request, "No."));

        assertUndecided();
        confirm("admin3", request);
        assertThat(people.groupsOf("admin2")).isEmpty();
    }

    @Test
    void nor_anybody_who_is_no_administrator() {
        PeopleRequest request = askForAnna();
        services.base.add("ben", "FRcoordinator");

        refusal(NotYours.class, "people.administration.notYours", () -> confirm("ben", request));
        services.as("ben");
        refusal(NotYours.class, "people.administration.notYours", decide::waiting);
        services.base.actor.is("admin2", "FRcoordinator");
        refusal(
                NotYours.class,
                "people.administration.notYours",
                () -> decide.confirm(request.number(), request.fingerprint()));

        assertUndecided();
    }

    @Test
    void nor_whoever_ceases_to_be_one_while_waiting_for_another() {
        PeopleRequest request = askForAnna();
        services.lock.meanwhile(() -> people.leave("admin2", "camunda-admin"));

        refusal(NotYours.class, "people.administration.notYours", () -> confirm("admin2", request));

        assertUndecided();
    }

    @Test
    void one_administrator_alone_does_not_become_enough_by_leaving() {
        PeopleRequest request = askForAnna();
        people.leave("admin", "camunda-admin");

        Conflict refused =
                refusal(Conflict.class, "people.administration.request.askerGone", () -> confirm("admin2", request));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "Admin Person"));
        assertUndecided();
    }

    @Test
    void what_has_ceased_to_fit_is_not_confirmed() {
        PeopleRequest request = askForAnna();
        services.base.acted.add("anna");

        refusal(BadInput.class, "people.signInName.taken", () -> confirm("admin2", request));

        assertUndecided();
    }

    @Test
    void two_roles_that_do_not_go_together_can_both_be_asked_for_but_not_both_be_confirmed() {
        Assignment officer = new Assignment(Role.RIGHTS_OFFICER, null);
        services.base.add("ben");
        services.manage.giveRole("ben", FINANCE);
        services.manage.giveRole("ben", officer);
        confirm("admin2", services.requests.all().get(0));

        Conflict refused = refusal(
                Conflict.class,
                "people.administration.role.incompatible",
                () -> confirm("admin2", services.requests.all().get(1)));

        assertThat(refused.asSentence())
                .isEqualTo(Sentence.of(
                        refused.code(),
                        "Ben Person",
                        officer.sentence(),
                        FINANCE.sentence(),
                        Sentence.of("people.incompatible.RIGHTS_OFFICER_AND_PARTY")));
        assertThat(people.groupsOf("ben")).containsExactly("FRfinance");
    }

    @Test
    void names_and_party_are_looked_at_once_more() {
        PeopleRequest nameless = services.requests.add(
                new PeopleChange(Kind.ADD_PERSON, new Person("anna", "", "Berg"), FINANCE),
                "admin",
                services.base.clock.instant());
        PeopleRequest mailless = services.requests.add(
                new PeopleChange(Kind.CHANGE_MAIL, new Person("admin3", "A", "B", "nonsense"), null),
                "admin",
                services.base.clock.instant());
        PeopleRequest nobodys = services.requests.add(
                new PeopleChange(Kind.NEW_PASSWORD, new Person("ghost", "A", "B"), null),
                "admin",
                services.base.clock.instant());

        refusal(BadInput.class, "people.text", () -> confirm("admin2", nameless));
        refusal(BadInput.class, "people.mail", () -> confirm("admin2", mailless));
        refusal(Unknown.class, "people.administration.person.unknown", () -> confirm("admin2", nobodys));

        assertThat(services.logged()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIVE_ROLE", "TAKE_ROLE", "CHANGE_MAIL", "END_ACCOUNT"})
    void whoever_has_left_meanwhile_is_not_changed(Kind kind) {
        services.base.add("ben", "FRcoordinator");
        boolean ofRole = kind == Kind.GIVE_ROLE || kind == Kind.TAKE_ROLE;
        PeopleRequest request = services.requests.add(
                new PeopleChange(kind, new Person("ben", "Ben", "Person"), ofRole ? FINANCE : null),
                "admin",
                services.base.clock.instant());
        services.manage.endAccount("ben");

        refusal(Unknown.class, "people.administration.person.left", () -> confirm("admin2", request));
    }

    @Test
    void it_is_decided_once() {
        PeopleRequest request = askForAnna();
        confirm("admin2", request);

        Conflict refused = refusal(
                Conflict.class, "people.administration.request.decided", () -> decline("admin3", request, "No."));

        assertThat(refused.asSentence())
                .isEqualTo(Sentence.of(
                        refused.code(), "Admin2 Person", Sentence.of("people.administration.decision.CONFIRMED")));
        assertThat(services.logged()).hasSize(2);
    }

    @Test
    void it_may_be_decided_for_fourteen_days_and_no_longer() {
        PeopleRequest first = askForAnna();
        services.base.clock.advance(Duration.ofDays(14).minusMillis(1));
        services.as("admin2");
        assertThat(decide.waiting()).hasSize(1);
        decline("admin2", first, "No.");

        services.as("admin");
        services.manage.addPerson(ANNA, FINANCE);
        PeopleRequest second = services.requests.all().get(1);
        services.base.clock.advance(Duration.ofDays(14));

        refusal(Conflict.class, "people.administration.request.expired", () -> confirm("admin2", second));
        assertThat(decide.waiting()).isEmpty();
        assertThat(people.find("anna")).isEmpty();
    }

    @Test
    void only_what_was_shown_is_decided() {
        PeopleRequest request = askForAnna();
        services.as("admin2");

        refusal(
                Conflict.class,
                "people.administration.request.notShown",
                () -> decide.confirm(request.number(), "something else"));
        refusal(
                Unknown.class,
                "people.administration.request.unknown",
                () -> decide.confirm(99, request.fingerprint()));

        assertUndecided();
    }

    @Test
    void the_fingerprint_is_of_everything_that_is_asked_for() {
        Instant at = Instant.parse("2027-03-01T09:00:00Z");
        PeopleRequest one = new PeopleRequest(1, new PeopleChange(Kind.ADD_PERSON, ANNA, FINANCE), "admin", at, null);

        assertThat(new PeopleRequest(
                                1,
                                new PeopleChange(Kind.ADD_PERSON, new Person("anna", "Anna", "Berg"), FINANCE),
                                "admin",
                                at,
                                null)
                        .fingerprint())
                .isNotEqualTo(one.fingerprint());
        assertThat(new PeopleRequest(1, new PeopleChange(Kind.END_ACCOUNT, ANNA, null), "admin", at, null)
                        .fingerprint())
                .isNotEqualTo(one.fingerprint())
                .matches("[0-9a-f]{64}");
        assertThat(one.until()).isEqualTo(Instant.parse("2027-03-15T09:00:00Z"));
    }

    @Test
    void whoever_declines_says_why() {
        PeopleRequest request = askForAnna();

        PeopleRequest declined = decline("admin2", request, " She works\nelsewhere. ");

        assertThat(declined.change()).isEqualTo(request.change());
        assertThat(services.requests.all().get(0).decided())
                .isEqualTo(new Decided(
                        Decision.DECLINED, "admin2", services.base.clock.instant(), "She works\nelsewhere."));
        assertThat(services.logged().get(1))
                .isEqualTo(Sentence.of(
                        "people.administration.declined", ADD_ANNA, "Admin Person", "She works\nelsewhere."));
        assertThat(people.find("anna")).isEmpty();
    }

    @Test
    void the_reason_has_one_to_a_thousand_typed_characters() {
        PeopleRequest request = askForAnna();

        for (String reason : new String[] {" ", "x".repeat(1001)}) {
            BadInput refused = refusal(BadInput.class, "people.text", () -> decline("admin2", request, reason));
            assertThat(refused.field()).isEqualTo("reason");
            assertThat(refused.asSentence().arguments()).endsWith("1000");
        }
        refusal(BadInput.class, "common.controlCharacter", () -> decline("admin2", request, "a\u0000"));
        assertUndecided();

        decline("admin2", request, "x".repeat(1000));
    }

    @Test
    void whoever_asked_withdraws_it_and_nobody_else() {
        PeopleRequest request = askForAnna();
        services.as("admin2");
        NotYours refused = refusal(
                NotYours.class,
                "people.administration.request.notYours",
                () -> decide.withdraw(request.number(), request.fingerprint()));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "Admin Person"));
        assertUndecided();

        services.as("admin");
        assertThat(decide.withdraw(request.number(), request.fingerprint()).change())
                .isEqualTo(request.change());

        assertThat(services.requests.all().get(0).decided())
                .isEqualTo(new Decided(Decision.WITHDRAWN, "admin", services.base.clock.instant(), null));
        assertThat(services.logged().get(1))
                .isEqualTo(Sentence.of("people.administration.withdrawn", ADD_ANNA, "Admin Person"));
        assertThat(decide.waiting()).isEmpty();
    }

    @Test
    void a_password_that_one_administrator_may_know_ends_when_the_person_comes_to_sign() {
        services.base.add("ben", "FRcoordinator");
        services.manage.giveRole("ben", FINANCE);
        PeopleRequest request = services.requests.all().get(0);
        services.as("admin2");
        assertThat(decide.waiting()).extracting(Waiting::endsPassword).containsExactly(true);

        Outcome outcome = confirm("admin2", request);

        assertThat(people.groupsOf("ben")).containsExactlyInAnyOrder("FRcoordinator", "FRfinance");
        assertThat(people.isPassword("ben", outcome.oneTimePassword())).isTrue();
        assertThat(people.passwordOf("ben").oneTime()).isTrue();
    }

    @Test
    void that_of_somebody_who_signs_already_stays() {
        services.base.add("ben", "FRlegal");
        services.manage.giveRole("ben", FINANCE);
        services.manage.giveRole("admin", new Assignment(Role.COORDINATOR, new Party("FR")));
        services.as("admin2");
        assertThat(decide.waiting()).extracting(Waiting::endsPassword).containsExactly(false, false);

        Outcome outcome = confirm("admin2", services.requests.all().get(0));

        assertThat(outcome.oneTimePassword()).isNull();
        assertThat(people.isPassword("ben", PeopleServices.PASSWORD)).isTrue();
    }

    @Test
    void what_waits_says_for_whom_it_is() {
        askForAnna();
        services.manage.takeRole("admin2", ADMINISTRATOR);

        assertThat(decide.waiting())
                .extracting(Waiting::askedBy, Waiting::mine, Waiting::aboutMe, Waiting::isForMe)
                .containsExactly(tuple("Admin Person", true, false, false), tuple("Admin Person", true, false, false));
        services.as("admin2");
        assertThat(decide.waiting())
                .extracting(Waiting::mine, Waiting::aboutMe, Waiting::isForMe)
                .containsExactly(tuple(false, false, true), tuple(false, true, false));
    }

    @Test
    void somebody_who_decides_at_the_same_moment_comes_first() {
        PeopleRequest request = askForAnna();
        services.requests.meanwhile(new Decided(Decision.WITHDRAWN, "admin", services.base.clock.instant(), null));

        refusal(Conflict.class, "people.administration.request.ended", () -> confirm("admin2", request));

        assertThat(people.find("anna")).isEmpty();
        assertThat(services.logged()).hasSize(1);
    }

    private PeopleRequest askForAnna() {
        services.manage.addPerson(ANNA, FINANCE);
        return services.requests.all().get(0);
    }

    private Outcome confirm(String who, PeopleRequest request) {
        services.as(who);
        return decide.confirm(request.number(), request.fingerprint());
    }

    private PeopleRequest decline(String who, PeopleRequest request, String reason) {
        services.as(who);
        return decide.decline(request.number(), request.fingerprint(), reason);
    }

    private void assertUndecided() {
        assertThat(services.requests.all().get(0).decided()).isNull();
        assertThat(people.find("anna")).isEmpty();
        assertThat(services.logged()).hasSize(1);
    }
}
