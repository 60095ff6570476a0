package org.jointflights.application.people.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.OneTimePassword;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules behind the page, with a clock that the test sets and several administrators at once. */
@ProcessTest
class TwoAdministratorsTest {

    private static final Assignment FINANCE = new Assignment(Role.FINANCE, new Party("FR"));
    private static final Assignment COORDINATOR = new Assignment(Role.COORDINATOR, new Party("FR"));
    private static final Assignment ADMINISTRATOR = new Assignment(Role.ADMINISTRATOR, null);

    @Autowired
    ManagePeople manage;

    @Autowired
    DecideRequests decide;

    @Autowired
    PeopleRequests requests;

    @Autowired
    LogAdministration log;

    @Autowired
    AdministrationEntries entries;

    @Autowired
    AddPartiesAndPeople directory;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<String> added = new ArrayList<>();

    @BeforeEach
    void open() {
        users.open();
    }

    @AfterEach
    void nobody_stays() {
        users.open();
        jdbc.sql("delete from people_request").update();
        added.forEach(id -> people.find(id)
                .filter(person -> !people.groupsOf(id).isEmpty())
                .ifPresent(person -> {
                    people.groupsOf(id).forEach(group -> people.leave(id, group));
                }));
    }

    @Test
    void a_request_may_be_confirmed_for_fourteen_days_and_no_longer() {
        PeopleRequest first = ask("admin", "expires1");
        clock.advance(Duration.ofDays(14).minusSeconds(1));
        confirm("admin2", first);
        assertThat(people.groupsOf("expires1")).containsExactly("FRfinance");

        PeopleRequest second = ask("admin", "expires2");
        clock.advance(Duration.ofDays(14));
        assertThatThrownBy(() -> confirm("admin2", second))
                .isInstanceOf(Conflict.class)
                .hasMessage("This request was not confirmed within 14 days and has expired. Ask for it again.");
        assertThat(people.find("expires2")).isEmpty();
        as("admin2", () -> assertThat(decide.waiting()).isEmpty());
        // It is not there any more, so that it can be asked for again.
        assertThat(ask("admin", "expires2").number()).isGreaterThan(second.number());
    }

    @Test
    void the_same_is_not_asked_for_twice() {
        ask("admin", "twice");
        assertThatThrownBy(() -> ask("admin2", "twice"))
                .isInstanceOf(Conflict.class)
                .hasMessageStartingWith("This has been asked for already and waits for another administrator: Add ");
    }

    @Test
    void whoever_asked_must_still_be_an_administrator_when_it_is_confirmed() {
        administrator("asker");
        PeopleRequest request = ask("asker", "orphan");
        people.leave("asker", "camunda-admin");

        assertThatThrownBy(() -> confirm("admin2", request))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("is no administrator any more");
        assertThat(people.find("orphan")).isEmpty();
    }

    @Test
    void what_fitted_when_it_was_asked_is_looked_at_once_more_when_it_is_confirmed() {
        person("drifter", COORDINATOR);
        as("admin", () -> manage.giveRole("drifter", FINANCE));
        PeopleRequest request = waitingFor("drifter");
        people.leave("drifter", "FRcoordinator");
        people.join("drifter", "GBcoordinator");

        assertThatThrownBy(() -> confirm("admin2", request))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Nobody has roles of two parties.");
        assertThat(people.groupsOf("drifter")).containsExactly("GBcoordinator");
        assertThat(requests.find(request.number()).orElseThrow().decided()).isNull();
    }

    @Test
    void nobody_gives_themselves_any_role_alone() {
        Assignment doctor = new Assignment(Role.DOCTOR, new Party("FR"));
        as("admin2", () -> assertThat(manage.giveRole("admin2", doctor).asked()).isTrue());
        assertThat(people.groupsOf("admin2")).containsExactly("camunda-admin");
        assertThatThrownBy(() -> confirm("admin2", waitingFor("admin2"))).isInstanceOf(NotYours.class);
        assertThat(people.groupsOf("admin2")).containsExactly("camunda-admin");
    }

    @Test
    void only_administrators_do_or_see_any_of_it_whatever_stands_before_the_application() {
        PeopleRequest request = ask("admin", "guarded");
        for (String other : List.of("manager1", "auditor", "frfinance1", "executive1")) {
            for (Runnable act : List.<Runnable>of(
                    () -> manage.addPerson(new Person("intruder", "A", "B"), COORDINATOR),
                    () -> manage.giveRole(other, FINANCE),
                    () -> manage.takeRole("frfinance1", FINANCE),
                    () -> manage.newPassword("frcoordinator"),
                    () -> manage.changeMail("frcoordinator", "a@example.org"),
                    () -> manage.endAccount("frcoordinator"),
                    () -> decide.waiting(),
                    () -> decide.confirm(request.number(), request.fingerprint()),
                    () -> decide.decline(request.number(), request.fingerprint(), "no"),
                    () -> decide.withdraw(request.number(), request.fingerprint()))) {
                assertThatThrownBy(() -> as(other, act))
                        .as(other)
                        .isInstanceOf(NotYours.class)
                        .hasMessage("Only administrators may do this.");
            }
        }
        // Neither does a job of the machine, which acts for nobody.
        assertThatThrownBy(() -> manage.endAccount("frcoordinator")).isInstanceOf(NotYours.class);
        assertThat(people.find("intruder")).isEmpty();
        assertThat(people.groupsOf("frcoordinator")).containsExactly("FRcoordinator");
    }

    /** Three administrators, and two of them end one another at the same moment: each alone would leave two. */
    @Test
    void two_administrators_do_not_end_one_another_at_once() throws Exception {
        administrator("third");
        as("admin", () -> manage.takeRole("third", ADMINISTRATOR));
        PeopleRequest one = waitingFor("third");
        as("admin", () -> manage.takeRole("admin2", ADMINISTRATOR));
        PeopleRequest other = waitingFor("admin2");

        List<String> outcomes = atOnce(() -> confirm("admin2", one), () -> confirm("third", other));

        assertThat(outcomes).filteredOn(String::isEmpty).hasSize(1);
        assertThat(people.membersOf("camunda-admin")).hasSize(2);
        if (!people.groupsOf("admin2").contains("camunda-admin")) {
            people.join("admin2", "camunda-admin");
        }
    }

    @Test
    void two_roles_that_do_not_go_together_are_not_both_given_at_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            String name = "hats" + round;
            person(name, new Assignment(Role.DOCTOR, new Party("FR")));

            List<String> outcomes = atOnce(
                    () -> as("admin", () -> manage.giveRole(name, new Assignment(Role.MONITOR, new Party("FR")))),
                    () -> as(
                            "admin2",
                            () -> manage.giveRole(name, new Assignment(Role.ESCORT_LEADER, new Party("FR")))));

            assertThat(outcomes).filteredOn(String::isEmpty).hasSize(1);
            assertThat(people.groupsOf(name)).hasSize(2);
        }
    }

    @Test
    void of_many_confirmations_at_once_one_takes_effect() throws Exception {
        administrator("third");
        administrator("fourth");
        PeopleRequest request = ask("admin", "once");

        List<String> outcomes = atOnce(
                () -> confirm("admin2", request),
                () -> confirm("third", request),
                () -> confirm("fourth", request),
                () -> confirm("admin2", request));

        assertThat(outcomes).filteredOn(String::isEmpty).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isEmpty())
                .allMatch(outcome -> outcome.contains(" has confirmed this request.")
                        || outcome.startsWith("Somebody else changed this at the same moment."));
        assertThat(entries.before(Long.MAX_VALUE, 100))
                .filteredOn(entry ->
                        "once".equals(entry.about()) && entry.what().code().equals("people.administration.confirmed"))
                .hasSize(1);
    }

    @Test
    void whatever_an_administrator_does_is_written_down_and_goes_to_administrators_and_auditors() {
        as("admin", () -> log.recordAbout("frdoctor", "people.administration.partyAdded", "ZZ", "nobody"));

        AdministrationEntry entry = entries.before(Long.MAX_VALUE, 1).get(0);
        assertThat(entry.actor()).isEqualTo("admin");
        assertThat(entry.about()).isEqualTo("frdoctor");
        assertThat(entry.at()).isEqualTo(TestClock.START);
        for (String group : List.of("camunda-admin", "auditor")) {
            Notice notice = outbox.to(Set.of(group)).get(0);
            assertThat(notice.reference()).isNull();
            assertThat(notice.text().in(Locale.ENGLISH))
                    .isEqualTo("Viktor Stone (admin): Added ZZ as a party; its authority: nobody");
            assertThat(notice.text().in(Locale.FRENCH))
                    .isEqualTo(
                            "Viktor Stone (admin)\u00a0: Partie ajoutée\u00a0: ZZ\u00a0; son autorité\u00a0: nobody");
        }
        assertThat(outbox.unspread(Integer.MAX_VALUE)).extracting(Notice::once).contains(entryKey(entry) + "/auditor");
        as("auditor", () -> assertThat(log.before(Long.MAX_VALUE)).contains(entry));
        assertThatThrownBy(() -> as("manager1", () -> log.before(Long.MAX_VALUE)))
                .isInstanceOf(NotYours.class);
    }

    @Test
    void what_is_refused_is_not_written_down() {
        long before = newest();
        assertThatThrownBy(() -> as(
                        "admin",
                        () -> manage.giveRole("frmonitor", new Assignment(Role.ESCORT_LEADER, new Party("FR")))))
                .isInstanceOf(Conflict.class);
        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void a_one_time_password_is_never_the_same_and_is_always_strong() {
        // A name of two letters stands by chance in many a password, and the policy takes none with a name in it.
        Person brief = new Person("ek", "Ng", "Ek");
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String password = OneTimePassword.of(brief, people);
            assertThat(password).matches("([a-zA-Z2-9]{5}-){4}[a-zA-Z2-9]{5}").doesNotContain("0", "1", "O", "l", "I");
            assertThat(people.isStrong(brief, password)).isTrue();
            made.add(password);
        }
        assertThat(made).hasSize(200);
    }

    private static String entryKey(AdministrationEntry entry) {
        return "administration/" + entry.number();
    }

    private long newest() {
        return entries.before(Long.MAX_VALUE, 1).stream()
                .mapToLong(AdministrationEntry::number)
                .findFirst()
                .orElse(0);
    }

    private PeopleRequest ask(String administrator, String newcomer) {
        as(
                administrator,
                () -> assertThat(manage.addPerson(new Person(newcomer, "Ola", "Zielińska"), FINANCE)
                                .asked())
                        .isTrue());
        added.add(newcomer);
        return waitingFor(newcomer);
    }

    private void confirm(String administrator, PeopleRequest request) {
        as(administrator, () -> decide.confirm(request.number(), request.fingerprint()));
    }

    private PeopleRequest waitingFor(String about) {
        return requests.undecidedSince(clock.instant().minus(PeopleRequest.LASTS)).stream()
                .filter(request -> request.change().person().id().equals(about))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private void administrator(String id) {
        if (people.find(id).isPresent()) {
            people.join(id, "camunda-admin");
        } else {
            person(id, ADMINISTRATOR);
        }
        added.add(id);
    }

    private void person(String id, Assignment role) {
        people.add(new Person(id, "Ola", "Zielińska"), "Joint-2026!", Set.of(role.group()));
        added.add(id);
    }

    private void as(String user, Runnable act) {
        users.as(user).doesAsTheyAre(act);
    }

    /** What each of them was told; nothing where it took effect. */
    private static List<String> atOnce(Runnable... acts) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(acts.length);
        List<Future<String>> running = new ArrayList<>();
        for (Runnable act : acts) {
            running.add(threads.submit(() -> {
                start.await();
                return told(catchThrowable(act::run));
            }));
        }
        start.countDown();
        threads.shutdown();
        List<String> outcomes = new ArrayList<>();
        for (Future<String> each : running) {
            outcomes.add(each.get());
        }
        return outcomes;
    }

    private static String told(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        assertThat(thrown).isInstanceOf(Refusal.class);
        return thrown.getMessage();
    }
}
