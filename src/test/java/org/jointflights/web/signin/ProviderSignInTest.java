package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.administration.ApplyClaims;
import org.jointflights.process.example.ExampleUsers;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.SerializationUtils;

/**
 * The whole round over HTTP, with a real provider, the whole application and one flight. Its context stays open:
 * Camunda's web applications have one register for the virtual machine, which a context that closes takes from the others.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:provider;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
            "camunda.bpm.job-execution.enabled=false",
            "jointflights.example-flights=false",
            // The example's people come in by the provider's names.
            "jointflights.oidc.adopt-accounts=true",
            "jointflights.oidc.strong-enough=two-factors,smart-card"
        })
@ActiveProfiles({"example", "oidc"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderSignInTest {

    private static final OpenIdProvider PROVIDER = new OpenIdProvider();

    private static final String AWAY = "away";

    /** Where the provider leads people back to. */
    private static final String ANSWER = "/login/oauth2/code/oidc";

    @LocalServerPort
    private int port;

    @Autowired
    private ProviderHealthIndicator health;

    @Autowired
    private ProviderLookup lookup;

    @Autowired
    private People people;

    @Autowired
    private ApplyClaims applyClaims;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService processes;

    @Autowired
    private ExampleUsers exampleUsers;

    @Autowired
    private Flights flights;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("JOINTFLIGHTS_OIDC_ISSUER", PROVIDER::issuer);
        settings.add("JOINTFLIGHTS_OIDC_CLIENT", () -> OpenIdProvider.CLIENT);
        settings.add("JOINTFLIGHTS_OIDC_SECRET", () -> OpenIdProvider.SECRET);
    }

    @BeforeEach
    void the_provider_knows_where_we_are(TestInfo test) {
        PROVIDER.leadsBackTo(port);
        if (!test.getTags().contains(AWAY)) {
            PROVIDER.start();
        }
    }

    @Order(1)
    @Tag(AWAY)
    @Test
    void while_the_provider_is_away_people_are_told_so_and_when_it_is_there_they_sign_in_without_a_restart() {
        says("sub-18", "newcomer18", "FRfinance");
        Browser browser = new Browser("sub-18");

        HttpResponse<String> away = browser.get(ProviderDoor.BEGIN);

        assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(away.body())
                .contains("The service with which you sign in to your work account does not answer.")
                .contains("name=\"password\"");
        assertThat(new HttpUser(port, "fr").get(ProviderDoor.BEGIN).body())
                .contains("Le service qui ouvre votre compte de travail ne répond pas.");
        HttpUser administrator = HttpUser.signedIn(port, "admin");
        assertThat(administrator.get("/admin/people").statusCode()).isEqualTo(200);
        assertThat(health()).isEqualTo(Status.DOWN);
        assertThat(administrator.get("/admin/system").body())
                .contains("It has not answered this node since ")
                .contains("administrators sign in with their passwords");
        theAnswerForAnotherNodeIsTakenHere();

        PROVIDER.start();
        lookup.look();

        assertThat(administrator.get("/admin/system").body()).contains("It answers this node");
        assertThat(health()).isEqualTo(Status.UP);
        assertThat(browser.signIn().headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/"));
        assertThat(people.groupsOf("newcomer18")).containsExactly("FRfinance");
    }

    /** Nodes share sessions: another one, which has found the provider, has led the browser there. */
    private void theAnswerForAnotherNodeIsTakenHere() {
        Browser browser = new Browser("sub-18");
        browser.get("/sign-in");
        OAuth2AuthorizationRequest asked = OAuth2AuthorizationRequest.authorizationCode()
                .clientId(OpenIdProvider.CLIENT)
                .authorizationUri(PROVIDER.issuer() + "/oauth2/authorize")
                .redirectUri("http://127.0.0.1:" + port + ANSWER)
                .state("the-state")
                .attributes(Map.of("registration_id", ProviderDoor.REGISTRATION))
                .build();
        database.sql(
                        "insert into web_session_attributes (session_primary_id, attribute_name, attribute_bytes)"
                                + " select primary_id, ?, ? from web_session order by creation_time desc fetch first 1 rows only")
                .params(
                        HttpSessionOAuth2AuthorizationRequestRepository.class.getName() + ".AUTHORIZATION_REQUEST",
                        SerializationUtils.serialize(asked))
                .update();

        HttpResponse<String> answer = browser.get(ANSWER + "?code=the-code&state=the-state");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(answer.body()).contains("The service with which you sign in to your work account does not answer.");
    }

    private Status health() {
        return Objects.requireNonNull(health.getHealth(false)).getStatus();
    }

    private void aFlightIsProposedTo(String party) {
        Map<String, Object> proposal = Map.of(
                "organiser", "FR",
                "type", "JRO",
                "legalBasis", "Agreement of 2026 (invented)",
                "destination", "Nigeria",
                "embarkations", "CDG, STN",
                "destinations", "LOS",
                "departure", LocalDate.now(clock).plusMonths(3) + " 09:30",
                "capacity", 200L,
                "invited", party);
        String model = processes
                .createProcessDefinitionQuery()
                .processDefinitionKey("jointFlight")
                .latestVersion()
                .singleResult()
                .getId();
        exampleUsers.as("frcoordinator", () -> forms.submitStartForm(model, proposal));
        flights.all().forEach(flight -> exampleUsers.runJobs(flight.reference()));
    }

    @AfterAll
    static void the_provider_ends() {
        PROVIDER.close();
    }

    @Test
    void whoever_comes_through_the_provider_sees_the_tasks_of_the_groups_of_the_claim() {
        aFlightIsProposedTo("GB");
        says("sub-1", "Newcomer1", "GBcoordinator", "no-group-of-ours", "ZZfinance");
        Browser browser = new Browser("sub-1");

        HttpResponse<String> arrived = browser.signIn();

        assertThat(arrived.statusCode()).as(arrived.body()).isEqualTo(302);
        assertThat(arrived.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/"));
        assertThat(people.groupsOf("newcomer1")).containsExactly("GBcoordinator");
        assertThat(people.find("newcomer1")).contains(new Person("newcomer1", "Nora", "Newcomer", "n@example.org"));
        assertThat(browser.tasks()).isNotEmpty().isEqualTo(tasksOf("GBcoordinator"));
        assertThat(browser.get("/").body()).contains("Nora Newcomer");
        assertThat(logged()).contains("people.provided.changed");
    }

    @Test
    void a_changed_claim_changes_the_groups_at_the_next_sign_in_and_ends_the_session_before() {
        says("sub-2", "newcomer2", "FRfinance");
        Browser before = new Browser("sub-2");
        before.signIn();
        assertThat(before.get("/").statusCode()).isEqualTo(200);

        says("sub-2", "newcomer2", "GBcoordinator");
        Browser after = new Browser("sub-2");
        after.signIn();

        assertThat(people.groupsOf("newcomer2")).containsExactly("GBcoordinator");
        assertThat(after.tasks()).isEqualTo(tasksOf("GBcoordinator"));
        assertThat(before.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?ended"));
    }

    @Test
    void whose_groups_are_all_gone_loses_the_roles_and_does_not_come_in() {
        says("sub-3", "newcomer3", "FRfinance");
        new Browser("sub-3").signIn();
        says("sub-3", "newcomer3");

        assertRefused("sub-3", 403, "newcomer3 has no role here.");
        assertThat(people.groupsOf("newcomer3")).isEmpty();
    }

    @Test
    void somebody_of_no_group_of_ours_gets_no_account() {
        says("sub-4", "stranger4", "football", "camunda-admin");

        assertRefused("sub-4", 403, "stranger4 has no role here.");
        assertThat(people.find("stranger4")).isEmpty();
    }

    @Test
    void hats_that_do_not_go_together_are_refused_and_nothing_is_changed() {
        says("sub-5", "newcomer5", "FRmonitor");
        new Browser("sub-5").signIn();
        says("sub-5", "newcomer5", "FRmonitor", "FRescortleader");

        assertRefused("sub-5", 409, "Nora Newcomer");
        assertThat(people.groupsOf("newcomer5")).containsExactly("FRmonitor");
        says("sub-6", "newcomer6", "rightsOfficer", "FRlegal");
        assertRefused("sub-6", 409, "");
        assertThat(people.find("newcomer6")).isEmpty();
    }

    @Test
    void nobody_becomes_an_administrator_by_the_claim_or_comes_in_as_one() {
        says("sub-7", "newcomer7", "camunda-admin", "FRfinance");
        new Browser("sub-7").signIn();
        assertThat(people.groupsOf("newcomer7")).containsExactly("FRfinance");

        says("sub-8", "admin", "auditor");
        assertRefused("sub-8", 403, "admin is an administrator here");
        assertThat(people.groupsOf("admin")).containsExactly("camunda-admin");
    }

    @Test
    void names_that_are_reserved_odd_or_missing_are_refused() {
        for (String name : List.of("system", "ROOT", "camunda")) {
            says("sub-9", name, "FRfinance");
            assertRefused("sub-9", 400, "people could think so");
        }
        says("sub-9", "a b/../c", "FRfinance");
        assertRefused("sub-9", 400, "a b/../c");
        says("sub-9", " ", "FRfinance");
        assertRefused("sub-9", 403, "the claim preferred_username is missing");
    }

    @Test
    void a_name_that_became_somebody_elses_at_the_provider_does_not_open_the_account() {
        says("sub-10", "newcomer10", "FRfinance");
        new Browser("sub-10").signIn();

        says("sub-11", "newcomer10", "FRfinance");
        assertRefused("sub-11", 409, "newcomer10 is the sign-in name of another work account");
        says("sub-10", "newcomer11", "FRfinance");
        assertRefused("sub-10", 409, "was called newcomer10 here");
        assertThat(people.find("newcomer11")).isEmpty();
    }

    @Test
    void whose_account_has_ended_here_does_not_come_back_through_the_provider() {
        says("sub-12", "newcomer12", "FRfinance");
        Browser browser = new Browser("sub-12");
        browser.signIn();
        people.remove(people.find("newcomer12").orElseThrow(), Instant.parse("2027-03-01T09:00:00Z"));

        assertThat(browser.get("/").statusCode()).isEqualTo(302);
        assertRefused("sub-12", 404, "newcomer12");
        assertThat(people.groupsOf("newcomer12")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void an_id_token_that_is_forged_or_meant_for_others_opens_nothing(String what, Map<String, Object> wrong) {
        Map<String, Object> claims = claims("newcomer13", "FRfinance");
        claims.putAll(wrong);
        PROVIDER.says("sub-13-" + what, claims);

        assertNoGood(new Browser("sub-13-" + what).signIn(), what);
        assertThat(people.find("newcomer13")).isEmpty();
    }

    static Stream<Arguments> wrong() {
        Instant now = Instant.now();
        return Stream.of(
                Arguments.of("audience", Map.of("aud", List.of("another-client"))),
                Arguments.of("nonce", Map.of("nonce", "another")),
                Arguments.of("issuer", Map.of("iss", "https://elsewhere.example")),
                Arguments.of("expired", Map.of("iat", now.minusSeconds(7_200), "exp", now.minusSeconds(3_600))),
                Arguments.of("signature", Map.of(OpenIdProvider.FORGED, true)),
                Arguments.of("own-key", Map.of(OpenIdProvider.FORGED, true, OpenIdProvider.BRINGS_KEY, true)),
                Arguments.of("algorithm", Map.of(OpenIdProvider.ALGORITHM, "RS512")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password", "two"})
    void whom_the_provider_has_not_asked_strictly_enough_does_not_come_in(String how) {
        Map<String, Object> claims = claims("newcomer19", "FRfinance");
        claims.remove("acr");
        if (!how.isEmpty()) {
            claims.put("acr", how);
        }
        PROVIDER.says("sub-19-" + how, claims);

        assertRefused("sub-19-" + how, 403, "Wanted is smart-card, two-factors.");
        assertThat(people.find("newcomer19")).isEmpty();
    }

    @Test
    void any_way_will_do_where_none_is_asked_for() {
        ProviderSignIn signIn = new ProviderSignIn(applyClaims, people, "name", "groups", false, Set.of());

        signIn.requireStrength(null);
        signIn.requireStrength("password");
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() {
        says("sub-14", "newcomer14", "FRfinance");
        Browser browser = new Browser("sub-14");
        URI answer = browser.answerOfProvider();

        Browser other = new Browser("sub-14");
        assertNoGood(other.open(answer), "in a browser that did not ask");
        assertNoGood(browser.open(URI.create(answer.toString().replaceFirst("state=[^&]+", "state=another"))), "state");
        assertThat(people.find("newcomer14")).isEmpty();
    }

    @Test
    void the_round_is_begun_with_a_proof_key() {
        String begin = new Browser("sub-15")
                .get(ProviderDoor.BEGIN)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(begin)
                .startsWith(PROVIDER.issuer())
                .contains("response_type=code")
                .contains("code_challenge_method=S256")
                .contains("acr_values=smart-card%20two-factors")
                .contains("nonce=")
                .contains("state=");
    }

    @Test
    void passwords_open_nothing_but_to_administrators() {
        for (String name : List.of("frfinance1", "auditor", "manager1")) {
            assertThat(new HttpUser(port, "en")
                            .signIn(name, HttpUser.PASSWORD)
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).as(name).endsWith("/sign-in?wrong"));
        }
        HttpUser administrator = HttpUser.signedIn(port, "admin");
        assertThat(administrator.get("/admin/people").statusCode()).isEqualTo(200);
        assertThat(new HttpUser(port, "en").get("/sign-in").body())
                .contains("href=\"/oauth2/authorization/oidc\"")
                .contains("Administrators alone");
    }

    @Test
    void whoever_comes_through_the_provider_has_no_password_here_and_makes_no_token() {
        says("sub-17", "newcomer17", "FRfinance");
        Browser browser = new Browser("sub-17");
        browser.signIn();

        assertThat(browser.get("/password").body())
                .contains("You sign in with your work account")
                .doesNotContain("name=\"newPassword\"");
        assertThat(browser.get("/tokens").body())
                .contains("Only who has a password here makes tokens")
                .doesNotContain("name=\"tokenName\"");
    }

    @Test
    void signing_out_ends_the_session_here_and_leads_on_to_end_it_at_the_provider() {
        says("sub-16", "newcomer16", "FRfinance");
        Browser browser = new Browser("sub-16");
        browser.signIn();

        HttpResponse<String> out = browser.submit("/", "/sign-out");

        URI end = URI.create(out.headers().firstValue("Location").orElseThrow());
        assertThat(end.toString()).startsWith(PROVIDER.issuer() + "/connect/logout?id_token_hint=");
        assertThat(browser.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        assertThat(browser.get("/sign-in").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("form-action 'self' " + PROVIDER.issuer() + ";"));
        assertThat(browser.open(end).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?out"));
    }

    @Test
    void our_secret_and_what_the_provider_lets_us_ask_are_in_no_stored_session() {
        says("sub-17", "newcomer17", "FRfinance");
        new Browser("sub-17").signIn();

        List<String> stored = database.sql("select attribute_bytes from web_session_attributes")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list();

        assertThat(stored)
                .anyMatch(bytes -> bytes.contains("newcomer17"))
                .noneMatch(bytes -> bytes.contains(OpenIdProvider.SECRET))
                .noneMatch(bytes -> bytes.contains("OAuth2AccessToken;") || bytes.contains("n@example.org"));
    }

    private static void says(String subject, String name, String... groups) {
        PROVIDER.says(subject, claims(name, groups));
    }

    private static Map<String, Object> claims(String name, String... groups) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("preferred_username", name);
        claims.put("given_name", "Nora");
        claims.put("family_name", "Newcomer");
        claims.put("email", "n@example.org");
        claims.put("groups", List.of(groups));
        claims.put("acr", "two-factors");
        return claims;
    }

    private void assertRefused(String subject, int status, String sentence) {
        Browser browser = new Browser(subject);
        HttpResponse<String> answer = browser.signIn();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("role=\"alert\"").contains(sentence);
        assertThat(browser.get("/").statusCode()).as("nobody is signed in").isEqualTo(302);
    }

    private static void assertNoGood(HttpResponse<String> answer, String what) {
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).as(what).endsWith("/sign-in?provider"));
    }

    private Set<String> tasksOf(String group) {
        Set<String> ids = new TreeSet<>();
        tasks.createTaskQuery().taskCandidateGroup(group).list().stream()
                .map(Task::getId)
                .forEach(ids::add);
        return ids;
    }

    private List<String> logged() {
        return database.sql("select code from administration_log")
                .query(String.class)
                .list();
    }

    /** Of somebody whom the provider knows by that name; it reaches the provider under another name than the application. */
    private final class Browser {

        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
        private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        private final String root = "http://127.0.0.1:" + port;
        private final String atProvider;

        Browser(String atProvider) {
            this.atProvider = atProvider;
        }

        HttpResponse<String> signIn() {
            return open(answerOfProvider());
        }

        /** Where the provider sends the browser back to. */
        URI answerOfProvider() {
            URI asked = URI.create(
                    get(ProviderDoor.BEGIN).headers().firstValue("Location").orElseThrow());
            HttpResponse<String> answer = open(asked);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        }

        HttpResponse<String> get(String path) {
            return open(URI.create(root + path));
        }

        HttpResponse<String> open(URI address) {
            return send(HttpRequest.newBuilder(address).GET());
        }

        HttpResponse<String> submit(String page, String target) {
            Matcher token = TOKEN.matcher(get(page).body());
            assertThat(token.find()).isTrue();
            return send(HttpRequest.newBuilder(URI.create(root + target))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(
                            "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
        }

        /** What Tasklist lists. */
        Set<String> tasks() {
            HttpResponse<String> all = get(HttpUser.ENGINE + "/task?maxResults=500");
            assertThat(all.statusCode()).as(all.body()).isEqualTo(200);
            Set<String> ids = new TreeSet<>();
            Matcher id = ID.matcher(all.body());
            while (id.find()) {
                ids.add(id.group(1));
            }
            return ids;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            HttpRequest.Builder whole =
                    request.header("Accept", "text/html,application/json;q=0.9").header("Accept-Language", "en");
            HttpRequest plain = whole.build();
            if (plain.uri().toString().startsWith(PROVIDER.issuer())) {
                whole.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((atProvider + ":any").getBytes(StandardCharsets.UTF_8)));
            }
            try {
                return client.send(whole.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
