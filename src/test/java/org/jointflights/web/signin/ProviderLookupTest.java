package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;

/** Against a server that says of itself what the test wants it to. */
class ProviderLookupTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private HttpServer server;
    private volatile String says = "";
    private volatile boolean waits;

    @BeforeEach
    void something_answers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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

        ProviderLookup lookup = new ProviderLookup(settings());

        assertAway(lookup);
        says = metadata(issuer());
        assertThat(lookup.findByRegistrationId("oidc").getProviderDetails().getIssuerUri())
                .isEqualTo(issuer());
    }

    @Test
    void what_is_no_answer_of_a_provider_is_asked_for_again() {
        says = "<html>Down for maintenance</html>";

        ProviderLookup lookup = new ProviderLookup(settings());

        assertAway(lookup);
        assertThat(lookup.known()).isEmpty();
        says = metadata(issuer());
        assertThat(lookup.ask()).isPresent();
        server.stop(0);
        assertThat(lookup.findByRegistrationId("oidc"))
                .as("what was found is kept")
                .isNotNull();
    }

    @Test
    void there_is_one_provider_and_no_other() {
        says = metadata(issuer());

        assertThat(new ProviderLookup(settings()).findByRegistrationId("another"))
                .isNull();
    }

    @Test
    void while_one_waits_for_its_answer_the_others_are_told_at_once() throws InterruptedException {
        ProviderLookup lookup = new ProviderLookup(settings());
        says = metadata(issuer());
        waits = true;
        CompletableFuture<Boolean> first =
                CompletableFuture.supplyAsync(() -> lookup.ask().isPresent());
        asked.await();

        assertAway(lookup);

        mayAnswer.countDown();
        assertThat(first.join()).isTrue();
        assertThat(lookup.known()).isPresent();
    }

    private static void assertAway(ProviderLookup lookup) {
        ProviderStopped stopped =
                catchThrowableOfType(ProviderStopped.class, () -> lookup.findByRegistrationId("oidc"));
        assertThat(stopped.refusal().code()).isEqualTo("people.provided.away");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
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
