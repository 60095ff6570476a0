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
 * How long the list of flights takes with 100 flights and with 10,000 of which 100 are open, over HTTP and on PostgreSQL:
 * both applications run at the same time and are asked by turns. The flights are put into our tables, so that nothing waits
 * in the engine.
 */
public final class FlightListTimes {

    private static final PrintStream OUT = System.out;
    private static final int WARM_UP = 20;
    private static final List<String> READERS = List.of("manager1", "frcoordinator");

    private static final Map<String, String> ASKED = new LinkedHashMap<>();

    static {
        ASKED.put("list", "/flights");
        ASKED.put("list, its second page", "/flights?page=2");
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
                ConfigurableApplicationContext many = start()) {
            new FlightListTimes().compare(filled(few, 100, 0), filled(many, 100, 9_900), times);
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

    private void compare(Size few, Size many, int times) throws Exception {
        OUT.printf("| asked by | what | 100 flights: p50, p95 | 10,000 flights: p50, p95 | ratio of p50 |%n");
        for (String reader : READERS) {
            for (Map.Entry<String, String> asked : ASKED.entrySet()) {
                List<Long> withFew = new ArrayList<>();
                List<Long> withMany = new ArrayList<>();
                for (int i = 0; i < times + WARM_UP; i++) {
                    long one = time(few, reader, asked.getValue());
                    long other = time(many, reader, asked.getValue());
                    if (i >= WARM_UP) {
                        withFew.add(one);
                        withMany.add(other);
                    }
                }
                OUT.printf(
                        "| %s | %s | %s, %s ms | %s, %s ms | %.2f |%n",
                        reader,
                        asked.getKey(),
                        milliseconds(withFew, 50),
                        milliseconds(withFew, 95),
                        milliseconds(withMany, 50),
                        milliseconds(withMany, 95),
                        (double) percentile(withMany, 50) / percentile(withFew, 50));
            }
        }
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
