package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;
import static org.jointflights.security.HttpUser.PASSWORD;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SignInSliceTest
class SignInTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/flights",
                "/admin/parties",
                "/admin/people",
                "/administration",
                "/password",
                "/api/flights",
                "/actuator",
                "/h2-console",
                "/camunda/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine/",
                "/camunda/api/admin/auth/user/default",
                "/engine-rest/engine",
                "/engine-rest/user"
            })
    void anonymous_gets_nothing(String path) {
        HttpResponse<String> answer = new HttpUser(port, "en").get(path);

        assertThat(answer.statusCode()).isIn(302, 401);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
        }
        if (path.startsWith("/api/")) {
            assertThat(answer.body()).contains("\"detail\":\"Nobody is signed in.");
        } else {
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/engine/engine/default/deployment/create",
                "/engine-rest/user/create",
                "/admin/parties",
                "/admin/people",
                "/admin/people/frfinance1",
                "/password",
                "/sign-out"
            })
    void anonymous_changes_nothing(String path) {
        assertThat(new HttpUser(port, "en").send("POST", path, "{}").statusCode())
                .isIn(302, 401, 403);
    }

    @ParameterizedTest
    @CsvSource({
        "frcoordinator, true, false, false",
        "frfinance1, false, false, false",
        "gbdoctor, false, false, false",
        "rightsofficer2, false, false, false",
        "manager1, false, true, false",
        "auditor, false, true, false",
        "admin, false, true, true"
    })
    void each_role_sees_only_its_menu(String name, boolean proposes, boolean cockpit, boolean administers) {
        HttpUser visitor = HttpUser.signedIn(port, name);
        String home = visitor.get("/").body();

        assertThat(home.contains("Propose a flight")).isEqualTo(proposes);
        assertThat(home.contains("/camunda/app/cockpit/")).isEqualTo(cockpit);
        assertThat(home.contains("/admin/parties")).isEqualTo(administers);
        assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(cockpit ? 200 : 403);
        assertThat(visitor.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        for (String page : List.of("/admin/parties", "/admin/people", "/admin/people/add-person")) {
            assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(administers ? 200 : 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager1", "auditor", "admin"})
    void cockpit_reads_its_french_words_where_it_asks_for_them(String name) {
        HttpResponse<String> words =
                HttpUser.signedIn(port, name).get("/camunda/app/cockpit/locales/fr.json?bust=7.24.0");

        assertThat(words.statusCode()).isEqualTo(200);
        assertThat(words.body()).contains("\"DASHBOARD_RIGHT_NOW\": \"En ce moment\"");
    }

    @Test
    void the_engines_rest_is_closed_to_administrators_too() {
        HttpUser admin = HttpUser.signedIn(port, "admin");

        assertThat(admin.get("/engine-rest/engine").statusCode()).isEqualTo(403);
        assertThat(admin.send("POST", "/engine-rest/deployment/create", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_wrong_password_is_refused() {
        HttpUser visitor = new HttpUser(port, "en");

        assertThat(location(visitor.signIn("ltmonitor", "wrong"))).endsWith("/sign-in?wrong");
        assertThat(location(visitor.signIn("nobody", PASSWORD))).endsWith("/sign-in?wrong");
        assertThat(location(visitor.signIn("frfinance1' or '1'='1", "x"))).endsWith("/sign-in?wrong");
        assertThat(location(visitor.signIn("", ""))).endsWith("/sign-in?wrong");
    }

    @Test
    void a_new_session_begins_with_the_sign_in() {
        HttpUser visitor = new HttpUser(port, "en");
        visitor.get("/sign-in");
        String before = visitor.cookie("JSESSIONID").orElseThrow().getValue();

        HttpResponse<String> answer = visitor.signIn("FRFinance2 ", PASSWORD);

        assertThat(location(answer)).endsWith("/");
        assertThat(visitor.cookie("JSESSIONID").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
    }

    @Test
    void our_sign_out_ends_tasklist_too() {
        HttpUser visitor = HttpUser.signedIn(port, "frlegal1");
        assertThat(visitor.get(ENGINE + "/filter/count").statusCode()).isEqualTo(200);

        assertThat(location(visitor.submit("/", "/sign-out", Map.of()))).endsWith("/sign-in?out");

        assertThat(visitor.get(ENGINE + "/filter/count").statusCode()).isEqualTo(401);
        assertThat(location(visitor.get("/"))).endsWith("/sign-in");
    }

    @Test
    void tasklists_sign_out_ends_ours_too() {
        HttpUser visitor = HttpUser.signedIn(port, "frlegal1");

        assertThat(visitor.send("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(visitor.get(ENGINE + "/filter/count").statusCode()).isEqualTo(401);
        assertThat(location(visitor.get("/"))).endsWith("/sign-in");
    }

    @Test
    void a_sign_out_without_its_token_is_refused() {
        HttpUser visitor = HttpUser.signedIn(port, "frlegal2");

        assertThat(visitor.send("POST", "/sign-out", "").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void the_language_is_the_browsers_until_one_is_chosen() {
        HttpUser visitor = new HttpUser(port, "fr-BE,fr;q=0.9");
        assertThat(visitor.get("/sign-in").body()).contains("Se connecter", "lang=\"fr\"");

        HttpResponse<String> answer =
                visitor.submit("/sign-in", "/language", Map.of("language", "en", "back", "//evil.example/"));

        assertThat(location(answer)).isEqualTo("http://localhost:" + port + "/");
        assertThat(visitor.get("/sign-in").body()).contains("Sign in", "lang=\"en\"");
    }

    @Test
    void a_language_once_chosen_is_found_again_at_another_computer_unless_another_is_chosen_at_its_door() {
        HttpUser here = HttpUser.signedIn(port, "fimonitor");
        here.submit("/", "/language", Map.of("language", "fr"));

        HttpUser there = new HttpUser(port, "en-GB");
        there.signIn("fimonitor", PASSWORD);
        assertThat(there.get("/").body()).contains("lang=\"fr\"", "Bienvenue");

        HttpUser elsewhere = new HttpUser(port, "fr");
        elsewhere.submit("/sign-in", "/language", Map.of("language", "en"));
        elsewhere.signIn("fimonitor", PASSWORD);
        assertThat(elsewhere.get("/").body()).contains("lang=\"en\"");
        HttpUser again = new HttpUser(port, "fr");
        again.signIn("fimonitor", PASSWORD);
        assertThat(again.get("/").body()).as("that is what is kept now").contains("lang=\"en\"");
        HttpUser other = new HttpUser(port, "fr");
        other.signIn("fidoctor", PASSWORD);
        assertThat(other.get("/").body()).as("somebody else's browser decides").contains("lang=\"fr\"");
    }

    @ParameterizedTest
    @CsvSource({
        "input, 400, party, Party cannot be “UK”. The ISO code of that state is GB.",
        "unknown, 404, , No party ZZ is known here. Add it first.",
        "notYours, 403, , This is not yours to do.",
        "conflict, 409, , 'Somebody else changed this at the same moment. Nothing of yours was stored; open it again.'"
    })
    void a_refusal_of_the_api_is_a_problem_in_one_sentence(String kind, int status, String field, String sentence) {
        HttpResponse<String> answer = HttpUser.signedIn(port, "frmonitor").get("/api/refused/" + kind);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"detail\":\"" + sentence + "\"");
        assertThat(answer.body().contains("\"field\":\"party\"")).isEqualTo(field != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/refused/failure", "/refused/failure"})
    void our_own_failures_show_a_number_and_nothing_else(String path) {
        HttpResponse<String> answer = HttpUser.signedIn(port, "frmonitor").get(path);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("name the number ")
                .doesNotContain("secret", "IllegalState", "slice.door", "\tat ");
    }

    @Test
    void what_does_not_exist_is_said_plainly() {
        HttpUser visitor = HttpUser.signedIn(port, "frmonitor");

        assertThat(visitor.get("/refused/unknown").body()).contains("No party ZZ is known here. Add it first.");
        assertThat(visitor.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/nowhere").body()).contains("There is no such page.");
        assertThat(visitor.get("/admin/parties").body()).contains("This page is not yours to open.");
    }

    @Test
    void the_page_of_errors_opened_directly_is_a_page_that_there_is_not() {
        HttpUser visitor = HttpUser.signedIn(port, "frmonitor");

        assertThat(visitor.get("/error").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/error").body()).contains("There is no such page.");
        assertThat(location(new HttpUser(port, "en").get("/error"))).endsWith("/sign-in");
    }

    @Test
    void a_form_without_its_token_is_not_called_somebody_elses_page() {
        HttpUser visitor = HttpUser.signedIn(port, "admin");

        HttpResponse<String> page = visitor.send("POST", "/admin/parties", "");
        HttpResponse<String> call = visitor.send("POST", "/api/refused/input", "{}");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("This page was open for too long").doesNotContain("not yours");
        assertThat(call.statusCode()).isEqualTo(403);
        assertThat(call.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(call.body()).contains("This page was open for too long");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
