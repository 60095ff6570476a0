package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jointflights.StandingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.scheduling.annotation.Scheduled;

/** Against a server that says of itself what the test wants it to. */
class ProviderLookupTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final StandingClock clock = new StandingClock();
    private final AtomicInteger questions = new AtomicInteger();
    private HttpServer server;
    private volatile String says = "";
    private volatile boolean waits;

    @BeforeEach
    void something_answers() throws IOException {
        listen(0);
    }

    private void listen(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void nothing_answers_any_more() {
        mayAnswer.countDown();
        server.stop(0);
    }

    @Test
    void one_that_says_it_is_another_is_not_taken_for_the_provider() {
        says = metadata("https://elsewhere.example");

        ProviderLookup lookup = new ProviderLookup(settings(), clock);

        assertAway(lookup);
        says = metadata(issuer());
        assertThat(lookup.findByRegistrationId("oidc").getProviderDetails().getIssuerUri())
                .isEqualTo(issuer());
    }

    @Test
    void what_is_no_answer_of_a_provider_is_asked_for_again() {
        says = "<html>Down for maintenance</html>";

        ProviderLookup lookup = new ProviderLookup(settings(), clock);

        assertAway(lookup);
        assertThat(lookup.known()).isEmpty();
        says = metadata(issuer());
        assertThat(lookup.findByRegistrationId("oidc")).isNotNull();
        server.stop(0);
        assertThat(lookup.findByRegistrationId("oidc"))
                .as("what was found is kept")
                .isNotNull();
    }

    @Test
    void there_is_one_provider_and_no_other() {
        says = metadata(issuer());

        assertThat(new ProviderLookup(settings(), clock).findByRegistrationId("another"))
                .isNull();
    }

    /** An asker that waits with the first would be answered by neither, and be told after Spring's half a minute. */
    @Timeout(20)
    @Test
    void while_one_waits_for_its_answer_the_others_are_told_at_once() throws InterruptedException {
        ProviderLookup lookup = new ProviderLookup(settings(), clock);
        says = metadata(issuer());
        waits = true;
        CompletableFuture<Boolean> first =
                CompletableFuture.supplyAsync(() -> lookup.findByRegistrationId("oidc") != null);
        asked.await();

        assertAway(lookup);

        mayAnswer.countDown();
        assertThat(first.join()).isTrue();
        assertThat(lookup.known()).isPresent();
    }

    @Test
    void one_that_goes_away_later_is_missed_within_a_minute_and_until_it_answers_again() throws IOException {
        says = metadata(issuer());
        ProviderLookup lookup = new ProviderLookup(settings(), clock);
        assertThat(health(lookup)).isEqualTo(Status.UP);
        int port = server.getAddress().getPort();

        server.stop(0);
        clock.advance(Duration.ofMinutes(5));
        Instant gone = clock.instant();
        lookup.look();
        clock.advance(Duration.ofMinutes(1));
        lookup.look();

        assertThat(lookup.awaySince()).hasValue(gone);
        assertThat(health(lookup)).isEqualTo(Status.DOWN);
        assertThat(lookup.findByRegistrationId("oidc"))
                .as("whoever wants to sign in does not wait for it")
                .isNotNull();

        listen(port);
        lookup.look();

        assertThat(lookup.awaySince()).isEmpty();
        assertThat(health(lookup)).isEqualTo(Status.UP);
    }

    @Test
    void one_that_was_away_at_the_start_is_found_by_the_minute_too() {
        says = "<html>Down for maintenance</html>";
        ProviderLookup lookup = new ProviderLookup(settings(), clock);
        assertThat(lookup.awaySince()).hasValue(clock.instant());
        says = metadata(issuer());

        lookup.look();

        assertThat(lookup.awaySince()).isEmpty();
        assertThat(lookup.known()).isPresent();
    }

    @Test
    void whoever_asks_for_health_does_not_have_it_asked() {
        says = "<html>Down for maintenance</html>";
        ProviderLookup lookup = new ProviderLookup(settings(), clock);
        int before = questions.get();

        assertThat(health(lookup)).isEqualTo(Status.DOWN);
        assertThat(questions).hasValue(before);
    }

    @Test
    void it_is_asked_once_a_minute() throws NoSuchMethodException {
        Scheduled schedule = ProviderLookup.class.getDeclaredMethod("look").getAnnotation(Scheduled.class);

        assertThat(schedule.timeUnit().toSeconds(schedule.fixedDelay())).isEqualTo(60);
    }

    private static Status health(ProviderLookup lookup) {
        return new ProviderHealthIndicator(lookup).health().getStatus();
    }

    private static void assertAway(ProviderLookup lookup) {
        ProviderStopped stopped =
                catchThrowableOfType(ProviderStopped.class, () -> lookup.findByRegistrationId("oidc"));
        assertThat(stopped.refusal().code()).isEqualTo("people.provided.away");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.incrementAndGet();
            if (waits) {
                asked.countDown();
                mayAnswer.await();
            }
            byte[] body = says.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private String metadata(String issuer) {
        return """
                {"issuer": "%s", "authorization_endpoint": "%2$s/authorize", "token_endpoint": "%2$s/token",
                 "jwks_uri": "%2$s/keys", "subject_types_supported": ["public"]}
                """.formatted(issuer, issuer());
    }

    private OAuth2ClientProperties settings() {
        var registration = new OAuth2ClientProperties.Registration();
        registration.setClientId("joint-flights");
        registration.setClientSecret("a-secret-of-the-test");
        registration.setAuthorizationGrantType("authorization_code");
        registration.setRedirectUri("{baseUrl}/login/oauth2/code/{registrationId}");
        var provider = new OAuth2ClientProperties.Provider();
        provider.setIssuerUri(issuer());
        OAuth2ClientProperties settings = new OAuth2ClientProperties();
        settings.getRegistration().put("oidc", registration);
        settings.getProvider().put("oidc", provider);
        return settings;
    }
}
