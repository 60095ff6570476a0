package org.jointflights.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jointflights.JointFlightsApplication;
import org.jointflights.persistence.overview.GeneratedFlights;
import org.jointflights.process.PostgresServer;
import org.jointflights.security.HttpUser;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long the list of flights takes with 100 open flights, and with 10,000 of which 100 or 1,000 are open, over HTTP and on
 * PostgreSQL: the three applications run at the same time and are asked by turns. The flights and what they wait for are put
 * into our tables; the engine knows nothing of them.
 */
public final class FlightListTimes {

    private static final PrintStream OUT = System.out;
    private static final int WARM_UP = 20;
    private static final List<String> READERS = List.of("manager1", "frlegal1", "frfinance1");

    private static final Map<String, String> ASKED = new LinkedHashMap<>();

    static {
        ASKED.put("list", "/flights");
        ASKED.put("list, its second page", "/flights?page=2");
        ASKED.put("list, overdue", "/flights?waiting=OVERDUE");
        ASKED.put("list, waiting for the reader", "/flights?waiting=MINE");
        ASKED.put("list, text and days", "/flights?text=o&from=2027-01-01&to=2027-12-31");
        ASKED.put("list, by departure, latest first", "/flights?order=LATEST");
        ASKED.put("CSV, first byte", "/flights.csv");
        ASKED.put("JSON, 100 flights", "/api/flights?limit=100");
        ASKED.put("JSON, 100 flights by departure", "/api/flights?limit=100&order=DEPARTURE");
    }

    private final HttpClient client = HttpClient.newHttpClient();

    private record Size(int port, Map<String, Map<String, String>> readers) {}

    private FlightListTimes() {}

    /** The first argument says how often each is asked; 100 times unless given. */
    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 && arguments[0].matches("\\d+") ? Integer.parseInt(arguments[0]) : 100;
        try (ConfigurableApplicationContext few = start();
                ConfigurableApplicationContext many = start();
                ConfigurableApplicationContext busy = start()) {
            new FlightListTimes()
                    .compare(
                            List.of(filled(few, 100, 0), filled(many, 100, 9_900), filled(busy, 1_000, 9_000)), times);
        }
        System.exit(0);
    }

    private static ConfigurableApplicationContext start() {
        Map<String, String> database = PostgresServer.environment();
        return new SpringApplicationBuilder(JointFlightsApplication.class)
                .profiles("example")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--camunda.bpm.database.type=postgres",
                        "--jointflights.example-flights=false",
                        "--spring.datasource.url=" + database.get("JOINTFLIGHTS_DATABASE_URL"),
                        "--spring.datasource.username=" + database.get("JOINTFLIGHTS_DATABASE_USER"),
                        "--spring.datasource.password=" + database.get("JOINTFLIGHTS_DATABASE_PASSWORD"));
    }

    private static Size filled(ConfigurableApplicationContext application, int open, int over) throws Exception {
        DataSource database = application.getBean(DataSource.class);
        new GeneratedFlights(2027, open, over).insert(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
        int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
        Map<String, Map<String, String>> readers = new LinkedHashMap<>();
        for (String reader : READERS) {
            readers.put(reader, HttpUser.signedIn(port, reader).identity());
        }
        return new Size(port, readers);
    }

    private void compare(List<Size> sizes, int times) throws Exception {
        OUT.printf("| asked by | what | 100 flights | 10,000, 100 open | 10,000, 1,000 open | ratios of p50 | of p95 |%n");
        OUT.printf("|---|---|---|---|---|---|---|%n");
        for (String reader : READERS) {
            for (Map.Entry<String, String> asked : ASKED.entrySet()) {
                List<List<Long>> taken = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                for (int i = 0; i < times + WARM_UP; i++) {
                    for (int size = 0; size < sizes.size(); size++) {
                        long time = time(sizes.get(size), reader, asked.getValue());
                        if (i >= WARM_UP) {
                            taken.get(size).add(time);
                        }
                    }
                }
                OUT.printf("| %s | %s |", reader, asked.getKey());
                taken.forEach(of -> OUT.printf(" %s, %s ms |", milliseconds(of, 50), milliseconds(of, 95)));
                OUT.printf(" %s | %s |%n", ratios(taken, 50), ratios(taken, 95));
            }
        }
    }

    private static String ratios(List<List<Long>> taken, int percent) {
        double base = percentile(taken.get(0), percent);
        return "%.2f, %.2f".formatted(percentile(taken.get(1), percent) / base, percentile(taken.get(2), percent) / base);
    }

    /** Until the first byte of a file, and the last one of everything else. */
    private long time(Size size, String reader, String address) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + size.port + address));
        size.readers.get(reader).forEach(request::header);
        long begun = System.nanoTime();
        var answer = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200 || body.read() < 0) {
                throw new IllegalStateException(address + " is answered with " + answer.statusCode());
            }
            long first = System.nanoTime();
            body.readAllBytes();
            return (address.contains(".csv") ? first : System.nanoTime()) - begun;
        }
    }

    private static String milliseconds(List<Long> all, int percent) {
        return "%.1f".formatted(percentile(all, percent) / 1e6);
    }

    private static long percentile(List<Long> all, int percent) {
        return all.stream().sorted().toList().get((all.size() - 1) * percent / 100);
    }
}
