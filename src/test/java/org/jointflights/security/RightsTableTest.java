package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jointflights.security.EngineResources.Address;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address that Camunda's classes and ours offer, asked for by somebody of every role: whoever is not turned away is
 * named in the table of docs/rights.md, and nobody else.
 */
@OverHttp
class RightsTableTest {

    private static final Path TABLE = Path.of("docs", "rights.md");

    /** One person of each role, and what the table calls them. */
    private static final Map<String, String> PEOPLE = people();

    private static final Set<String> WATCHERS = Set.of("manager", "auditor", "administrator");

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping pages;

    @Autowired
    private Clock clock;

    @Test
    void whoever_is_let_through_is_named_in_the_table_and_nobody_else() throws IOException {
        Set<Address> addresses = addresses();
        Map<String, Set<String>> open = new TreeMap<>();
        for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
            HttpUser visitor = HttpUser.signedIn(port, person.getValue());
            // One page stays open: made anew before each of some 3,800 requests it was a third of what the server did.
            String token = visitor.token();
            for (Address address : addresses) {
                if (isLetThrough(visitor, address, token)) {
                    open.computeIfAbsent(address.method() + " " + address.path(), key -> new TreeSet<>())
                            .add(person.getKey());
                }
            }
        }

        assertThat(addresses).hasSizeGreaterThan(500);
        Map<String, String> found = new TreeMap<>();
        open.forEach((address, people) -> found.put(address, group(people)));
        Path written = Path.of("target", "rights-found.txt");
        Files.write(
                written,
                found.entrySet().stream()
                        .map(line -> "| " + line.getValue() + " | `" + line.getKey() + "` |")
                        .sorted()
                        .toList());
        assertThat(found).as("what was found is written to " + written).isEqualTo(table());
    }

    @Test
    void without_signing_in_nothing_is_open_but_the_door() throws IOException {
        HttpUser stranger = new HttpUser(port, "en");
        List<String> open = new ArrayList<>();
        for (Address address : addresses()) {
            int status = stranger.send(address.method(), address.filled(), "{}").statusCode();
            if (status != 401 && status != 302 && status != 403) {
                open.add(address + " " + status);
            }
        }

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "Address[method=GET, path=/sign-in] 200",
                        "Address[method=GET, path=/calendar/{secret}.ics] 404");
    }

    /** The strongest person's token opens what it was made for; everywhere else its owner is a stranger. */
    @Test
    void a_token_opens_no_address_outside_of_api_and_decides_nothing_there() throws IOException {
        Map<String, List<String>> open = new TreeMap<>();
        for (String person : List.of("admin", "manager1", "frcoordinator")) {
            HttpProgram program = HttpProgram.with(port, tokenOf(person));
            for (Address address : addresses()) {
                int status = program.send(address.method(), address.filled(), "{}", "")
                        .statusCode();
                if (status != 401 && status != 302 && status != 403) {
                    open.computeIfAbsent(person, key -> new ArrayList<>()).add(address.method() + " " + address.path());
                }
            }
        }

        List<String> everybodys = List.of(
                "GET /api/flights",
                "GET /api/flights/{reference}",
                "GET /api/flights/{reference}/final-posting",
                "GET /api/flights/{reference}/statement",
                "GET /api/openapi.json",
                // Where the secret in the address is none of a calendar's, there is nothing: 404.
                "GET /calendar/{secret}.ics",
                "GET /sign-in",
                "POST /api/cost-sharing/compare",
                "POST /api/cost-sharing/keys",
                "POST /api/cost-sharing/preview");
        assertThat(open.get("admin")).containsExactlyInAnyOrderElementsOf(everybodys);
        assertThat(open.get("frcoordinator")).containsExactlyInAnyOrderElementsOf(everybodys);
        assertThat(open.get("manager1"))
                .contains("GET /api/rounding", "GET /api/figures", "GET /api/figures/{figure}")
                .hasSize(everybodys.size() + 3);
    }

    private String tokenOf(String person) {
        Matcher secret = Pattern.compile("jf_[A-Za-z0-9_-]{43}")
                .matcher(HttpUser.signedIn(port, person)
                        .submit(
                                "/tokens",
                                "/tokens",
                                Map.of(
                                        "currentPassword",
                                        HttpUser.PASSWORD,
                                        "tokenName",
                                        "everything",
                                        "scope",
                                        "READ,COMPUTE",
                                        "expires",
                                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                                .toString()))
                        .body());
        assertThat(secret.find()).isTrue();
        return secret.group();
    }

    private static boolean isLetThrough(HttpUser visitor, Address address, String token) {
        String target = address.filled();
        if (target.endsWith("/logout")) {
            return true;
        }
        if (!target.startsWith("/camunda/")) {
            return visitor.sendToOurs(address.method(), target, "{}", token).statusCode() != 403;
        }
        HttpResponse<String> answer = visitor.send(address.method(), target, "{}");
        // Behind an open address the engine may still refuse what a person may not see, in another sentence.
        return answer.statusCode() != 403
                || !(answer.body().isEmpty() || answer.body().contains("This address is closed to you."));
    }

    private Set<Address> addresses() {
        Set<Address> all = new TreeSet<>(EngineResources.all());
        pages.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> all.add(new Address(method.name(), path)))));
        return all;
    }

    private static String group(Set<String> people) {
        if (people.equals(PEOPLE.keySet())) {
            return "everybody";
        }
        return people.equals(WATCHERS) ? "watchers" : String.join(", ", people);
    }

    private static Map<String, String> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .map(line -> line.split("\\|", -1))
                .collect(Collectors.toMap(
                        cells -> cells[2].strip().replace("`", ""),
                        cells -> cells[1].strip(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("coordinator", "frcoordinator");
        people.put("finance", "frfinance1");
        people.put("legal", "frlegal1");
        people.put("doctor", "frdoctor");
        people.put("monitor", "frmonitor");
        people.put("escort leader", "frescortleader");
        people.put("rights officer", "rightsofficer1");
        people.put("executive", "executive1");
        people.put("manager", "manager1");
        people.put("auditor", "auditor");
        people.put("administrator", "admin");
        return people;
    }
}
