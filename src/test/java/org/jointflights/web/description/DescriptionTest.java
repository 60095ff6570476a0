package org.jointflights.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.settlement.CarryBook;
import org.jointflights.application.settlement.Claims;
import org.jointflights.application.settlement.Statements;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.Carry;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.process.example.ExampleUsers;
import org.jointflights.security.HttpProgram;
import org.jointflights.security.HttpUser;
import org.jointflights.security.RawRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The description of the API and the API say the same: asked over HTTP, with the example's flights at their different
 * stages, every answer is one that is described, and whatever is described has been answered.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:description;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
            "camunda.bpm.job-execution.enabled=false",
            "management.server.port=0"
        })
@ActiveProfiles("example")
@DirtiesContext
class DescriptionTest {

    private static final String JSON = "application/json";
    private static final String ADDRESS = "/api/openapi.json";
    private static final String RECOVERED = "/api/flights/RO-2009-022";
    private static final String CLOSED = "/api/flights/RO-2010-001";
    private static final String SHARING = "/api/flights/RO-2010-037";
    private static final String APPROVAL = "/api/flights/RO-2014-012";
    private static final String BOARDING = "/api/flights/RO-2015-058";
    private static final List<String> POSTS = List.of(
            "/api/cost-sharing/preview", "/api/cost-sharing/keys", "/api/cost-sharing/compare", SHARING + "/suspend");

    private static final String INPUT = """
            {"currency": "EUR", "participants": [{"party": "FR", "committed": {"returnees": 1}}, {"party": "GB", "committed": {"returnees": 2}}],
             "items": [{"id": 1, "description": "charter", "amount": "90.00", "payer": "FR", "sharers": ["FR", "GB"], "key": "EQUAL"}],
             "quotes": [{"parties": ["FR"], "cost": "30.00"}, {"parties": ["GB"], "cost": "80.00"}]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping routes;

    @Autowired
    private ExampleUsers exampleUsers;

    @Autowired
    private List<FlightAct> acts;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Flights flights;

    @Autowired
    private Claims claims;

    @Autowired
    private Statements statements;

    @Autowired
    private CarryBook carries;

    @Autowired
    private JdbcClient database;

    private final Map<String, HttpUser> people = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Contract contract;

    @BeforeEach
    void read() {
        contract = new Contract(as("manager1").get(ADDRESS).body());
    }

    @Test
    void every_answer_is_as_described_and_whatever_is_described_is_answered() {
        flightsAsTheyAre();
        costSharing();
        acts();
        whatComesSeldom();
        flightsAsTheyAre();
        roundingAndCarries();
        figures();
        refusals();

        assertThat(faults).isEmpty();
        assertThat(contract.asked()).isEqualTo(contract.promised());
        assertThat(contract.fieldsSeen()).containsAll(contract.fieldsOfAnswers());
    }

    @Test
    void every_route_of_the_api_is_described_and_nothing_else() {
        Set<String> ours = new TreeSet<>();
        routes.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") && !path.startsWith(ADDRESS))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> ours.add(method + " " + path))));

        assertThat(contract.operations()).isEqualTo(ours).hasSize(11);
    }

    @Test
    void it_is_one_text_for_everybody_and_calls_the_server_by_no_name_that_a_request_gives() {
        String text = as("manager1").get(ADDRESS).body();
        JsonNode description = Contract.json(text);

        assertThat(as("frcoordinator").get(ADDRESS).body()).isEqualTo(text);
        HttpUser french = new HttpUser(port, "fr");
        french.signIn("gbfinance1", "Joint-2026!");
        assertThat(french.get(ADDRESS).body()).isEqualTo(text);
        Map<String, String> headers = new HashMap<>(as("manager1").identity());
        headers.put("Host", "elsewhere.example");
        headers.put("X-Forwarded-Host", "elsewhere.example");
        RawRequest.Answer forged = new RawRequest("GET", ADDRESS, headers, "").sendTo(port);
        assertThat(forged.status()).isEqualTo(200);
        assertThat(forged.text()).endsWith(text).doesNotContain("elsewhere");

        assertThat(description.get("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        assertThat(description.at("/info/title").asText()).isEqualTo("Joint Flights");
        assertThat(description.at("/info/version").asText()).isNotEmpty();
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(
                                contract.operation(operation).path("summary").asText())
                        .as(operation)
                        .isNotEmpty());
        assertThat(text).doesNotContain("org.jointflights");
    }

    @Test
    void amounts_are_whole_numbers_that_say_what_they_count() {
        JsonNode amount = Contract.json(as("manager1").get(ADDRESS).body()).at("/components/schemas/MinorUnits");

        assertThat(amount.get("type").asText()).isEqualTo("integer");
        assertThat(amount.get("description").asText()).contains("whole minor units");
        assertThat(contract.at("StatementLine", List.of("paidMinor"))).isEqualTo(amount);
    }

    @Test
    void it_is_served_at_one_address_to_people_signed_in() {
        assertThat(new HttpUser(port, "en").get(ADDRESS).statusCode()).isEqualTo(401);
        for (String other : List.of(
                ADDRESS + ".yaml",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/v3/api-docs/swagger-config",
                "/swagger-ui",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html")) {
            assertThat(new HttpUser(port, "en").get(other).statusCode())
                    .as(other)
                    .isIn(302, 401);
            for (String somebody : List.of("frcoordinator", "manager1", "admin")) {
                assertThat(as(somebody).get(other).statusCode()).as(other).isIn(403, 404);
            }
        }
    }

    @Test
    void the_body_of_each_act_has_the_fields_of_its_form() {
        for (FlightAct act : acts) {
            String name = Arrays.stream(act.path().split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining());
            assertThat(contract.fields(name)).as(name).containsExactlyInAnyOrderElementsOf(act.fields());
        }
    }

    @Test
    void the_filters_of_the_list_are_those_that_are_read() {
        List<String> filters = new ArrayList<>();
        contract.operation("GET /api/flights")
                .get("parameters")
                .forEach(filter -> filters.add(filter.get("name").asText()));

        assertThat(filters)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Arrays.stream(FlightFilter.class.getRecordComponents())
                                        .map(RecordComponent::getName),
                                Stream.of("limit", "after"))
                        .toList());
    }

    private void flightsAsTheyAre() {
        List<String> filters =
                new ArrayList<>(List.of("", "?text=LOS", "?limit=1", "?party=GB", "?from=2020-01-01&to=2020-01-02"));
        for (Stage stage : Stage.values()) {
            filters.add("?stage=" + stage);
        }
        for (FlightFilter.Waiting waiting : FlightFilter.Waiting.values()) {
            filters.add("?waiting=" + waiting);
        }
        for (FlightFilter.Order order : FlightFilter.Order.values()) {
            filters.add("?order=" + order);
        }
        for (String reader : List.of("manager1", "auditor", "gbcoordinator", "frfinance1", "rightsofficer1")) {
            filters.forEach(filter -> get(reader, "/api/flights" + filter, 200));
        }
        for (OperationReference flight :
                flights.all().stream().map(one -> one.reference()).toList()) {
            for (String reader : List.of("manager1", "auditor")) {
                get(reader, "/api/flights/" + flight, 200);
                get(reader, "/api/flights/" + flight + "/statement", 200);
            }
        }
        for (String flight : List.of(CLOSED, SHARING, BOARDING)) {
            for (String reader : List.of("frcoordinator", "gbfinance2")) {
                get(reader, flight, 200);
                get(reader, flight + "/statement", 200);
            }
        }
        get("itcoordinator", APPROVAL, 200);
        get("itfinance1", APPROVAL + "/statement", 200);
        get("manager1", CLOSED + "/final-posting", 200);
    }

    private void costSharing() {
        for (String input : List.of(INPUT, INPUT.replace("EQUAL", "PER_RETURNEE"), CostInputDescriptionTest.FULL)) {
            send("frfinance1", "/api/cost-sharing/preview", input, 200);
            send("frfinance1", "/api/cost-sharing/keys", input, 200);
            act("frfinance1", "/api/cost-sharing/keys?explain=NUCLEOLUS", input, 200);
            send("frfinance1", "/api/cost-sharing/compare", "{\"before\":" + INPUT + ",\"after\":" + input + "}", 200);
        }
        // Without quotes and a route nobody knows what a party adds.
        send("frfinance1", "/api/cost-sharing/keys", INPUT.replaceFirst("(?s),\\s*\"quotes\".*", "}"), 200);
    }

    /** A flight of its own is planned anew in every way; of the example's, one is suspended and one cancelled. */
    private void acts() {
        OperationReference own = proposed();
        String flight = "/api/flights/" + own;
        for (String party : List.of("fr", "gb", "es")) {
            exampleUsers.complete(
                    party + "coordinator",
                    "userTask_answerOffer",
                    own,
                    Map.of(
                            "takesPart",
                            "yes",
                            "returnees",
                            10L,
                            "escorts",
                            20L,
                            "embarkation",
                            Map.of("fr", "CDG", "gb", "STN", "es", "MAD").get(party),
                            "answerFinal",
                            "no"));
        }
        get("frcoordinator", flight, 200);
        get("gbcoordinator", flight, 200);
        act("frcoordinator", flight + "/close-answers", "", 204);
        act(
                "frcoordinator",
                flight + "/change-plan",
                "{\"embarkations\":\"CDG, STN, MAD\",\"destinations\":\"LOS\",\"capacity\":210,\"reason\":\"larger\"}",
                204);
        LocalDate later = flights.get(own).departure().toLocalDate().plusDays(7);
        act("frcoordinator", flight + "/postpone", "{\"departure\":\"" + later + " 08:00\",\"reason\":\"slot\"}", 204);
        act("gbcoordinator", flight + "/withdraw", "{\"party\":\"GB\",\"cause\":\"LEGAL\",\"reason\":\"court\"}", 204);
        exampleUsers.runJobs(own);
        act(
                "gbdoctor",
                flight + "/report-incident",
                "{\"channel\":\"EXCEPTIONAL\",\"incidentCategory\":\"CATEGORY_4\",\"incidentPhase\":\"BEFORE_DEPARTURE\","
                        + "\"personsConcerned\":2,\"whatHappened\":\"restrained without cause\"}",
                204);
        act(
                "gbcoordinator",
                flight + "/register-complaint",
                "{\"receivedOn\":\""
                        + flights.get(own).departure().toLocalDate().minusYears(1)
                        + "\",\"complaintLanguage\":\"ar\",\"complaintAbout\":\"FX\",\"complaintReference\":\"2026-114\"}",
                204);
        get("rightsofficer1", flight, 200);
        get("manager1", flight, 200);
        exampleUsers.completeAll(
                "userTask_giveGo",
                new OperationReference("RO-2014-012"),
                form -> Map.of("answer", "REFUSE", "reason", "too dear"));
        act(
                "itcoordinator",
                APPROVAL + "/change-plan",
                "{\"embarkations\":\"FCO\",\"destinations\":\"LOS\",\"capacity\":\"240\",\"reason\":\"smaller\"}",
                204);
        exampleUsers.runJobs(new OperationReference("RO-2014-012"));
        act("rightsofficer1", APPROVAL + "/suspend", "{\"reason\":\"a report is examined\"}", 204);
        act("manager1", BOARDING + "/cancel", "{\"reason\":\"airspace closed\",\"causedBy\":\"GB\"}", 204);
        exampleUsers.runJobs(new OperationReference("RO-2015-058"));
        act("manager1", BOARDING + "/cancel", "{\"reason\":\"again\",\"causedBy\":\"NOBODY\"}", 409);
    }

    /** What would need a colleague, a mail server, or a statement that is computed anew. */
    private void whatComesSeldom() {
        arbitrated();
        recovered();
        Task task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_acceptShare")
                .taskCandidateGroup("FRfinance")
                .singleResult();
        exampleUsers.as("frfinance1", () -> tasks.claim(task.getId(), "frfinance1"));
        database.sql("update outbox set sent = created").update();
        database.sql("""
                        insert into landed_back (reference, run, party, landed, missing, counted_by, at)
                        select reference, run, 'FR', 2, 0, 'frescortleader', opened from operation_run
                        where reference = 'RO-2010-001'
                        """).update();
        database.sql("""
                        insert into permit (reference, kind, state, number, requested, answer, extended, answered, valid_until)
                        values ('RO-2015-058', 'TRANSIT', 'DE', 'T-1', current_timestamp, 'GRANTED', false, current_timestamp,
                            current_date)
                        """).update();
        database.sql("update posting set reverses = 1 where reference = 'RO-2010-001' and number = 2")
                .update();
    }

    private OperationReference proposed() {
        LocalDate day = flights.get(new OperationReference("RO-2010-037"))
                .departure()
                .toLocalDate()
                .plusDays(40);
        String form = """
                {"variables": {"organiser": {"value": "FR"}, "type": {"value": "JRO"}, "legalBasis": {"value": "Invented"}, "destination": {"value": "Nigeria"},
                 "embarkations": {"value": "CDG, STN, MAD"}, "destinations": {"value": "LOS"},
                 "departure": {"value": "%s 09:30"}, "capacity": {"value": 200, "type": "Long"},
                 "invited": {"value": "GB, ES"}}}""".formatted(day);
        HttpResponse<String> started = as("frcoordinator")
                .send("POST", HttpUser.ENGINE + "/process-definition/key/jointFlight/submit-form", form);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        OperationReference own = new OperationReference(
                Contract.json(started.body()).get("businessKey").asText());
        exampleUsers.runJobs(own);
        return own;
    }

    /** Nobody objects twice to the accounts of the example. */
    private void arbitrated() {
        OperationReference closed = new OperationReference(CLOSED.substring(CLOSED.lastIndexOf('/') + 1));
        Statement statement = statements.current(closed).orElseThrow();
        statements.decided(
                closed,
                statement.version(),
                Arbitration.decided(
                        statement,
                        Arbitration.Decision.CORRECT,
                        1L,
                        new TreeSet<>(Set.of(new Party("FR"), new Party("GB"))),
                        "executive1",
                        Instant.now()));
    }

    /** Of one flight of the example something was found wrong. */
    private void recovered() {
        get("auditor", RECOVERED + "/statement", 200);
    }

    /** A share that a carry came into, and one that floors and caps keep out of every account. */
    private void roundingAndCarries() {
        get("manager1", "/api/rounding", 200);
        Party france = new Party("FR");
        Party kingdom = new Party("GB");
        List<Party> both = List.of(france, kingdom);
        BigFraction third = BigFraction.of(1, 3);
        long claim = claims.of(new OperationReference("RO-2010-001")).get(0).id();
        carries.post(
                new FinalPosting(
                        new OperationReference("RO-2015-058"),
                        1,
                        Instant.EPOCH,
                        List.of(
                                new FinalShare(
                                        claim, "charter", france, both, third, Money.euro(0), Money.euro(1), third),
                                new FinalShare(
                                        claim,
                                        "fees",
                                        kingdom,
                                        List.of(),
                                        third,
                                        Money.euro(0),
                                        Money.euro(0),
                                        BigFraction.ZERO))),
                CarryAccounts.of(List.of(
                        new Carry(Money.EUR, both, france, third),
                        new Carry(Money.EUR, both, kingdom, third.negate()))));
        get("gbfinance1", BOARDING + "/final-posting", 200);
        get("auditor", "/api/rounding", 200);
    }

    private void figures() {
        // The aircraft of the example's flights are all on record.
        database.sql("update flight set capacity = 0 where reference = 'RO-2010-001'")
                .update();
        for (String address : List.of("", "?from=2009-01-01&to=2010-12-31&organiser=FR", "?destination=nigeria")) {
            get("executive1", "/api/figures" + address, 200);
        }
        for (Indicator indicator : Indicator.values()) {
            get("auditor", "/api/figures/" + indicator.address(), 200);
        }
        get("manager1", "/api/figures/luck", 404);
        for (String address : List.of("/api/figures", "/api/figures/fill-rate")) {
            get("", address, 401);
            get("frfinance1", address, 403);
            get("manager1", address + "?organiser=UK", 400);
        }
    }

    private void refusals() {
        String nobodys = "/api/flights/JRO-1999-0001";
        for (String more : List.of("", "/statement", "/final-posting")) {
            get("manager1", nobodys + more, 404);
            get("itcoordinator", SHARING + more, 403);
            get("", SHARING + more, 401);
        }
        get("manager1", SHARING + "/final-posting", 404);
        get("", "/api/flights", 401);
        get("", "/api/rounding", 401);
        get("frfinance1", "/api/rounding", 403);
        for (String wrong : List.of("stage=FLYING", "from=1.6.2027", "party=UK", "from=2027-02-02&to=2027-02-01")) {
            get("manager1", "/api/flights?" + wrong, 400);
        }
        database.sql("insert into password_state (person, version, one_time) values ('befinance2', 0, true)")
                .update();
        get("befinance2", "/api/flights", 403);

        for (String post : POSTS) {
            act("rightsofficer1", post, "{", 400);
            hold("POST", post, new HttpUser(port, "en").sendFrom("/sign-in", "POST", post, JSON, "{}"), 401);
            hold("POST", post, as("manager1").sendBytes("POST", post, JSON, bytes("{}")), 403);
            hold("POST", post, as("manager1").sendFrom("/", "POST", post, "text/plain", "{}"), 415);
            raw(post, Map.of("Transfer-Encoding", "chunked"), "2\r\n{}\r\n0\r\n\r\n", 411);
            raw(post, Map.of("Content-Length", "3000000"), "", 413);
        }
        tokens();
        act("frcoordinator", SHARING + "/suspend", "{\"reason\":\"r\"}", 403);
        act("frcoordinator", SHARING + "/land", "{}", 404);
        act("manager1", nobodys + "/cancel", "{\"reason\":\"r\",\"causedBy\":\"NOBODY\"}", 404);
    }

    /** A program with its owner's token, with one that does not work, and with one that has been sent too often. */
    private void tokens() {
        String page = as("manager1")
                .submit(
                        "/tokens",
                        "/tokens",
                        Map.of(
                                "currentPassword",
                                HttpUser.PASSWORD,
                                "tokenName",
                                "description",
                                "scope",
                                "READ,COMPUTE",
                                "expires",
                                LocalDate.now(ZoneOffset.UTC).plusDays(1).toString()))
                .body();
        HttpProgram good = HttpProgram.with(port, page.replaceFirst("(?s).*>(jf_[\\w-]+)<.*", "$1"));
        hold("GET", "/api/flights", good.get("/api/flights"), 200);
        hold("POST", POSTS.get(0), good.post(POSTS.get(0), "{"), POSTS.get(0).contains("cost-sharing") ? 400 : 403);
        HttpProgram wrong = HttpProgram.with(port, "jf_wrong");
        hold("GET", "/api/flights", wrong.get("/api/flights"), 401);
        List<String> reads = List.of(
                "/api/flights",
                SHARING,
                SHARING + "/statement",
                SHARING + "/final-posting",
                "/api/rounding",
                "/api/figures",
                "/api/figures/fill-rate");
        reads.forEach(target -> hold("GET", target, refusedAsTooOften(wrong, "GET", target), 429));
        POSTS.forEach(target -> hold("POST", target, refusedAsTooOften(wrong, "POST", target), 429));
    }

    /** The wait doubles with each try that is looked at, so that one of the next is refused unseen. */
    private static HttpResponse<String> refusedAsTooOften(HttpProgram program, String method, String target) {
        HttpResponse<String> answer = program.send(method, target, "{}", "");
        for (int i = 0; i < 10 && answer.statusCode() != 429; i++) {
            answer = program.send(method, target, "{}", "");
        }
        return answer;
    }

    private void raw(String target, Map<String, String> more, String body, int status) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", JSON);
        headers.put("Accept", JSON);
        RawRequest.Answer answer = new RawRequest("POST", target, headers, body).sendTo(port);
        String[] parts = answer.text().split("\r\n\r\n", 2);
        String type = parts[0].replaceFirst("(?is).*\r\ncontent-type: *([^\r]+).*", "$1");
        String whole = parts[1].replaceFirst("^[0-9a-f]+\r\n", "").replaceFirst("\r\n0\r\n\r\n$", "");
        hold("POST", target, answer.status(), type, whole, status);
    }

    private void get(String reader, String target, int status) {
        HttpResponse<String> answer = reader.isEmpty()
                ? new HttpUser(port, "en").get(target)
                : as(reader).get(target);
        hold("GET", target, answer, status);
    }

    /** What is taken is also described. */
    private void send(String who, String target, String body, int status) {
        act(who, target, body, status);
        faults.addAll(contract.faultsOfRequest("POST " + target, body));
    }

    private void act(String who, String target, String body, int status) {
        hold("POST", target, as(who).sendToOurs("POST", target, body), status);
        if (status == 204 && !body.isEmpty()) {
            faults.addAll(contract.faultsOfRequest("POST /api/flights/{reference}/{act}", body));
        }
    }

    private void hold(String method, String target, HttpResponse<String> answer, int expected) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        hold(method, target, answer.statusCode(), type, answer.body(), expected);
    }

    private void hold(String method, String target, int status, String type, String body, int expected) {
        if (status != expected) {
            faults.add(method + " " + target + " answered " + status + ": " + body);
        }
        faults.addAll(contract.faults(method, target, status, type, body));
    }

    private HttpUser as(String name) {
        return people.computeIfAbsent(name, person -> HttpUser.signedIn(port, person));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
