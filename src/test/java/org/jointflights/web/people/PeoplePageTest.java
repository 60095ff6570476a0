package org.jointflights.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.administration.PeopleRequest;
import org.jointflights.application.people.administration.PeopleRequests;
import org.jointflights.security.HttpUser;
import org.jointflights.web.signin.SignInSliceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one administrator may do alone, what takes two, and who learns of it. */
@SignInSliceTest
class PeoplePageTest {

    private static final String ADD = "/admin/people/add-person";
    private static final String EVERYBODY = "/admin/people";
    private static final String OWN = "Own-secret-77!";
    private static final Pattern ONE_TIME = Pattern.compile("<output class=\"password\">([^<]+)</output>");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PeopleRequests requests;

    @Test
    void whoever_is_added_chooses_a_password_before_anything_else_and_then_works() {
        HttpResponse<String> added = add("admin", "frcoordinator7", "COORDINATOR", "FR");

        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(people.groupsOf("frcoordinator7")).containsExactly("FRcoordinator");
        String password = oneTimePassword(added);
        assertThat(HttpUser.signedIn(port, "admin")
                        .get("/admin/people/frcoordinator7")
                        .body())
                .contains("has not yet changed the one-time password")
                .doesNotContain(password);

        HttpUser newcomer = HttpUser.signedIn(port, "frcoordinator7", password);
        for (String page : List.of("/", "/camunda/app/tasklist/default/", "/anywhere")) {
            assertThat(newcomer.get(page).headers().firstValue("Location").orElse(""))
                    .as(page)
                    .endsWith("/password");
        }
        assertThat(newcomer.get(ENGINE + "/filter/count").statusCode()).isEqualTo(403);
        assertThat(newcomer.get("/api/refused/input").body())
                .contains("Choose a password of your own first, on the page “Change your password”.");

        assertThat(chooses(newcomer, password, OWN).headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/sign-in?changed"));
        assertThat(newcomer.get("/").headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
        assertThat(HttpUser.signedIn(port, "frcoordinator7", OWN)
                        .get(ENGINE + "/filter?maxResults=50")
                        .body())
                .contains("To claim: France, coordinator", "My tasks");
        assertThat(HttpUser.signedIn(port, "auditor").get("/administration").body())
                .contains("Ola Zielińska (frcoordinator7) changed the one-time password to one of their own.");
        assertThat(people.isPassword("frcoordinator7", password)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "signInName, Anna B, 'Sign-in name cannot be “Anna B”.'",
        "signInName, frfinance1, belongs to somebody already",
        "signInName, system, the application itself acts under this name",
        "signInName, '', Sign-in name cannot be “”.",
        "firstName, ' ', First name cannot be “”.",
        "firstName, 'O\u0000la', First name cannot be “O\\u0000la”.",
        "lastName, 'Zie\nlińska', Last name cannot be “Zie\\u000alińska”.",
        "mail, anna.berg, 'Mail address cannot be “anna.berg”. Enter one address'",
        "mail, 'a@b.example, c@d.example', Mail address cannot be “a@b.example",
        "mail, 'Anna <a@b.example>', Mail address cannot be",
        "mail, a@localhost, Mail address cannot be “a@localhost”.",
        "mail, 'a@b.example\nBcc: c@d.example', Mail address cannot be",
        "role, KING, Role cannot be “KING”.",
        "role, AUDITOR, Party cannot be “FR”: Auditor works for no party.",
        "party, UK, The ISO code of that state is GB.",
        "party, JP, No party JP is known here.",
        "party, '', Party cannot be “”."
    })
    void what_is_wrong_with_a_person_is_said_and_nobody_is_added(String field, String value, String sentence) {
        Map<String, String> form = new HashMap<>(person("newcomer", "DOCTOR", "FR"));
        form.put(field, value);

        HttpResponse<String> answer = HttpUser.signedIn(port, "admin").submit(ADD, ADD, form);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).contains(sentence).doesNotContain("class=\"password\"");
        assertThat(people.find("newcomer")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FINANCE, FR", "LEGAL, GB", "RIGHTS_OFFICER, ''", "EXECUTIVE, ''", "MANAGER, ''", "ADMINISTRATOR, ''"})
    void nobody_comes_to_sign_or_to_administer_by_one_administrator_alone(String role, String party) {
        String name = "one" + role.toLowerCase(Locale.ROOT).replace("_", "");
        HttpResponse<String> asked = add("admin", name, role, party);

        assertThat(asked.body()).contains("Asked for: Add Ola Zielińska as ").doesNotContain("class=\"password\"");
        assertThat(people.find(name)).isEmpty();

        HttpResponse<String> alone = decide("admin", "CONFIRMED", name);
        assertThat(alone.statusCode()).isEqualTo(403);
        assertThat(alone.body()).contains("You asked for this yourself.");
        assertThat(people.find(name)).isEmpty();

        HttpResponse<String> confirmed = decide("admin2", "CONFIRMED", name);
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(people.isPassword(name, oneTimePassword(confirmed))).isTrue();
        assertThat(people.passwordOf(name).oneTime()).isTrue();
        assertThat(people.groupsOf(name)).hasSize(1);
    }

    @Test
    void what_is_confirmed_is_what_was_asked_and_shown_whatever_the_form_says_else() {
        add("admin", "gbfinance7", "FINANCE", "GB");
        PeopleRequest request = waitingFor("gbfinance7");
        assertThat(HttpUser.signedIn(port, "admin2").get(EVERYBODY).body())
                .contains(
                        "Add Ola Zielińska as Finance approver (GB), with the sign-in name gbfinance7 and the mail address: ola@example.org",
                        "Asked for by Viktor Stone (admin) on");

        HttpResponse<String> other =
                submit("admin2", request.number(), "0".repeat(64), Map.of("decision", "CONFIRMED"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("This request is not the one that was shown to you.");
        assertThat(people.find("gbfinance7")).isEmpty();

        HttpResponse<String> confirmed = submit(
                "admin2",
                request.number(),
                request.fingerprint(),
                Map.of("decision", "CONFIRMED", "role", "ADMINISTRATOR", "signInName", "intruder", "party", "FR"));
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(people.groupsOf("gbfinance7")).containsExactly("GBfinance");
        assertThat(people.find("intruder")).isEmpty();
        assertThat(people.find("gbfinance7").orElseThrow())
                .isEqualTo(new Person("gbfinance7", "Ola", "Zielińska", "ola@example.org"));
    }

    @Test
    void of_two_confirmations_at_once_one_takes_effect_and_the_other_is_told() throws Exception {
        makeAdministrator("admin4");
        add("admin", "frlegal7", "LEGAL", "FR");
        PeopleRequest request = waitingFor("frlegal7");
        List<HttpUser> two = List.of(HttpUser.signedIn(port, "admin2"), HttpUser.signedIn(port, "admin4", OWN));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<HttpResponse<String>>> answers = two.stream()
                .map(visitor -> threads.submit(() -> {
                    start.await();
                    return submit(visitor, request.number(), request.fingerprint(), Map.of("decision", "CONFIRMED"));
                }))
                .toList();
        start.countDown();
        threads.shutdown();

        assertThat(List.of(
                        answers.get(0).get().statusCode(), answers.get(1).get().statusCode()))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(people.groupsOf("frlegal7")).containsExactly("FRlegal");
        HttpResponse<String> late = submit(
                "admin2", request.number(), request.fingerprint(), Map.of("decision", "DECLINED", "reason", "x"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("It is too late: ", " has confirmed this request.");
    }

    @Test
    void a_request_is_declined_with_a_reason_or_withdrawn_by_whoever_asked() {
        add("admin", "selegal7", "LEGAL", "SE");
        assertThat(decide("admin2", "DECLINED", "selegal7").body()).contains("Reason cannot be “”.");
        assertThat(decide("admin2", "WITHDRAWN", "selegal7").statusCode()).isEqualTo(403);
        PeopleRequest request = waitingFor("selegal7");
        HttpResponse<String> declined = submit(
                "admin2",
                request.number(),
                request.fingerprint(),
                Map.of("decision", "DECLINED", "reason", "Nobody of that name works there"));
        assertThat(declined.body()).contains("You have declined: Add Ola Zielińska as Legal verifier (SE)");
        assertThat(decide("admin2", "CONFIRMED", request).statusCode()).isEqualTo(409);

        add("admin2", "selegal8", "LEGAL", "SE");
        PeopleRequest second = waitingFor("selegal8");
        assertThat(decide("admin2", "WITHDRAWN", second).statusCode()).isEqualTo(200);
        assertThat(decide("admin", "CONFIRMED", second).statusCode()).isEqualTo(409);
        assertThat(people.find("selegal7")).isEmpty();
        assertThat(people.find("selegal8")).isEmpty();
        assertThat(HttpUser.signedIn(port, "auditor").get("/administration").body())
                .contains("Declined what Viktor Stone had asked: ", "The reason: Nobody of that name works there");
    }

    @Test
    void a_password_of_somebody_who_signs_takes_two_and_nobody_decides_on_their_own_account() {
        HttpResponse<String> asked = act("admin", "grfinance2", Map.of("act", "NEW_PASSWORD"));
        assertThat(asked.body()).contains("Asked for: Make a one-time password for ", "(grfinance2)");
        assertThat(people.isPassword("grfinance2", PASSWORD)).isTrue();
        assertThat(act("admin2", "grfinance2", Map.of("act", "NEW_PASSWORD")).statusCode())
                .isEqualTo(409);

        assertThat(people.isPassword("grfinance2", oneTimePassword(decide("admin2", "CONFIRMED", "grfinance2"))))
                .isTrue();

        act("admin", "admin2", Map.of("act", "CHANGE_MAIL", "mail", "somebody@example.org"));
        HttpResponse<String> mine = decide("admin2", "CONFIRMED", "admin2");
        assertThat(mine.statusCode()).isEqualTo(403);
        assertThat(mine.body()).contains("This concerns your own account. Another administrator decides it.");
        assertThat(people.find("admin2").orElseThrow().mail()).isNull();
        decide("admin", "WITHDRAWN", "admin2");
    }

    @Test
    void a_mail_address_is_changed_by_one_administrator_or_for_those_who_sign_by_two() {
        act("admin", "dkdoctor", Map.of("act", "CHANGE_MAIL", "mail", " doctor@example.org "));
        assertThat(people.find("dkdoctor").orElseThrow().mail()).isEqualTo("doctor@example.org");
        act("admin", "dkdoctor", Map.of("act", "CHANGE_MAIL", "mail", ""));
        assertThat(people.find("dkdoctor").orElseThrow().mail()).isNull();
        assertThat(act("admin", "dkdoctor", Map.of("act", "CHANGE_MAIL", "mail", "nonsense"))
                        .statusCode())
                .isEqualTo(400);

        act("admin", "executive2", Map.of("act", "CHANGE_MAIL", "mail", "x@example.org"));
        assertThat(people.find("executive2").orElseThrow().mail()).isNull();
        decide("admin2", "CONFIRMED", "executive2");
        assertThat(people.find("executive2").orElseThrow().mail()).isEqualTo("x@example.org");
    }

    @Test
    void a_forgotten_password_is_set_anew_by_one_administrator_and_open_sessions_end() {
        HttpUser before = HttpUser.signedIn(port, "itcoordinator");
        assertThat(before.get("/").statusCode()).isEqualTo(200);

        String password = oneTimePassword(act("admin", "itcoordinator", Map.of("act", "NEW_PASSWORD")));

        assertThat(people.isPassword("itcoordinator", password)).isTrue();
        assertThat(before.get(ENGINE + "/filter/count").statusCode()).isEqualTo(401);
        assertThat(before.get("/").headers().firstValue("Location").orElse("")).endsWith("/sign-in");
        for (String bad : List.of("short", "joint2026joint", "Itcoordinator-2026!")) {
            HttpUser visitor = HttpUser.signedIn(port, "itcoordinator", password);
            assertThat(chooses(visitor, password, bad).body()).as(bad).contains("Password is too easy to guess.");
        }
        HttpUser visitor = HttpUser.signedIn(port, "itcoordinator", password);
        assertThat(chooses(visitor, password, password).body()).contains("New password is the present one.");
        assertThat(visitor.submit(
                                "/password",
                                "/password",
                                Map.of(
                                        "currentPassword", password,
                                        "newPassword", OWN,
                                        "newPasswordAgain", OWN + "x"))
                        .body())
                .contains("New password, once more is not the same as the new password.");
        assertThat(chooses(visitor, "wrong", OWN).body()).contains("Present password is not right.");
        assertThat(people.passwordOf("itcoordinator").oneTime()).isTrue();
    }

    /** One administrator added the account and has seen its password; as a signer it has another one. */
    @Test
    void whoever_comes_to_sign_gets_a_password_that_the_first_administrator_has_never_seen() {
        String seen = oneTimePassword(add("admin", "finewcomer", "COORDINATOR", "FI"));
        HttpUser impostor = HttpUser.signedIn(port, "finewcomer", seen);
        chooses(impostor, seen, OWN);
        HttpUser inside = HttpUser.signedIn(port, "finewcomer", OWN);
        assertThat(inside.get("/").statusCode()).isEqualTo(200);

        act("admin", "finewcomer", Map.of("act", "GIVE_ROLE", "role", "FINANCE", "party", "FI"));
        assertThat(people.groupsOf("finewcomer")).containsExactly("FIcoordinator");
        assertThat(HttpUser.signedIn(port, "admin2").get(EVERYBODY).body())
                .contains("The present password ends with it");
        String password = oneTimePassword(decide("admin2", "CONFIRMED", "finewcomer"));

        assertThat(people.groupsOf("finewcomer")).containsExactlyInAnyOrder("FIcoordinator", "FIfinance");
        assertThat(people.isPassword("finewcomer", password)).isTrue();
        assertThat(inside.get("/").statusCode()).isEqualTo(302);
        assertThat(people.isPassword("finewcomer", OWN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gbmonitor, ESCORT_LEADER, GB, Nobody is monitor and escort leader at once",
        "gbescortleader, MONITOR, GB, Nobody is monitor and escort leader at once",
        "gbdoctor, DOCTOR, FR, Nobody has roles of two parties.",
        "fxdoctor, DOCTOR, FR, Nobody has roles of two parties.",
        "gbdoctor, RIGHTS_OFFICER, '', No fundamental-rights officer works for a party",
        "rightsofficer1, DOCTOR, FR, No fundamental-rights officer works for a party",
        "admin2, FINANCE, FR, No administrator belongs to a group that signs",
        "manager1, ADMINISTRATOR, '', No administrator belongs to a group that signs",
        "auditor, DOCTOR, FR, An auditor has no other role",
        "admin2, AUDITOR, '', An auditor has no other role",
    })
    void roles_that_do_not_go_together_are_refused(String name, String role, String party, String rule) {
        var before = people.groupsOf(name);

        HttpResponse<String> answer = act("admin", name, Map.of("act", "GIVE_ROLE", "role", role, "party", party));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(" already has the role ", " cannot also have the role ", rule);
        assertThat(people.groupsOf(name)).isEqualTo(before);
    }

    @Test
    void what_should_not_stay_so_is_listed() {
        people.join("ltdoctor", "LTmonitor");
        people.join("ltdoctor", "LTescortleader");
        people.leave("nolegal2", "NOlegal");

        assertThat(HttpUser.signedIn(port, "auditor").get("/administration").body())
                .contains("(ltdoctor) is ", "Nobody is monitor and escort leader at once");
        String page = HttpUser.signedIn(port, "admin").get(EVERYBODY).body();

        assertThat(page)
                .contains(
                        "(ltdoctor) is Doctor (LT), Monitor (LT), Escort leader (LT). Nobody is monitor and escort leader at once",
                        "Legal verifier (NO): 1 of at least 2 people.")
                .doesNotContain("Legal verifier (LT): ");
    }

    @Test
    void a_role_is_given_and_taken_by_one_administrator_and_a_group_that_signs_may_fall_short() {
        act("admin", "sidoctor", Map.of("act", "GIVE_ROLE", "role", "COORDINATOR", "party", "SI"));
        assertThat(people.groupsOf("sidoctor")).containsExactlyInAnyOrder("SIdoctor", "SIcoordinator");
        assertThat(act("admin", "sidoctor", Map.of("act", "GIVE_ROLE", "role", "COORDINATOR", "party", "SI"))
                        .body())
                .contains(nameOf("sidoctor") + " has the role Coordinator (SI) already.");

        act("admin", "sidoctor", Map.of("act", "TAKE_ROLE", "role", "DOCTOR", "party", "SI"));
        assertThat(people.groupsOf("sidoctor")).containsExactly("SIcoordinator");
        assertThat(act("admin", "sidoctor", Map.of("act", "TAKE_ROLE", "role", "DOCTOR", "party", "SI"))
                        .statusCode())
                .isEqualTo(409);

        act("admin", "silegal1", Map.of("act", "TAKE_ROLE", "role", "LEGAL", "party", "SI"));
        assertThat(HttpUser.signedIn(port, "admin").get(EVERYBODY).body())
                .contains("Legal verifier (SI): 1 of at least 2 people.");
    }

    @Test
    void whoever_has_left_is_out_at_once_and_the_name_is_never_given_again() {
        HttpUser leaving = HttpUser.signedIn(port, "atcoordinator");
        String name = nameOf("atcoordinator");
        assertThat(act("admin", "atcoordinator", Map.of("act", "END_ACCOUNT")).statusCode())
                .isEqualTo(400);

        HttpResponse<String> ended = act("admin", "atcoordinator", Map.of("act", "END_ACCOUNT", "confirmed", "yes"));

        assertThat(ended.body()).contains("Done: End the account of " + name, "This person has left.");
        assertThat(people.groupsOf("atcoordinator")).isEmpty();
        assertThat(people.isPassword("atcoordinator", PASSWORD)).isFalse();
        assertThat(leaving.get("/").headers().firstValue("Location").orElse("")).endsWith("/sign-in?ended");
        assertThat(leaving.get(ENGINE + "/filter/count").statusCode()).isEqualTo(401);
        assertThat(people.nameOf("atcoordinator")).isEqualTo(name);
        assertThat(people.find("atcoordinator").orElseThrow().mail()).isNull();
        HttpResponse<String> again = add("admin", "atcoordinator", "COORDINATOR", "AT");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("belongs to somebody already");
        assertThat(act("admin", "atcoordinator", Map.of("act", "NEW_PASSWORD")).statusCode())
                .isEqualTo(404);
        assertThat(people.groupsOf("atcoordinator")).isEmpty();
    }

    @Test
    void an_administrator_is_ended_by_two_and_two_remain() {
        makeAdministrator("admin5");
        act("admin", "admin5", Map.of("act", "END_ACCOUNT", "confirmed", "yes"));
        assertThat(people.groupsOf("admin5")).containsExactly("camunda-admin");
        HttpUser concerned = HttpUser.signedIn(port, "admin5", OWN);
        PeopleRequest request = waitingFor("admin5");
        assertThat(submit(concerned, request.number(), request.fingerprint(), Map.of("decision", "CONFIRMED"))
                        .statusCode())
                .isEqualTo(403);
        decide("admin2", "CONFIRMED", "admin5");
        assertThat(people.groupsOf("admin5")).isEmpty();

        // Other tests may have made more administrators: they go the same way until two are left.
        people.membersOf("camunda-admin").stream()
                .map(Person::id)
                .filter(id -> !id.equals("admin") && !id.equals("admin2"))
                .forEach(id -> {
                    act("admin", id, Map.of("act", "TAKE_ROLE", "role", "ADMINISTRATOR", "party", ""));
                    assertThat(people.groupsOf(id)).containsExactly("camunda-admin");
                    decide("admin2", "CONFIRMED", id);
                });
        for (Map<String, String> form : List.of(
                Map.of("act", "END_ACCOUNT", "confirmed", "yes"),
                Map.of("act", "TAKE_ROLE", "role", "ADMINISTRATOR", "party", ""))) {
            HttpResponse<String> answer = act("admin", "admin2", form);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("At least 2 administrators must remain. Add another one first.");
        }
        assertThat(people.membersOf("camunda-admin")).extracting(Person::id).containsExactly("admin", "admin2");
    }

    @Test
    void what_an_administrator_does_is_told_to_administrators_and_auditors_alone() {
        act("admin", "bgdoctor", Map.of("act", "GIVE_ROLE", "role", "COORDINATOR", "party", "BG"));
        String what = "Done by one administrator: Give " + nameOf("bgdoctor") + " (bgdoctor) the role Coordinator (BG)";

        for (String reader : List.of("admin2", "auditor")) {
            assertThat(HttpUser.signedIn(port, reader).get("/administration").body())
                    .as(reader)
                    .contains("Viktor Stone (admin)", what, nameOf("bgdoctor") + " (bgdoctor)");
        }
        for (String other : List.of("manager1", "bgdoctor", "executive1")) {
            HttpResponse<String> answer = HttpUser.signedIn(port, other).get("/administration");
            assertThat(answer.statusCode()).as(other).isEqualTo(403);
            assertThat(answer.body()).contains("Only administrators and auditors read this log.");
        }
        assertThat(HttpUser.signedIn(port, "auditor")
                        .get("/administration?before=nonsense")
                        .statusCode())
                .isEqualTo(400);
        assertThat(HttpUser.signedIn(port, "auditor")
                        .get("/administration?before=1")
                        .body())
                .contains("Nothing has been done yet.");
    }

    @Test
    void nobody_else_does_anything_of_this_and_no_form_without_its_token() {
        HttpUser manager = HttpUser.signedIn(port, "manager1");
        assertThat(manager.submit("/", ADD, person("intruder", "DOCTOR", "FR")).statusCode())
                .isEqualTo(403);
        assertThat(manager.submit("/", "/admin/people/frdoctor", Map.of("act", "NEW_PASSWORD"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(HttpUser.signedIn(port, "admin")
                        .send("POST", "/admin/people/frdoctor?act=NEW_PASSWORD", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.find("intruder")).isEmpty();
        assertThat(people.isPassword("frdoctor", PASSWORD)).isTrue();
    }

    @Test
    void what_is_not_there_is_said_plainly() {
        HttpUser admin = HttpUser.signedIn(port, "admin");
        assertThat(admin.get("/admin/people/nobody").statusCode()).isEqualTo(404);
        assertThat(admin.get("/admin/people/nobody").body()).contains("Nobody has the sign-in name nobody.");
        for (Map<String, String> form : List.of(
                Map.of("request", "1x", "shown", "", "decision", "CONFIRMED"),
                Map.of("request", "1", "shown", "", "decision", "PERHAPS"))) {
            assertThat(admin.submit(EVERYBODY, EVERYBODY, form).statusCode()).isEqualTo(400);
        }
        assertThat(admin.submit(EVERYBODY, EVERYBODY, Map.of("request", "999999", "shown", "", "decision", "CONFIRMED"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin.submit(EVERYBODY, "/admin/people/frdoctor", Map.of("act", "EVERYTHING"))
                        .statusCode())
                .isEqualTo(400);
    }

    private String nameOf(String id) {
        return people.nameOf(id);
    }

    /** Another administrator, added by two as it must be, with a password of their own. */
    private void makeAdministrator(String name) {
        add("admin", name, "ADMINISTRATOR", "");
        String password = oneTimePassword(decide("admin2", "CONFIRMED", name));
        chooses(HttpUser.signedIn(port, name, password), password, OWN);
    }

    private HttpResponse<String> add(String administrator, String name, String role, String party) {
        return HttpUser.signedIn(port, administrator).submit(ADD, ADD, person(name, role, party));
    }

    private static Map<String, String> person(String name, String role, String party) {
        return Map.of(
                "signInName",
                name,
                "firstName",
                "Ola",
                "lastName",
                "Zielińska",
                "mail",
                " ola@example.org ",
                "role",
                role,
                "party",
                party);
    }

    private HttpResponse<String> act(String administrator, String about, Map<String, String> form) {
        return HttpUser.signedIn(port, administrator).submit(EVERYBODY, "/admin/people/" + about, form);
    }

    private HttpResponse<String> decide(String administrator, String decision, String about) {
        return decide(administrator, decision, waitingFor(about));
    }

    private HttpResponse<String> decide(String administrator, String decision, PeopleRequest request) {
        return submit(administrator, request.number(), request.fingerprint(), Map.of("decision", decision));
    }

    private HttpResponse<String> submit(String administrator, long number, String shown, Map<String, String> more) {
        return submit(HttpUser.signedIn(port, administrator), number, shown, more);
    }

    private static HttpResponse<String> submit(HttpUser visitor, long number, String shown, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("request", String.valueOf(number));
        form.put("shown", shown);
        return visitor.submit(EVERYBODY, EVERYBODY, form);
    }

    private PeopleRequest waitingFor(String about) {
        return requests.undecidedSince(Instant.EPOCH).stream()
                .filter(request -> request.change().person().id().equals(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing waits about " + about));
    }

    private static HttpResponse<String> chooses(HttpUser visitor, String current, String fresh) {
        return visitor.submit(
                "/password",
                "/password",
                Map.of("currentPassword", current, "newPassword", fresh, "newPasswordAgain", fresh));
    }

    private static String oneTimePassword(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher shown = ONE_TIME.matcher(answer.body());
        assertThat(shown.find()).as(answer.body()).isTrue();
        return shown.group(1);
    }
}
