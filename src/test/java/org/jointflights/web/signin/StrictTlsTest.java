package org.jointflights.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;

/** A server with a certificate of its own, and clients that offer it one thing each. */
class StrictTlsTest {

    private static final String PASSWORD = "a-password-of-the-test";

    @TempDir
    static Path folder;

    private static WebServer server;
    private static SSLContext client;

    @BeforeAll
    static void a_server_has_a_certificate_and_weak_settings() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        Ssl tls = new Ssl();
        tls.setKeyStore(keys.toUri().toString());
        tls.setKeyStorePassword(PASSWORD);
        tls.setEnabledProtocols(new String[] {"TLSv1.1", "TLSv1.2"});
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setSsl(tls);
        new StrictTls().customize(factory);
        server = factory.getWebServer();
        server.start();
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()));
        client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
    }

    @AfterAll
    static void it_ends() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, TLS_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    })
    void whoever_offers_what_is_recommended_is_answered(String version, String cipher) throws IOException {
        SSLSession session = shake(new String[] {version}, cipher);

        assertThat(session.getProtocol()).isEqualTo(version);
        assertThat(session.getCipherSuite()).isEqualTo(cipher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
                "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256",
            })
    void a_cipher_that_is_not_is_refused(String cipher) {
        assertThatThrownBy(() -> shake(new String[] {"TLSv1.2"}, cipher)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void the_newest_version_and_the_strongest_cipher_are_taken_whatever_the_client_names_first() throws IOException {
        SSLSession session = shake(
                new String[] {"TLSv1.2", "TLSv1.3"},
                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_AES_128_GCM_SHA256",
                "TLS_AES_256_GCM_SHA384");

        assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
        assertThat(session.getCipherSuite()).isEqualTo("TLS_AES_256_GCM_SHA384");
    }

    private static SSLSession shake(String[] versions, String... ciphers) throws IOException {
        try (SSLSocket socket = (SSLSocket)
                client.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setEnabledProtocols(versions);
            socket.setEnabledCipherSuites(ciphers);
            socket.startHandshake();
            return socket.getSession();
        }
    }
}
