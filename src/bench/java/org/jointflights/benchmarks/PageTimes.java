package org.jointflights.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jointflights.domain.OperationReference;
import org.jointflights.persistence.overview.GeneratedFlights;
import org.jointflights.process.PostgresServer;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.WholeFlight;
import org.jointflights.process.example.WholeFlight.Point;
import org.jointflights.security.HttpUser;
import org.jointflights.web.overview.FlightSectionTab;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a page takes while 1,000 flights are open, on H2 in memory and on PostgreSQL: the time until the last byte, and the
 * processor time of this process, which is the application and whoever asks it. One flight is played, the others are put into
 * our tables, with ten entries of the trail each.
 */
public final class PageTimes {

    private static final PrintStream OUT = System.out;
    private static final int OPEN = 1_000;
    private static final long SEED = 5;
    private static final int STATES = 5;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** One of every role that has a desk of its own. */
    private static final List<String> READERS = List.of(
            "frcoordinator",
            "frfinance1",
            "frlegal1",
            "frdoctor",
            "frmonitor",
            "frescortleader",
            "fxcoordinator",
            "fxfinance1",
            "rightsofficer1",
            "executive1",
            "manager1",
            "auditor",
            "admin");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int warmUp;
    private final int times;
    private final Map<String, HttpUser> people = new LinkedHashMap<>();

    private PageTimes(int warmUp, int times) {
        this.warmUp = warmUp;
        this.times = times;
    }

    /** The arguments are {@code h2} or {@code postgres}, how often each page is asked for before, and how often it is timed. */
    public static void main(String[] arguments) throws Exception {
        TestClock clock = new TestClock();
        clock.set(PlayedFlights.NOW);
        try (ConfigurableApplicationContext application = start(arguments[0], clock)) {
            OperationReference played = played(application, clock);
            fill(application.getBean(DataSource.class));
            OUT.printf("%n| asked by | page on %s | median | 95th percentile | processor, mean |%n|---|---|---|---|---|%n", arguments[0]);
            new PageTimes(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).ask(application, played);
        }
        System.exit(0);
    }

    private static ConfigurableApplicationContext start(String database, TestClock clock) {
        if (database.equals("h2")) {
            String url = "jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024";
            return ExampleApplication.start(clock, context -> {}, "h2", url, "sa", "");
        }
        Map<String, String> server = PostgresServer.environment();
        return ExampleApplication.start(
                clock,
                context -> {},
                "postgres",
                server.getOrDefault("JOINTFLIGHTS_DATABASE_URL", ""),
                server.getOrDefault("JOINTFLIGHTS_DATABASE_USER", ""),
                server.getOrDefault("JOINTFLIGHTS_DATABASE_PASSWORD", ""));
    }

    private static OperationReference played(ConfigurableApplicationContext application, TestClock clock) {
        ZonedDateTime departure = PlayedFlights.NOW
                .atZone(ZoneId.of("Europe/Paris"))
                .plusDays(Point.GATES_PASSED.days())
                .withHour(9);
        OperationReference played = WholeFlight.organisedBy(0, STATES, departure, application, clock::set)
                .playUntil(Point.GATES_PASSED);
        clock.set(PlayedFlights.NOW);
        return played;
    }

    private static void fill(DataSource database) throws Exception {
        // The played one has the first number.
        new GeneratedFlights(SEED, OPEN, 0, 2).insert(database);
        JdbcClient sql = JdbcClient.create(database);
        sql.sql("""
                insert into trail (reference, at, actor, party, code, arguments)
                select f.reference, f.stage_since - n.x * interval '1' day, 'frcoordinator', f.organiser, 'trail.resumed', '[]'
                from flight f cross join (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10)) n (x)
                """).update();
        sql.sql("analyze").update();
    }

    private void ask(ConfigurableApplicationContext application, OperationReference played) throws Exception {
        int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
        for (String reader : READERS) {
            people.put(reader, HttpUser.signedIn(port, reader));
        }
        for (String reader : READERS) {
            time(port, reader, "/");
        }
        for (String reader : List.of("frcoordinator", "manager1")) {
            List<String> pages = new ArrayList<>(List.of(
                    "/flights", "/flights?waiting=OVERDUE", "/timeline", "/figures", "/search?text=nigeria", "/needs"));
            for (FlightSectionTab tab : FlightSectionTab.values()) {
                pages.add(tab.address(played));
            }
            for (String page : pages) {
                time(port, reader, page);
            }
        }
    }

    private void time(int port, String reader, String page) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + page));
        Objects.requireNonNull(people.get(reader)).identity().forEach(request::header);
        int status = 0;
        for (int i = 0; i < warmUp; i++) {
            status = client.send(request.build(), BodyHandlers.ofByteArray()).statusCode();
        }
        List<Long> taken = new ArrayList<>();
        long processor = MACHINE.getProcessCpuTime();
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            status = client.send(request.build(), BodyHandlers.ofByteArray()).statusCode();
            taken.add(System.nanoTime() - begun);
        }
        long each = (MACHINE.getProcessCpuTime() - processor) / times;
        OUT.printf(
                "| %s | %s | %s | %s | %s |%s%n",
                reader,
                page,
                milliseconds(percentile(taken, 50)),
                milliseconds(percentile(taken, 95)),
                milliseconds(each),
                status == 200 ? "" : " answered with " + status);
    }

    private static String milliseconds(long nanoseconds) {
        return "%.1f ms".formatted(nanoseconds / 1e6);
    }

    private static long percentile(List<Long> all, int percent) {
        return all.stream().sorted().toList().get((all.size() - 1) * percent / 100);
    }
}
