package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jointflights.process.PostgresServer;
import org.jointflights.security.HttpUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Fifty browsers that send a byte of their head every second, fifty that send their bodies so, fifty that take the whole trail
 * by a few bytes a second: beside them somebody else opens pages. As long as the property {@code faults.seconds} says. Run by
 * name; see docs/faults.md.
 */
class SlowClients {

    private static final int MANY = 50;
    private static final Duration LASTING = Duration.ofSeconds(Integer.getInteger("faults.seconds", 40));
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<String, Integer> ended = new ConcurrentHashMap<>();

    @Test
    void beside_them_the_pages_of_others_are_there_within_a_second() throws Exception {
        Map<String, String> environment = PostgresServer.environment();
        ApplicationProcess application = ApplicationProcess.start(folder, ProductionSettings.on(environment));
        try {
            longTrail(environment);
            HttpUser auditor = HttpUser.signedIn(application.port(), "auditor");
            HttpUser other = HttpUser.signedIn(application.port(), "frcoordinator");
            other.get("/flights");
            other.get("/");
            String cookie = auditor.identity().get("Cookie");
            for (int i = 0; i < MANY; i++) {
                slow(
                        "head",
                        application.port(),
                        "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + "x".repeat(500),
                        0);
                slow(
                        "body",
                        application.port(),
                        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 500\r\n\r\n" + "x".repeat(500),
                        110);
                String whole = "GET /trail.csv HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n";
                slow("answer", application.port(), whole, whole.length());
                // Slow is not the same as many at one moment.
                LockSupport.parkNanos(100_000_000);
            }

            // Fifty times what stands between the application and a browser is made at first, which is work like any
            // other.
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofMinutes(2)).until(() -> {
                Instant before = Instant.now();
                other.get("/flights");
                return Duration.between(before, Instant.now()).compareTo(ENOUGH.dividedBy(4)) < 0;
            });
            List<Long> times = new ArrayList<>();
            Instant end = Instant.now().plus(LASTING);
            while (Instant.now().isBefore(end)) {
                for (String page : List.of("/", "/flights", "/notices")) {
                    Instant before = Instant.now();
                    assertThat(other.get(page).statusCode()).isEqualTo(200);
                    times.add(Duration.between(before, Instant.now()).toMillis());
                }
                LockSupport.parkNanos(200_000_000);
            }
            over.set(true);

            times.sort(null);
            LoggerFactory.getLogger(SlowClients.class)
                    .info(
                            "{} pages beside {} slow clients: half within {} ms, 95 of 100 within {} ms, the slowest {} ms; ended early {}",
                            times.size(),
                            3 * MANY,
                            times.get(times.size() / 2),
                            times.get(times.size() * 95 / 100),
                            times.get(times.size() - 1),
                            new TreeMap<>(ended));
            assertThat(times.get(times.size() * 95 / 100)).isLessThan(ENOUGH.toMillis());
        } finally {
            over.set(true);
            application.kill();
        }
    }

    /** So many bytes at once, and then one a second and a half; the answer is read in the same way. */
    private void slow(String kind, int port, String request, int atOnce) {
        Thread thread = new Thread(() -> {
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(1024);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream();
                byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
                out.write(bytes, 0, atOnce);
                for (int at = atOnce; !over.get(); at++) {
                    if (at < bytes.length) {
                        out.write(bytes[at]);
                    } else if (in.read() < 0) {
                        break;
                    }
                    LockSupport.parkNanos(1_500_000_000);
                }
            } catch (IOException cut) {
                ended.merge(kind, 1, Integer::sum);
                return;
            }
            if (!over.get()) {
                ended.merge(kind, 1, Integer::sum);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Ten megabytes: more than stands between the application and a slow reader. */
    private static void longTrail(Map<String, String> environment) {
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(
                environment.get("JOINTFLIGHTS_DATABASE_URL"),
                environment.get("JOINTFLIGHTS_DATABASE_USER"),
                environment.get("JOINTFLIGHTS_DATABASE_PASSWORD")));
        long last = database.sql("select max(number) from chain_link where chain = 'TRAIL'")
                .query(Long.class)
                .single();
        database.sql("""
                        insert into chain_link (chain, number, entry, kept, digest, hash)
                        select chain, number + g * ?, -entry - g * 1000000, kept, digest, hash from chain_link, generate_series(1, 300) g
                        where chain = 'TRAIL'
                        """).param(last).update();
    }
}
