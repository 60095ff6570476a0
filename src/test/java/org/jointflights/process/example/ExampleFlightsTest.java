package org.jointflights.process.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jointflights.JointFlightsApplication;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.example.ShowSignInHint;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.People;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.process.StoredTexts;
import org.jointflights.web.settlement.spreadsheet.RecalculatedBook;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The first start of the example: five real operations, each at another point of its life, with something to do for all. It
 * is the second attempt: the first broke off in the middle of the second flight. What goes on from there stands in classes of its own and
 * is run from here, in this order: given to the two machines that the tests are shared out to, each would make the flights once more.
 */
@SpringBootTest(
        properties = {"spring.datasource.url=" + ExampleFlightsTest.DATABASE, "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureMockMvc
@ActiveProfiles("example")
@ContextConfiguration(initializers = ExampleFlightsTest.BrokenOff.class)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ExampleFlightsTest {

    @Nested
    @Order(1)
    class Boarding extends BoardingToTheEndTest {}

    @Nested
    @Order(2)
    class Beginning extends BeginningToTheEndTest {}

    @Nested
    @Order(3)
    class AheadOfTime extends AheadOfTimeTest {}

    private static final OperationReference TO_THE_END = new OperationReference("RO-2009-022");
    private static final OperationReference CLOSED = new OperationReference("RO-2010-001");
    private static final OperationReference SHARING = new OperationReference("RO-2010-037");
    private static final OperationReference APPROVAL = new OperationReference("RO-2014-012");
    private static final OperationReference BOARDING = new OperationReference("RO-2015-058");

    static final String DATABASE = "jdbc:h2:mem:example;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024";

    /** What stood in the database after the start that broke off. */
    private static final List<String> FLIGHTS_LEFT = new ArrayList<>();

    private static final List<String> WORK_LEFT = new ArrayList<>();

    /** A start before this one, on the same database, that ends where a line of the second flight's budget is entered. */
    static final class BrokenOff implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final String HERE = "broken off here";

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            assertThatThrownBy(() -> new SpringApplicationBuilder(JointFlightsApplication.class)
                            .initializers(broken -> broken.getBeanFactory().addBeanPostProcessor(new AtTheBudget()))
                            .run(
                                    "--spring.profiles.active=example",
                                    "--spring.datasource.url=" + DATABASE,
                                    "--server.port=0",
                                    "--camunda.bpm.job-execution.enabled=false",
                                    "--camunda.bpm.process-engine-name=broken-off",
                                    "--camunda.bpm.webapp.enabled=false"))
                    .hasStackTraceContaining(HERE);
            JdbcClient database = JdbcClient.create(new DriverManagerDataSource(DATABASE, "sa", ""));
            FLIGHTS_LEFT.addAll(database.sql("select reference from flight")
                    .query(String.class)
                    .list());
            WORK_LEFT.addAll(database.sql("""
                            select reference from completed_task union select reference from trail
                            union select business_key_ from act_hi_procinst where business_key_ is not null
                            """).query(String.class).list());
        }

        private static final class AtTheBudget implements BeanPostProcessor {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Budgets budgets
                        ? Proxy.newProxyInstance(
                                Budgets.class.getClassLoader(),
                                new Class<?>[] {Budgets.class},
                                (proxy, method, given) -> {
                                    if (method.getName().equals("nextPosition") && SHARING.equals(given[0])) {
                                        throw new IllegalStateException(HERE);
                                    }
                                    return method.invoke(budgets, given);
                                })
                        : bean;
            }
        }
    }

    @Test
    void a_start_that_breaks_off_has_left_whole_flights_and_nothing_of_the_others() {
        assertThat(FLIGHTS_LEFT).containsExactlyInAnyOrder(TO_THE_END.value(), CLOSED.value());
        assertThat(WORK_LEFT)
                .isNotEmpty()
                .allMatch(key -> key.startsWith(TO_THE_END.value()) || key.startsWith(CLOSED.value()));
        assertThat(flights.all()).hasSize(5);
    }

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @Autowired
    Splits splits;

    @Autowired
    ReadAccounts accounts;

    @Autowired
    TrailEntries trail;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    People people;

    @Autowired
    MockMvc web;

    @Autowired
    ShowSignInHint hint;

    @Test
    void each_stands_at_its_own_point_and_keeps_its_real_date() {
        assertThat(flights.all()).hasSize(5);
        assertThat(flights.get(TO_THE_END).stage()).isEqualTo(Stage.CLOSED);
        assertThat(flights.get(TO_THE_END).realDate()).isEqualTo(LocalDate.of(2009, 9, 16));
        assertThat(flights.get(CLOSED).stage()).isEqualTo(Stage.CLOSED);
        assertThat(flights.get(SHARING).stage()).isEqualTo(Stage.COST_SHARING);
        assertThat(flights.get(APPROVAL).stage()).isEqualTo(Stage.APPROVAL);
        assertThat(flights.get(BOARDING).stage()).isEqualTo(Stage.OPERATION);
        assertThat(flights.get(APPROVAL).realDate()).isEqualTo(LocalDate.of(2014, 3, 19));
        assertThat(flights.all())
                .allSatisfy(flight -> assertThat(flight.assumed()).contains("assumed"));
    }

    @Test
    void germany_withdrew_before_commitment_and_ten_states_are_to_fly() {
        assertThat(participations.of(APPROVAL)).hasSize(11);
        assertThat(participations.get(APPROVAL, new Party("DE")).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(participations.of(APPROVAL))
                .filteredOn(part -> part.takesPart())
                .hasSize(10);
    }

    @Test
    void something_waits_on_the_first_page_of_each_whom_the_ready_line_names_and_the_others_watch_over_something()
            throws Exception {
        assertThat(hint.waitedFor())
                .contains("itcoordinator", "frfinance1", "frlegal1", "frdoctor", "frmonitor", "rightsofficer1")
                .contains("executive1");
        for (String name : hint.waitedFor()) {
            assertThat(home(name))
                    .as(name)
                    .contains("/camunda/app/tasklist/default/#/?task=")
                    .doesNotContain("Nothing waits for you.");
        }
        assertThat(home("frfinance1")).contains("Accept the share", "22,187.42 EUR", "Your share");
        assertThat(home("executive1")).contains("Give the go to contract", "383,662.59 EUR", "Cost of the flight");
        assertThat(hint.watching()).containsExactly("manager1", "auditor", "admin");
        assertThat(home("manager1")).contains("All flights at a glance", "/flights?stage=COST_SHARING");
        assertThat(home("auditor")).contains("Verify all of them now");
        assertThat(home("admin")).contains("State of the system");
    }

    private String home(String name) throws Exception {
        return web.perform(get("/").with(user(name)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void the_sums_are_the_ledgers() {
        assertThat(splits.current(SHARING).orElseThrow().total()).isEqualTo(Money.euro(42_093_969));
        assertThat(splits.current(APPROVAL).orElseThrow().total()).isEqualTo(Money.euro(38_366_259));
        assertThat(splits.current(BOARDING).orElseThrow().total()).isEqualTo(Money.euro(18_011_293));
        assertThat(accounts.of(CLOSED).payableByFrontex().values().stream().reduce(Money.euro(0), Money::plus))
                .isEqualTo(Money.euro(14_919_329));
    }

    /** A grant of 70 %, a late withdrawal, pounds, an objection, a claim that was cut and a recovery that is not all paid yet. */
    @Test
    void every_column_of_the_statement_of_a_flight_that_went_to_the_end_of_its_money_is_alive() throws Exception {
        String statement = "/flights/" + TO_THE_END + "/statement";
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            String page = new String(read(statement, language), StandardCharsets.UTF_8);
            assertThat(AliveColumns.ofPage(page)).hasSize(43);
            assertThat(AliveColumns.deadOnPage(page)).isEmpty();
            try (PDDocument document = Loader.loadPDF(read(statement + ".pdf", language))) {
                String printed = AliveColumns.squeezed(new PDFTextStripper().getText(document));
                assertThat(AliveColumns.ofPage(page))
                        .allSatisfy(head -> assertThat(printed).contains(AliveColumns.squeezed(head)));
                assertThat(AliveColumns.amountsOfPage(page))
                        .hasSizeGreaterThan(100)
                        .allSatisfy(amount -> assertThat(printed).contains(AliveColumns.squeezed(amount)));
            }
        }
        byte[] file = read(statement + ".xlsx", Locale.ENGLISH);
        assertThat(AliveColumns.deadInBook(file)).isEmpty();
        try (RecalculatedBook book = new RecalculatedBook(file)) {
            assertThat(book.requireSameInEveryCell()).isGreaterThan(500);
            assertThat(book.everythingAgrees()).isTrue();
            book.type("Weights", "C" + book.row("Weights", "A", "SE"), 0);
            assertThat(book.everythingAgrees()).isFalse();
        }
    }

    @Test
    void a_flight_that_went_to_the_end_of_its_money_has_had_everything_that_hurts() {
        FlightAccounts read = accounts.of(TO_THE_END);
        assertThat(read.faults()).isEmpty();
        assertThat(read.lines())
                .filteredOn(line -> line.party().equals(new Party("ES")))
                .singleElement()
                .satisfies(line -> assertThat(line.granted()).isEqualTo(Money.euro(263_769_98)));
        assertThat(participations.get(TO_THE_END, new Party("SE")).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(read.lines())
                .filteredOn(line -> line.party().equals(new Party("SE")))
                .singleElement()
                .satisfies(line -> assertThat(line.borne()).isEqualTo(Money.euro(3_683_50)));
        assertThat(read.claims())
                .anyMatch(claim -> claim.amount().currency().getCurrencyCode().equals("GBP"));
        assertThat(trail.of(TO_THE_END))
                .extracting(entry -> entry.event())
                .contains(
                        TrailEvent.ACCOUNTS_OBJECTED,
                        TrailEvent.ACCOUNTS_CORRECTED,
                        TrailEvent.RECOVERY_ISSUED,
                        TrailEvent.RECOVERY_PAID,
                        TrailEvent.RECOVERY_WAIVED);
        assertThat(read.ledger().postings())
                .extracting(posting -> posting.kind())
                .as("netting takes several flights")
                .containsAll(EnumSet.complementOf(EnumSet.of(Posting.Kind.NETTING)));
        assertThat(read.transfers().stream().filter(Transfer::isOpen))
                .singleElement()
                .satisfies(open -> assertThat(open.creditor()).isEqualTo(new Party("SE")));
    }

    private byte[] read(String path, Locale language) throws Exception {
        MockHttpServletResponse answer = web.perform(
                        get(path).with(user("auditor")).locale(language))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    @Test
    void three_matches_of_assumed_needs_are_there_at_once_and_two_needs_stay_alone() throws Exception {
        String page = web.perform(get("/needs").with(user("frcoordinator")).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page.split("data-match=", -1)).hasSize(4);
        assertThat(page.split("data-alone=", -1)).hasSize(3);
        assertThat(page)
                .contains("_FR-LOS_GB-LOS_SE-LOS", "_DE-TBS_AT-TBS_FR-EVN", "_BE-FIH_FR-FIH")
                .contains("The needs that this example began with are assumed: no state has stated them.")
                // Saved by the three to Lagos, at 24.11 EUR a kilometre.
                .contains("460,139.35 EUR");
    }

    @Test
    void every_role_that_works_in_tasklist_has_something_to_do() {
        Set<String> roles = new TreeSet<>();
        tasks.createTaskQuery().list().stream()
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .map(IdentityLink::getGroupId)
                .forEach(group -> roles.add(Character.isUpperCase(group.charAt(0)) ? group.substring(2) : group));

        assertThat(roles)
                .contains("coordinator", "finance", "legal", "doctor", "monitor", "rightsOfficer", "executive");
    }

    /** Of every flight of the example, as the page in both languages and as data. */
    @Test
    void a_public_record_names_nobody_and_repeats_nothing_that_was_typed() throws Exception {
        List<String> names = new ArrayList<>();
        people.all().forEach(person -> names.addAll(List.of(person.id(), person.lastName())));
        List<String> typed = typedReasons();
        assertThat(names).contains("atcoordinator", "Gruber").hasSizeGreaterThan(100);
        assertThat(typed).isNotEmpty();
        for (Flight flight : flights.all()) {
            boolean ended = flight.stage().compareTo(Stage.SETTLEMENT) >= 0;
            for (String address : List.of("public-record", "public-record.json")) {
                for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                    MockHttpServletResponse answer = web.perform(get("/flights/" + flight.reference() + "/" + address)
                                    .with(user("auditor"))
                                    .locale(language))
                            .andReturn()
                            .getResponse();
                    assertThat(answer.getStatus())
                            .as("%s of %s, %s", address, flight.reference(), answer.getRedirectedUrl())
                            .isEqualTo(ended ? 200 : 404);
                    if (ended) {
                        String told = mainOf(answer.getContentAsString(StandardCharsets.UTF_8));
                        assertThat(told).contains(flight.destination()).doesNotContain("@");
                        assertThat(names).noneMatch(name -> holdsWord(told, name));
                        assertThat(typed).noneMatch(told::contains);
                    }
                }
            }
        }
        String told = web.perform(
                        get("/flights/" + CLOSED + "/public-record.json").with(user("auditor")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(told)
                .contains("\"month\":\"2010-", "\"organiser\":\"AT\"", "\"ending\":\"CARRIED_OUT\"")
                .contains("\"complaints\":{\"exactly\":null,\"fewerThan\":5}", "\"total\":149193,")
                .doesNotContain(flights.get(CLOSED).realDate().toString());
        assertThat(web.perform(get("/flights/" + CLOSED).with(user("auditor")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("/flights/" + CLOSED + "/public-record");
    }

    /** Without the frame of the page, which names whoever is signed in. */
    private static String mainOf(String page) {
        int main = page.indexOf("<main");
        return main < 0 ? page : page.substring(main);
    }

    private static boolean holdsWord(String text, String word) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])", Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** What people typed about causes and reasons, and descriptions of what they claim, of all flights. */
    private List<String> typedReasons() {
        return Stream.of(
                        "select reason from participation",
                        "select reason from gate_answer",
                        "select reason from taken_off",
                        "select reason from share_answer",
                        "select reason from signature",
                        "select suspended_for from flight",
                        "select assumed from flight",
                        "select certify_reason from claim",
                        "select description from claim",
                        "select chosen_because from quote")
                .flatMap(query -> jdbc.queryForList(query, String.class).stream())
                .filter(text -> text != null && text.length() > 3)
                .toList();
    }

    /** Flights of the example were proposed, shared, signed, flown and settled by people who typed; nothing else is text. */
    @Test
    void no_sentence_of_ours_is_stored_in_any_language() {
        assertThat(new StoredTexts(jdbc).sentences()).isEmpty();
    }

    @Test
    void the_trail_bears_the_days_of_the_play_and_the_people_who_acted() {
        assertThat(trail.of(CLOSED))
                .allSatisfy(entry -> assertThat(entry.at().toString()).matches("20(09|10)-.*"))
                .extracting(entry -> entry.actor())
                .contains("atcoordinator", "gbfinance2", "executive2");
    }
}
