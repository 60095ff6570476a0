package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.costs.Flights.drift;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.settlement.CarryBook;
import org.jointflights.application.settlement.ComputeAccounts;
import org.jointflights.application.settlement.PlanTransfers;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.Carry;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.web.settlement.spreadsheet.RecalculatedBook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fractions of a cent from flight to flight: counted in when all have signed, and never twice. */
class CarryTest extends SettlementCase {

    private static final Map<Party, Seats> EVEN = Map.of(FR, seats(1, 0), GB, seats(1, 0), ES, seats(1, 0));

    @Autowired
    CarryBook book;

    @Autowired
    PlanTransfers settling;

    @Autowired
    ComputeAccounts computing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc web;

    @Test
    void over_a_series_of_flights_nobodys_postings_are_off_by_a_cent() {
        Random random = new Random(10);
        Map<Party, BigFraction> entitled = new TreeMap<>();
        Map<Party, Long> posted = new TreeMap<>();
        Map<Party, Long> signed = new TreeMap<>();
        for (int round = 0; round < 12; round++) {
            Map<Party, Seats> seats = Map.of(
                    FR, seats(1 + random.nextInt(9), 0),
                    GB, seats(1 + random.nextInt(9), 0),
                    ES, seats(1 + random.nextInt(9), 0));
            long cents = 1_000_000L + random.nextInt(20_000_000);
            OperationReference flight = signed(seats, cents);
            read(flight)
                    .lines()
                    .forEach(line -> signed.merge(line.party(), line.borne().minor(), Long::sum));
            users.runJobs(flight);

            long heads = seats.values().stream().mapToLong(Seats::returnees).sum();
            seats.forEach((party, own) -> {
                entitled.merge(party, BigFraction.of(own.returnees(), heads).multiply(cents), BigFraction::add);
                posted.merge(party, borneInCents(flight, party), Long::sum);
            });
            entitled.forEach((party, exact) ->
                    assertThat(exact.subtract(posted.get(party)).abs()).isLessThan(BigFraction.ONE));
            assertThat(seats.keySet().stream()
                            .mapToLong(party -> borneInCents(flight, party))
                            .sum())
                    .isEqualTo(cents);
        }
        assertThat(drift(book.accounts(), Money.EUR))
                .allSatisfy((party, drift) ->
                        assertThat(drift).isEqualTo(entitled.get(party).subtract(posted.get(party))));
        // As signed, each flight on its own, the same shares have drifted by more than a cent.
        assertThat(entitled)
                .anySatisfy((party, exact) ->
                        assertThat(exact.subtract(signed.get(party)).abs()).isGreaterThan(BigFraction.ONE));
    }

    @Test
    void a_flight_is_posted_closed_and_explained_where_it_differs_by_a_cent() throws Exception {
        settled(EVEN, 100);
        OperationReference flight = settled(EVEN, 100);

        // Spain, first by code, had the odd cent; now it is the turn of one of the others.
        assertThat(borne(flight, ES)).isEqualTo("0.33");
        assertThat(borne(flight, FR)).isEqualTo("0.34");
        FinalPosting posting = book.of(flight).orElseThrow();
        assertThat(posting.shares()).extracting(FinalShare::party).containsExactly(ES, FR, GB);
        FinalShare spain = posting.shares().get(0);
        assertThat(spain.set()).containsExactly(ES, FR, GB);
        assertThat(spain.exact()).isEqualTo(BigFraction.of(100, 3));
        assertThat(spain.carryBefore()).isEqualTo(BigFraction.of(-2, 3));
        assertThat(spain.signed()).isEqualTo(Money.euro(34));
        assertThat(spain.carryAfter()).isEqualTo(BigFraction.of(-1, 3));
        assertThat(corrections(flight))
                .extracting(
                        posting1 -> posting1.party() + " " + posting1.amount().minor())
                .containsExactly("ES 1", "FR -1");
        assertThat(read(flight).ledger().isEven()).isFalse();

        String page = read("gbfinance1", "/flights/" + flight + "/statement", Locale.ENGLISH);
        assertThat(page)
                .contains("0.01 EUR less than the 0.34 EUR that was signed")
                .contains("adds -2/3 cent that earlier postings of exactly ES, FR, GB left over")
                .contains("the exact share of 0.33 EUR and 1/3 cent")
                .contains("-1/3 cent is carried on.");
        assertThat(read("gbfinance1", "/flights/" + flight + "/statement", Locale.FRENCH))
                .contains("0,01\u00a0EUR de moins que les 0,34\u00a0EUR signés");
        try (PDDocument pdf = Loader.loadPDF(file("gbfinance1", "/flights/" + flight + "/statement.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Final posting")
                    .contains("0.01 EUR less than the 0.34 EUR that was signed");
        }
        try (RecalculatedBook book =
                new RecalculatedBook(file("gbfinance1", "/flights/" + flight + "/statement.xlsx"))) {
            assertThat(book.text("Final posting", "S4")).contains("0.01 EUR less than the 0.34 EUR that was signed");
        }
        JsonNode data = json("gbfinance1", "/api/flights/" + flight + "/final-posting");
        assertThat(data.get("shares")).hasSize(3);
        assertThat(data.get("shares").get(0).get("carryBeforeMinor").asText()).isEqualTo("-2/3");
        assertThat(data.get("shares").get(0).get("carryAfterMinor").asText()).isEqualTo("-1/3");
        assertThat(data.get("shares").get(0).get("postedMinor").asLong()).isEqualTo(33);

        everybodyPays(flight);
        assertThat(users.instance("settlement", flight)).isNull();
        assertThat(read(flight).ledger().isEven()).isTrue();
    }

    @Test
    void another_set_of_parties_has_another_account() {
        settled(EVEN, 100);
        List<Carry> before = book.accounts().carries();
        OperationReference two = settled(Map.of(FR, seats(1, 0), GB, seats(1, 0)), 101);

        assertThat(borne(two, FR)).isEqualTo("0.51");
        assertThat(book.accounts().carries()).containsAll(before).hasSize(5);
    }

    @Test
    void before_all_have_signed_nothing_is_carried_however_often_the_accounts_are_computed() throws Exception {
        settled(EVEN, 100);
        List<Carry> before = book.accounts().carries();
        OperationReference flight = computed(EVEN, 200);
        assertThat(read("frfinance1", "/flights/" + flight + "/statement", Locale.ENGLISH))
                .contains("When all have signed, each share is posted together with the fraction of a cent");
        web.perform(get("/api/flights/" + flight + "/final-posting").with(user("frfinance1")))
                .andExpect(status().isNotFound());
        finance(GB, 2).completes("userTask_signStatement", flight, Map.of("answer", "OBJECT", "reason", "it is 1.00"));
        everybodySigns(flight);
        finance(FR, 1)
                .completes(
                        "userTask_answerObjection",
                        flight,
                        Map.of(
                                "decision",
                                "CORRECT",
                                "claim",
                                claimOf(flight, FR).id() + "",
                                "answer",
                                "So it is."));
        claims(flight, FR, "1", "1.00", false);
        users.runJobs(flight);
        certifyAll(flight, "");
        assertThat(book.accounts().carries()).isEqualTo(before);
        assertThat(book.of(flight)).isEmpty();
        assertThat(corrections(flight)).isEmpty();

        everybodySigns(flight);

        assertThat(borne(flight, ES)).isEqualTo("0.33");
        assertThat(corrections(flight)).hasSize(2);
        List<Carry> after = book.accounts().carries();
        settling.plan(flight);
        assertThat(corrections(flight)).hasSize(2);
        assertThat(book.accounts().carries()).isEqualTo(after).isNotEqualTo(before);
        assertThatThrownBy(() -> computing.compute(flight)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_rollback_leaves_the_carry_as_it_was() {
        settled(EVEN, 100);
        List<Carry> before = book.accounts().carries();
        OperationReference flight = signed(EVEN, 100);

        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            settling.plan(flight);
            assertThat(book.accounts().carries()).isNotEqualTo(before);
            transaction.setRollbackOnly();
        });

        assertThat(book.accounts().carries()).isEqualTo(before);
        assertThat(book.of(flight)).isEmpty();
        assertThat(corrections(flight)).isEmpty();
        users.runJobs(flight);
        assertThat(borne(flight, ES)).isEqualTo("0.33");
    }

    @Test
    void of_two_flights_posted_at_once_the_second_waits_for_what_the_first_leaves_over() throws Exception {
        OperationReference first = signed(EVEN, 100);
        OperationReference second = signed(EVEN, 100);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch posted = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            Future<?> one = two.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                settling.plan(first);
                posted.countDown();
                await(mayCommit);
            }));
            await(posted);
            Future<?> other = two.submit(() -> settling.plan(second));
            assertThatThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            mayCommit.countDown();
            one.get();
            other.get();
        } finally {
            two.shutdownNow();
        }

        FinalShare before = book.of(first).orElseThrow().shares().get(0);
        FinalShare after = book.of(second).orElseThrow().shares().get(0);
        assertThat(after.party()).isEqualTo(before.party());
        assertThat(after.carryBefore()).isEqualTo(before.carryAfter()).isNotEqualTo(BigFraction.ZERO);
        assertThat(drift(book.accounts(), Money.EUR)).containsEntry(before.party(), after.carryAfter());
        users.runJobs(first);
        users.runJobs(second);
    }

    @Test
    void managers_and_auditors_read_what_rounding_has_left_over() throws Exception {
        settled(EVEN, 100);
        settled(Map.of(FR, seats(1, 0), GB, seats(1, 0)), 101);

        for (String reader : List.of("manager1", "auditor")) {
            JsonNode report = json(reader, "/api/rounding");
            assertThat(report.get("driftMinor").get("EUR").toString())
                    .isEqualTo("{\"ES\":\"-2/3\",\"FR\":\"-1/6\",\"GB\":\"5/6\"}");
            assertThat(report.get("accounts")).hasSize(2);
            assertThat(read(reader, "/rounding", Locale.ENGLISH))
                    .contains("What rounding has left over")
                    .contains("5/6");
            assertThat(read(reader, "/rounding", Locale.FRENCH)).contains("Dérive par partie");
            assertThat(read(reader, "/", Locale.ENGLISH)).contains("href=\"/rounding\"");
        }
        for (String other : List.of("frfinance1", "gbcoordinator")) {
            web.perform(get("/rounding").with(user(other))).andExpect(status().isForbidden());
            web.perform(get("/api/rounding").with(user(other))).andExpect(status().isForbidden());
            assertThat(read(other, "/", Locale.ENGLISH)).doesNotContain("href=\"/rounding\"");
        }
    }

    @Test
    void only_the_parties_of_a_flight_read_its_final_posting() throws Exception {
        OperationReference flight = settled(EVEN, 100);
        web.perform(get("/api/flights/" + flight + "/final-posting").with(user("becoordinator")))
                .andExpect(status().isForbidden());
        web.perform(get("/api/flights/JRO-2027-9999/final-posting").with(user("auditor")))
                .andExpect(status().isNotFound());
        json("auditor", "/api/flights/" + flight + "/final-posting");
    }

    private OperationReference settled(Map<Party, Seats> seats, long cents) {
        OperationReference flight = signed(seats, cents);
        users.runJobs(flight);
        return flight;
    }

    /** All have signed; the transfers are not planned yet. */
    private OperationReference signed(Map<Party, Seats> seats, long cents) {
        OperationReference flight = computed(seats, cents);
        for (Task open : users.open("userTask_signStatement", flight)) {
            Party party = new Party((String) tasks.getVariable(open.getId(), "party"));
            signer(party).completes(open, Map.of("answer", "SIGN"));
        }
        return flight;
    }

    private OperationReference computed(Map<Party, Seats> seats, long cents) {
        OperationReference flight = flight(FR, seats);
        Set<Party> all = seats.keySet();
        agreed(flight, seats, List.of(common(1, CostCategory.CHARTER, cents, FR, all, Key.PER_RETURNEE)));
        start(flight, FR);
        claims(flight, FR, "1", Money.euro(cents).decimal().toPlainString(), false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        return flight;
    }

    private long borneInCents(OperationReference flight, Party party) {
        return read(flight).lines().stream()
                .filter(line -> line.party().equals(party))
                .mapToLong(line -> line.borne().minor())
                .sum();
    }

    /** The postings that turn signed shares into final ones: they alone have no weights. */
    private List<Posting> corrections(OperationReference flight) {
        return postings.of(flight).stream()
                .filter(posting -> posting.kind() == Posting.Kind.SHARE
                        && posting.weights().isEmpty())
                .toList();
    }

    private JsonNode json(String reader, String path) throws Exception {
        return Objects.requireNonNull(new ObjectMapper().readTree(read(reader, path, Locale.ENGLISH)));
    }

    private String read(String reader, String path, Locale language) throws Exception {
        return answer(reader, path, language).getContentAsString(StandardCharsets.UTF_8);
    }

    private byte[] file(String reader, String path) throws Exception {
        return answer(reader, path, Locale.ENGLISH).getContentAsByteArray();
    }

    private MockHttpServletResponse answer(String reader, String path, Locale language) throws Exception {
        return web.perform(get(path)
                        .with(user(reader))
                        .locale(language)
                        .header("Accept-Language", language.toLanguageTag()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
