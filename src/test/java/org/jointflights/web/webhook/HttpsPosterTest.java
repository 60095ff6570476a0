package org.jointflights.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.webhook.Poster.NotTaken;
import org.jointflights.domain.webhook.WebhookAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends to a real https server of this machine, which its name is made to lead to. */
class HttpsPosterTest {

    private static final String HOST = "hooks.ministry.fr";
    private static final String PASSWORD = "changeit";

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static final ScheduledExecutorService LIMITS = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static SSLSocketFactory trusting;

    @BeforeAll
    static void a_server_with_a_certificate() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + HOST,
                        "-ext",
                        "SAN=dns:" + HOST,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        trusting = tls.getSocketFactory();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            SEEN.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " "
                    + exchange.getRequestHeaders().getFirst("Joint-Flights-Event") + " " + body);
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            exchange.getResponseHeaders().add("Location", "https://" + HOST + "/200");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        LIMITS.shutdownNow();
    }

    @Test
    void what_is_sent_arrives_under_the_name_of_the_address() throws Exception {
        SEEN.clear();

        poster(trusting).post(to("/204?key=1"), Map.of("Joint-Flights-Event", "landed"), "{\"é\":1}");

        assertThat(SEEN).containsExactly("POST /204?key=1 " + HOST + ":" + port() + " landed {\"é\":1}");
    }

    @Test
    void a_refusal_and_a_redirect_are_not_taken_and_the_redirect_is_not_followed() {
        for (int status : new int[] {301, 302, 307, 400, 410, 500, 503}) {
            SEEN.clear();

            assertThat(failure(poster(trusting), to("/" + status)))
                    .as("%s", status)
                    .isEqualTo(Failure.REFUSED);
            assertThat(SEEN).hasSize(1);
        }
    }

    @Test
    void a_certificate_that_nobody_trusts_or_of_another_name_gets_nothing() {
        SEEN.clear();

        assertThat(failure(poster((SSLSocketFactory) SSLSocketFactory.getDefault()), to("/200")))
                .isEqualTo(Failure.NO_ANSWER);
        assertThat(failure(poster(trusting), new WebhookAddress("other.ministry.fr", port(), "/200")))
                .isEqualTo(Failure.NO_ANSWER);
        assertThat(SEEN).isEmpty();
    }

    @Test
    void a_server_that_is_away_or_speaks_no_tls_or_never_answers_is_not_waited_for_long() throws Exception {
        try (java.net.ServerSocket silent = new java.net.ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(failure(poster(trusting), new WebhookAddress(HOST, silent.getLocalPort(), "/200")))
                    .isEqualTo(Failure.NO_ANSWER);
        }
        assertThat(failure(poster(trusting), new WebhookAddress(HOST, 1, "/200")))
                .isEqualTo(Failure.NO_ANSWER);
    }

    private static Failure failure(HttpsPoster poster, WebhookAddress address) {
        return catchThrowableOfType(NotTaken.class, () -> poster.post(address, Map.of(), "{}"))
                .failure();
    }

    private static HttpsPoster poster(SSLSocketFactory tls) {
        return new HttpsPoster(
                address -> InetAddress.getLoopbackAddress(),
                tls,
                socket -> LIMITS.schedule(
                        () -> close(socket), Duration.ofSeconds(1).toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static int port() {
        return server.getAddress().getPort();
    }

    private static WebhookAddress to(String target) {
        return new WebhookAddress(HOST, port(), target);
    }
}
