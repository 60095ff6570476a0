package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.security.HttpUser.ENGINE;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointflights.security.HttpUser;
import org.jointflights.security.RawRequest;
import org.jointflights.security.RawRequest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer tells the browser, and what no address answers. */
@SignInSliceTest
@ExtendWith(OutputCaptureExtension.class)
class AnswersToBrowsersTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/password",
                "/nowhere",
                "/error",
                "/admin/people",
                "/style.css",
                "/vendor/bpmn-js/bpmn-navigated-viewer.production.min.js",
                "/api/refused/input",
                "/api/refused/failure",
                TASKLIST,
                "/camunda/lib/deps.js",
                ENGINE + "/filter/count",
                ENGINE + "/deployment/no-such-deployment",
            })
    void every_answer_says_what_a_browser_may_do_with_it(String path) {
        HttpResponse<String> answer = HttpUser.signedIn(port, "frlegal1").get(path);

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains(
                        "default-src 'self';",
                        "img-src 'self' data:;",
                        "object-src 'none';",
                        "frame-ancestors 'none';",
                        "form-action 'self';");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/api/refused/input", TASKLIST, ENGINE + "/filter/count"})
    void a_page_of_another_place_reads_no_answer(String path) {
        Map<String, String> headers =
                new HashMap<>(HttpUser.signedIn(port, "frlegal1").identity());
        headers.put("Origin", "https://elsewhere.example");

        Answer answer = new RawRequest("GET", path, headers, "").sendTo(port);

        assertThat(answer.text()).doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/password",
                "/nowhere",
                "/api/refused/input",
                TASKLIST,
                ENGINE + "/filter/count",
                ENGINE + "/task?maxResults=5",
                ENGINE + "/deployment/no-such-deployment"
            })
    void what_our_pages_and_the_engine_show_is_kept_in_no_cache(String path) {
        HttpResponse<String> answer = HttpUser.signedIn(port, "frlegal1").get(path);

        assertThat(String.join(",", answer.headers().allValues("Cache-Control")))
                .contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/style.css, text/css",
        "/door.js, text/javascript",
        "/favicon.svg, image/svg+xml",
        "/vendor/bpmn-js/bpmn-navigated-viewer.production.min.js, text/javascript",
        TASKLIST + ", text/html",
        "/camunda/lib/deps.js, text/javascript",
    })
    void every_text_says_what_it_is_and_in_which_signs(String path, String type) {
        HttpResponse<String> answer = HttpUser.signedIn(port, "frlegal1").get(path);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase(type + ";charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/style.css", TASKLIST, ENGINE + "/filter/count"})
    void whoever_came_once_over_https_comes_so_for_a_year_and_to_what_is_below_this_address_too(String path) {
        Map<String, String> headers =
                new HashMap<>(HttpUser.signedIn(port, "frlegal1").identity());
        headers.put("X-Forwarded-Proto", "https");

        assertThat(new RawRequest("GET", path, headers, "").sendTo(port).text())
                .contains("Strict-Transport-Security: max-age=31536000 ; includeSubDomains");
    }

    @Test
    void the_token_of_a_form_has_256_random_bits() {
        Pattern token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
        Matcher first = token.matcher(new HttpUser(port, "en").get("/sign-in").body());
        Matcher second = token.matcher(new HttpUser(port, "en").get("/sign-in").body());

        assertThat(first.find() && second.find()).isTrue();
        assertThat(first.group(1)).isNotEqualTo(second.group(1));
        // Each time it is shown, it is mixed with as many random bytes again.
        assertThat(Base64.getUrlDecoder().decode(first.group(1))).hasSize(2 * 44);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /language, language=fr&language=en",
        "POST, /language?language=fr, language=en",
        "GET, /sign-in?out&out, ''",
        "GET, /flights?text=a&text=b, ''",
        "POST, /sign-in, name=frlegal1&name=admin&password=x",
    })
    void a_field_that_is_there_twice_is_refused(String method, String path, String form) {
        Map<String, String> headers =
                new HashMap<>(HttpUser.signedIn(port, "frlegal1").identity());
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "text/html");

        Answer answer = new RawRequest(method, path, headers, form).sendTo(port);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("A field is there twice.");
    }

    @Test
    void a_session_has_128_random_bits_and_no_script_reads_it() {
        HttpUser visitor = HttpUser.signedIn(port, "frlegal1");

        assertThat(visitor.cookie("JSESSIONID").orElseThrow().getValue()).matches("[0-9A-F]{32}");
        assertThat(visitor.cookie("JSESSIONID").orElseThrow().isHttpOnly()).isTrue();
    }

    @Test
    void the_engine_changes_nothing_without_the_token_of_its_page() {
        String cookies = HttpUser.signedIn(port, "frlegal1").identity().get("Cookie");
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Cookie", cookies);

        Answer answer = new RawRequest("POST", ENGINE + "/task", headers, "{}").sendTo(port);

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/style.css", ENGINE + "/task"})
    void no_request_is_sent_back_as_it_came(String path) {
        Map<String, String> headers = HttpUser.signedIn(port, "frlegal1").identity();

        Answer answer = new RawRequest("TRACE", path, headers, "").sendTo(port);

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.text()).doesNotContain("JSESSIONID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61dmin/people",
                "/sign-in/../admin/people",
                "/sign-in/%2e%2e/admin/people",
                "//admin/people",
                "/admin;x=y/people",
                "/;jsessionid=0123456789ABCDEF0123456789ABCDEF",
                "/admin%2Fpeople",
                "/admin%5Cpeople",
                "/admin%00/people",
            })
    void an_address_in_a_second_spelling_is_refused(String path) {
        Map<String, String> headers = HttpUser.signedIn(port, "admin").identity();

        assertThat(new RawRequest("GET", path, headers, "").sendTo(port).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vendor", "/vendor/", "/vendor/bpmn-js/", "/.git/config", "/WEB-INF/", "/META-INF/"})
    void no_folder_is_listed_and_nothing_of_the_workshop_is_there(String path) {
        HttpResponse<String> answer = HttpUser.signedIn(port, "admin").get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("bpmn-navigated-viewer", "repositoryformatversion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/password", "/admin/people", "/admin/parties", "/administration"})
    void every_page_has_the_way_out(String path) {
        assertThat(HttpUser.signedIn(port, "admin").get(path).body()).contains("action=\"/sign-out\"");
    }

    @Test
    void a_password_is_typed_unseen_and_a_program_that_keeps_it_may_fill_it_in() {
        HttpUser visitor = HttpUser.signedIn(port, "frlegal1");
        String door = new HttpUser(port, "en").get("/sign-in").body();
        String own = visitor.get("/password").body();

        for (String page : List.of(door, own)) {
            Matcher field = Pattern.compile("<input[^>]*name=\"[a-zA-Z]*[pP]assword[a-zA-Z]*\"[^>]*>")
                    .matcher(page);
            assertThat(field.results().map(found -> found.group()))
                    .isNotEmpty()
                    .allSatisfy(input -> assertThat(input)
                            .contains("type=\"password\"")
                            .containsPattern("autocomplete=\"(current|new)-password\"")
                            .doesNotContain("onpaste", "maxlength"));
        }
    }

    @Test
    void our_scripts_show_text_as_text_and_keep_nothing() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/static"))) {
            List<Path> scripts =
                    files.filter(file -> file.toString().endsWith(".js")).toList();
            assertThat(scripts).hasSizeGreaterThan(3);
            for (Path script : scripts) {
                assertThat(Files.readString(script))
                        .as(script.toString())
                        .doesNotContain(
                                "innerHTML",
                                "outerHTML",
                                "insertAdjacentHTML",
                                "document.write",
                                "eval(",
                                "new Function",
                                "localStorage",
                                "sessionStorage",
                                "indexedDB",
                                "'message'",
                                "postMessage");
            }
        }
    }

    @Test
    void a_failure_of_ours_stands_in_the_log_under_the_number_that_is_shown(CapturedOutput output) {
        String body =
                HttpUser.signedIn(port, "frlegal1").get("/api/refused/failure").body();

        Matcher number = Pattern.compile("\"number\":\"([0-9a-f]{8})\"").matcher(body);
        assertThat(number.find()).as(body).isTrue();
        assertThat(output.getAll())
                .contains("/api/refused/failure failed, number " + number.group(1), "a secret of the inside");
    }
}
