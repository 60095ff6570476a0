package org.jointflights.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.jointflights.process.PostgresServer;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code mvn package} has written, started as whoever runs it in production starts it: as a process, by its variables. */
class PackagedJarIT {

    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern READY = Pattern.compile("Joint Flights is ready on http://localhost:(\\d+)");
    private static final String PASSWORD = "One-Secret-1";
    private static final String OWN = "Own-Secret-3";

    /** Linux answers for all of 127.0.0.0/8; this is somebody else than the proxy. */
    private static final String STRANGER = "127.0.0.2";

    /** Stays empty: nothing that is refused makes a table in it. */
    private static final Map<String, String> DATABASE = PostgresServer.environment();

    @TempDir
    Path folder;

    record Refused(Map<String, String> environment, List<String> sentences) {

        Refused(Map<String, String> environment, String... sentences) {
            this(environment, List.of(sentences));
        }
    }

    @Test
    void holds_no_class_of_h2() throws IOException {
        List<String> h2 = new ArrayList<>();
        int libraries = 0;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (entry.getName().contains("org/h2/")) {
                    h2.add(entry.getName());
                }
                if (entry.getName().endsWith(".jar")) {
                    libraries++;
                    try (ZipInputStream library = new ZipInputStream(jar.getInputStream(entry))) {
                        for (ZipEntry inner = library.getNextEntry(); inner != null; inner = library.getNextEntry()) {
                            if (inner.getName().contains("org/h2/")) {
                                h2.add(entry.getName() + "!" + inner.getName());
                            }
                        }
                    }
                }
            }
        }
        assertThat(libraries).isGreaterThan(50);
        assertThat(h2).isEmpty();
    }

    static List<Refused> refused() {
        return List.of(
                new Refused(Map.of(), "No profile is chosen."),
                new Refused(
                        production("SPRING_PROFILES_ACTIVE", "postgres,example"),
                        "The profiles are example, postgres. Choose exactly one"),
                new Refused(
                        production(
                                "JOINTFLIGHTS_PROXY", "",
                                "JOINTFLIGHTS_ADMIN_PASSWORD", "",
                                "JOINTFLIGHTS_ADMIN2_PASSWORD", "Joint-2026!"),
                        "no proxy that ends TLS is named",
                        "JOINTFLIGHTS_ADMIN_PASSWORD is not set",
                        "JOINTFLIGHTS_ADMIN2_PASSWORD is the example's password"),
                new Refused(
                        production("JOINTFLIGHTS_DATABASE_URL", "jdbc:h2:file:./data/jointflights"),
                        "begins with “jdbc:h2”, but production keeps its data in PostgreSQL only"),
                new Refused(Map.of("SPRING_PROFILES_ACTIVE", "example"), "This file holds no H2"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Refused start) throws Exception {
        Path log = folder.resolve("log");
        Process application = start(start.environment(), log);
        try {
            assertThat(application.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            application.destroyForcibly();
        }
        assertThat(application.exitValue()).isNotZero();
        assertThat(Files.readString(log))
                .contains("APPLICATION FAILED TO START", "Joint Flights does not start:")
                .contains(start.sentences())
                .doesNotContain("\tat ", "Exception", "Joint-2026!", PASSWORD, "Tomcat");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void in_production_an_administrator_signs_in_through_the_proxy_and_nobody_else_says_where_a_visitor_comes_from()
            throws Exception {
        Path log = folder.resolve("log");
        Map<String, String> environment = production(
                "SPRING_PROFILES_ACTIVE", "postgres,json-logs",
                "SERVER_TOMCAT_ACCESSLOG_ENABLED", "true",
                "SERVER_TOMCAT_ACCESSLOG_DIRECTORY", folder.toString(),
                "SERVER_TOMCAT_ACCESSLOG_BUFFERED", "false",
                "SERVER_TOMCAT_ACCESSLOG_PATTERN", "%a %r",
                "SERVER_TOMCAT_ACCESSLOG_REQUESTATTRIBUTESENABLED", "true");
        environment.putAll(PostgresServer.environment());
        Process application = start(environment, log);
        try {
            int port = port(application, log);

            HttpUser administrator = HttpUser.throughProxy(port, "203.0.113.7");
            HttpResponse<String> door = administrator.get("/sign-in");
            assertThat(door.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(hsts -> assertThat(hsts).startsWith("max-age="));
            HttpResponse<String> in = administrator.signIn("admin", PASSWORD);
            assertThat(in.headers().firstValue("Location")).hasValue("https://localhost/");
            assertThat(administrator.get("/admin/parties").headers().firstValue("Location"))
                    .hasValue("https://localhost/password");
            administrator.submit(
                    "/password",
                    "/password",
                    Map.of("currentPassword", PASSWORD, "newPassword", OWN, "newPasswordAgain", OWN));
            administrator.signIn("admin", OWN);
            HttpResponse<String> parties = administrator.get("/admin/parties");
            assertThat(parties.statusCode()).isEqualTo(200);
            HttpResponse<String> tasklist = administrator.get("/camunda/app/tasklist/default/");
            for (HttpResponse<String> answer : List.of(door, in, parties, tasklist)) {
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .as(answer.uri().getPath())
                        .allMatch(cookie -> cookie.matches(".*; ?Secure(;.*|$)"));
            }
            assertThat(administrator.get("/api/openapi.json").body()).contains("\"servers\":[{\"url\":\"/\"}]");
            for (String closed : List.of("/api/openapi.json.yaml", "/v3/api-docs", "/swagger-ui/index.html")) {
                assertThat(administrator.get(closed).statusCode()).as(closed).isIn(403, 404);
            }
            assertThat(administrator.get("/no-such-page").body())
                    .contains("<html")
                    .doesNotContain("Whitelabel", "Exception");

            String plain = askedByStranger(port);
            assertThat(plain).startsWith("HTTP/1.1 302").doesNotContain("Strict-Transport-Security", "https://");
            assertThat(accessLog())
                    .contains("203.0.113.7 GET /sign-in HTTP/1.1", STRANGER + " GET /flights HTTP/1.1")
                    .doesNotContain("203.0.113.9");
            assertThat(Files.readString(log)).doesNotContain(PASSWORD, OWN, "Two-Secrets-2");
            assertThat(Files.readAllLines(log))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(new ObjectMapper()
                                    .readTree(line)
                                    .path("message")
                                    .isTextual())
                            .isTrue());

            // Beside it, and without the database whose triggers are ours.
            Path verified = folder.resolve("verified");
            Process auditor = start(environment, verified, "--verify-trail", "--verify-signatures");
            assertThat(auditor.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(auditor.exitValue()).as(Files.readString(verified)).isZero();
            assertThat(Files.readString(verified))
                    .contains("Every version is what was signed", "Every entry is what was written")
                    .doesNotContain("Tomcat");
        } finally {
            application.destroyForcibly().waitFor();
        }
    }

    /** Asks past the proxy, from an address that is not named, and claims to be one. */
    private static String askedByStranger(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            socket.getOutputStream().write("""
                            GET /flights HTTP/1.1
                            Host: localhost
                            X-Forwarded-Proto: https
                            X-Forwarded-For: 203.0.113.9
                            Accept: text/html
                            Connection: close

                            """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private String accessLog() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "access_log*")) {
            return Files.readString(files.iterator().next());
        }
    }

    private static int port(Process application, Path log) throws Exception {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !application.isAlive()
                        || READY.matcher(Files.readString(log)).find());
        Matcher ready = READY.matcher(Files.readString(log));
        assertThat(ready.find()).as(Files.readString(log)).isTrue();
        return Integer.parseInt(ready.group(1));
    }

    /** Everything that production needs, with these variables instead or besides. */
    private static Map<String, String> production(String... others) {
        Map<String, String> environment = new LinkedHashMap<>(DATABASE);
        environment.put("SPRING_PROFILES_ACTIVE", "postgres");
        environment.put("JOINTFLIGHTS_PORT", "0");
        environment.put("JOINTFLIGHTS_HEALTH_PORT", "0");
        environment.put("JOINTFLIGHTS_PROXY", "127.0.0.1, ::1");
        environment.put("JOINTFLIGHTS_ADMIN_PASSWORD", PASSWORD);
        environment.put("JOINTFLIGHTS_ADMIN2_PASSWORD", "Two-Secrets-2");
        for (int i = 0; i < others.length; i += 2) {
            environment.put(others[i], others[i + 1]);
        }
        return environment;
    }

    private Process start(Map<String, String> environment, Path log, String... options) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.command().addAll(List.of(options));
        // Nothing of the machine that tests decides what is tested.
        process.environment().clear();
        process.environment().putAll(environment);
        return process.start();
    }
}
