package org.jointflights.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.security.HttpUser;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long the list of flights, a flight's page and Tasklist's lists take with 100 open flights, and with 10,000 of which 100
 * or 1,000 are open, over HTTP and on PostgreSQL: the three applications run at the same time and are asked by turns. A few
 * flights are played, the others copied from them in the tables of the engine and in ours.
 */
public final class FlightListTimes {

    private static final PrintStream OUT = System.out;
    private static final int WARM_UP = 10;

    /** Their places among the played ones that are open or closed; France takes part in both. */
    private static final int FRENCH_AND_SIGNED = 16;

    private static final int FRENCH_AND_CLOSED = 1;

    private static final List<String> READERS = List.of("manager1", "frcoordinator", "frfinance1");

    /** How Tasklist asks for the first page of what it shows. */
    private static final String FIRST_TASKS = "/list?firstResult=0&maxResults=15";

    private static final String NEWEST = "{\"active\":true,\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}";

    private final HttpClient client = HttpClient.newHttpClient();

    private record Asked(String what, String address) {}

    private record Size(int port, Map<String, Map<String, String>> readers) {}

    private FlightListTimes() {}

    /**
     * The arguments are the folder where the databases are kept, how often each is asked, of how many days the engine has its
     * history, and a pattern of what is asked, if not all is.
     */
    public static void main(String[] arguments) throws Exception {
        int times = Integer.parseInt(arguments[1]);
        int kept = Integer.parseInt(arguments[2]);
        String only = arguments.length > 3 ? arguments[3] : ".*";
        try (FlightDatabases databases = new FlightDatabases(Path.of(arguments[0]), kept)) {
            String few = databases.of(100, 4);
            String open = databases.references(FlightDatabases.PLAYED, "<>").get(FRENCH_AND_SIGNED);
            String closed = databases.references(FlightDatabases.PLAYED, "=").get(FRENCH_AND_CLOSED);
            try (ConfigurableApplicationContext first = databases.start(few);
                    ConfigurableApplicationContext many = databases.start(databases.of(100, 9_900));
                    ConfigurableApplicationContext busy = databases.start(databases.of(1_000, 9_000))) {
                new FlightListTimes()
                        .compare(List.of(signedIn(first), signedIn(many), signedIn(busy)), open, closed, times, only);
            }
        }
        System.exit(0);
    }

    private static Size signedIn(ConfigurableApplicationContext application) {
        int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
        Map<String, Map<String, String>> readers = new LinkedHashMap<>();
        for (String reader : READERS) {
            readers.put(reader, HttpUser.signedIn(port, reader).identity());
        }
        return new Size(port, readers);
    }

    private List<Asked> asked(Size size, String reader, String open, String closed) throws Exception {
        List<Asked> asked = new ArrayList<>(List.of(
                new Asked("page of an open flight", "/flights/" + open),
                new Asked("page of a closed flight", "/flights/" + closed),
                new Asked("model of an open flight", "/flights/" + open + "/models/jointFlight.bpmn"),
                new Asked("model of a closed flight", "/flights/" + closed + "/models/jointFlight.bpmn")));
        for (JsonNode filter :
                new ObjectMapper().readTree(get(size, reader, HttpUser.ENGINE + "/filter?resourceType=Task&firstResult=0&maxResults=50"))) {
            String name = filter.path("name").asText();
            String address = HttpUser.ENGINE + "/filter/" + filter.path("id").asText();
            asked.add(new Asked("Tasklist, “" + name + "”", address + FIRST_TASKS));
            asked.add(new Asked("Tasklist, count of “" + name + "”", address + "/count"));
        }
        asked.addAll(List.of(
                new Asked("list", "/flights"),
                new Asked("list, its second page", "/flights?page=2"),
                new Asked("list, one stage", "/flights?stage=APPROVAL"),
                new Asked("list, overdue", "/flights?waiting=OVERDUE"),
                new Asked("list, waiting for the reader", "/flights?waiting=MINE"),
                new Asked("list, text and days", "/flights?text=o&from=2026-01-01&to=2027-12-31"),
                new Asked("list, a reference", "/flights?text=" + open),
                new Asked("list, by departure, latest first", "/flights?order=LATEST"),
                new Asked("JSON, 100 flights", "/api/flights?limit=100"),
                new Asked("JSON, 100 flights by departure", "/api/flights?limit=100&order=DEPARTURE"),
                new Asked("CSV, first byte", "/flights.csv")));
        return asked;
    }

    private void compare(List<Size> sizes, String open, String closed, int times, String only) throws Exception {
        OUT.printf("| asked by | what | 100 flights | 10,000, 100 open | 10,000, 1,000 open | ratios of p50 | of p95 |%n");
        OUT.printf("|---|---|---|---|---|---|---|%n");
        for (String reader : READERS) {
            for (Asked asked : asked(sizes.get(0), reader, open, closed)) {
                if (asked.what.matches(only)) {
                    compare(sizes, reader, asked, times);
                }
            }
        }
    }

    private void compare(List<Size> sizes, String reader, Asked asked, int times) throws Exception {
        List<List<Long>> taken = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < times + WARM_UP; i++) {
            for (int turn = 0; turn < sizes.size(); turn++) {
                int size = (i + turn) % sizes.size();
                long time = time(sizes.get(size), reader, asked.address);
                if (i >= WARM_UP) {
                    taken.get(size).add(time);
                }
            }
        }
        OUT.printf("| %s | %s |", reader, asked.what);
        taken.forEach(of -> OUT.printf(" %s, %s ms |", milliseconds(of, 50), milliseconds(of, 95)));
        OUT.printf(" %s | %s |%n", ratios(taken, 50), ratios(taken, 95));
    }

    private static String ratios(List<List<Long>> taken, int percent) {
        double base = percentile(taken.get(0), percent);
        return "%.2f, %.2f".formatted(percentile(taken.get(1), percent) / base, percentile(taken.get(2), percent) / base);
    }

    private String get(Size size, String reader, String address) throws IOException, InterruptedException {
        HttpRequest request = request(size, reader, address)
                .header("Accept", "application/json")
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static HttpRequest.Builder request(Size size, String reader, String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + size.port + address));
        size.readers.get(reader).forEach(request::header);
        return address.endsWith(FIRST_TASKS)
                ? request.header("Accept", "application/hal+json")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(NEWEST))
                : request;
    }

    /** Until the first byte of a file, and the last one of everything else. */
    private long time(Size size, String reader, String address) throws IOException, InterruptedException {
        HttpRequest request = request(size, reader, address).build();
        long begun = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200 || body.read() < 0) {
                throw new IllegalStateException(address + " is answered with " + answer.statusCode());
            }
            long first = System.nanoTime();
            // Left alone the application would go on writing while others are asked.
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
