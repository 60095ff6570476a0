package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.hours.AnswerExchange;
import org.jointflights.application.hours.EnterExchange;
import org.jointflights.application.hours.RemindOfExchanges;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.LegTimes;
import org.jointflights.application.settlement.EnterClaims;
import org.jointflights.application.settlement.NewClaim;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A state's own aircraft, given in hours: from the factor to the balance that goes into the next year. */
class FlightHoursTest extends SettlementCase {

    private static final String PAGE = "/accounts/flight-hours";
    private static final Party DE = new Party("DE");
    private static final Map<Party, Seats> SEATS = Map.of(FR, seats(10, 8), GB, seats(10, 8), DE, seats(5, 4));
    private static final Map<String, String> A400 = Map.of(
            "aircraftType", "A400", "aircraftFactor", "1.5", "factorFrom", "2027-01-01", "factorSource", "assumed");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    @Autowired
    EnterClaims claiming;

    @Autowired
    AnswerExchange answering;

    @Autowired
    RemindOfExchanges reminding;

    @Autowired
    EnterExchange entering;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    LegTimes times;

    private OperationReference flight = new OperationReference("JRO-2027-0001");

    @BeforeEach
    void a_flight_of_three_has_landed() {
        nothing_is_left();
        flight = flown();
    }

    @AfterEach
    void nothing_is_left() {
        for (String table : List.of(
                "hours_posting",
                "hours_withdrawal",
                "hours_answer",
                "hours_share",
                "hours_exchange",
                "aircraft_factor")) {
            if (table.equals("hours_exchange")) {
                database.sql("delete from hours_exchange where reverses is not null")
                        .update();
            }
            database.sql("delete from " + table).update();
        }
        database.sql("delete from closed_year").update();
    }

    private OperationReference flown() {
        OperationReference reference = flight(FR, SEATS);
        used(reference, SEATS);
        return reference;
    }

    private Map<String, String> hours(String minutes) {
        return Map.of("party", "FR", "reference", flight.value(), "aircraftType", "A400", "flownMinutes", minutes);
    }

    private String entered() throws Exception {
        assertThat(sends("manager1", PAGE + "/factors", A400).getStatus()).isEqualTo(302);
        MockHttpServletResponse answer = sends("frfinance1", PAGE, hours("455"));
        assertThat(answer.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private String posted() throws Exception {
        String exchange = entered();
        agrees("GB", "gbfinance1", exchange, 302);
        agrees("DE", "definance1", exchange, 302);
        return exchange;
    }

    private void agrees(String party, String person, String exchange, int status) throws Exception {
        assertThat(sends(person, exchange + "/agreement", Map.of("party", party))
                        .getStatus())
                .as(person)
                .isEqualTo(status);
    }

    /** 455 minutes by 1.5 are 11.375 EFH; of 45 seats France and Britain have 18 each, Germany 9. */
    @Test
    void from_the_factor_to_the_account() throws Exception {
        assertThat(page("/", "gbfinance1", Locale.ENGLISH)).contains("href=\"" + PAGE + "\"");
        assertThat(said(sends("frfinance1", PAGE, hours("455")), 400)).contains("no factor is on record");
        for (String nobody : List.of("frfinance1", "auditor", "executive1", "frcoordinator")) {
            assertThat(sends(nobody, PAGE + "/factors", A400).getStatus())
                    .as(nobody)
                    .isEqualTo(403);
        }
        Map<String, String> later = Map.of(
                "aircraftType", "A400", "aircraftFactor", "2", "factorFrom", "2027-05-21", "factorSource", "assumed");
        assertThat(sends("fxfinance1", PAGE + "/factors", later).getStatus()).isEqualTo(302);
        assertThat(said(sends("frfinance1", PAGE, hours("455")), 400))
                .as("it flew on the day before")
                .contains("no factor is on record that holds on 20 May 2027");

        String exchange = entered();
        for (String nobody : List.of("gbfinance1", "fxfinance1", "auditor", "manager1", "frcoordinator")) {
            assertThat(sends(nobody, PAGE, hours("455")).getStatus()).as(nobody).isEqualTo(403);
        }
        assertThat(said(sends("frfinance2", PAGE, hours("455")), 409)).contains("have been entered already");
        assertThat(page("/notices", "gbfinance2", Locale.ENGLISH))
                .contains("France gives its aircraft in flying hours, 11.375 EFH in all");
        assertThat(page("/notices", "gbfinance2", Locale.FRENCH)).contains("11,375 EFH");
        assertThat(page(PAGE, "gbfinance1", Locale.ENGLISH)).contains("Waits for you", "11.375 EFH from France");
        reminding.tell();
        assertThat(page("/notices", "frfinance1", Locale.ENGLISH)).doesNotContain("for two weeks");
        Instant entered = clock.instant();
        clock.advance(Duration.ofDays(15));
        reminding.tell();
        for (String told : List.of("frfinance1", "gbfinance1", "definance1")) {
            assertThat(page("/notices", told, Locale.ENGLISH)).as(told).contains("has waited for two weeks for DE, GB");
        }
        clock.set(entered);
        assertThat(page(PAGE, "frfinance1", Locale.ENGLISH)).doesNotContain("Waits for you");
        assertThat(send(get(exchange), "sefinance1").getStatus())
                .as("Sweden had no seats")
                .isEqualTo(403);
        assertThat(page(exchange, "auditor", Locale.ENGLISH)).contains("Germany has not answered");
        assertThat(page(exchange, "gbfinance1", Locale.FRENCH)).contains("Donner l’accord pour");

        agrees("FR", "frfinance2", exchange, 409);
        agrees("GB", "frfinance2", exchange, 403);
        agrees("GB", "gbcoordinator", exchange, 403);
        agrees("GB", "gbfinance1", exchange, 302);
        agrees("GB", "gbfinance2", exchange, 409);
        assertThat(page(PAGE, "frfinance1", Locale.ENGLISH)).as("silence is no").contains("No hours have been posted");
        agrees("DE", "definance1", exchange, 302);
        assertThat(page("/notices", "frfinance2", Locale.ENGLISH)).contains("11.375 EFH are posted");
        assertThat(page("/flights/" + flight + "/history", "frfinance1", Locale.ENGLISH))
                .contains("Posted exchange");

        assertThat(csv("sefinance1"))
                .contains("2027,DE,0.000,0.000,2.275,-2.275")
                .contains("2027,FR,0.000,11.375,4.550,6.825")
                .contains("2027,GB,0.000,0.000,4.550,-4.550");
        String accounts = page(PAGE, "sefinance1", Locale.ENGLISH);
        assertThat(accounts)
                .contains(
                        "United Kingdom: has received 4.550 EFH more than it gave",
                        "Germany flies 2.275 EFH for France",
                        "is carried over to 2028")
                .doesNotContain(flight.value());
        assertThat(accounts.indexOf("United Kingdom: has received"))
                .as("who lacks most flies next")
                .isLessThan(accounts.indexOf("Germany: has received"));
        assertThat(page(PAGE, "frfinance1", Locale.FRENCH)).contains("6,825", "Qui devrait voler ensuite");

        String statement = "/flights/" + flight + "/statement";
        assertThat(page(statement, "gbfinance1", Locale.ENGLISH))
                .contains("The aircraft, in flying hours", "(posted): France, A400, 455 minutes, 11.375 EFH", "2.275");
        try (PDDocument document = Loader.loadPDF(send(get(statement + ".pdf").locale(Locale.ENGLISH), "gbfinance1")
                .getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("The aircraft, in flying hours", "11.375 EFH");
        }
        assertThat(database.sql("select count(*) from posting where reference = ?")
                        .param(flight.value())
                        .query(Integer.class)
                        .single())
                .as("no account of money holds hours")
                .isZero();
    }

    @Test
    void one_refusal_ends_it_and_says_why_to_those_whom_it_concerns() throws Exception {
        String exchange = entered();
        agrees("GB", "gbfinance1", exchange, 302);
        assertThat(sends("definance1", exchange + "/refusal", Map.of("party", "DE"))
                        .getStatus())
                .isEqualTo(400);
        assertThat(said(
                        sends("definance1", exchange + "/refusal", Map.of("party", "DE", "refusalCause", "OTHER")),
                        400))
                .contains("Reference of the letter");
        assertThat(sends(
                                "definance1",
                                exchange + "/refusal",
                                Map.of("party", "DE", "refusalCause", "WRONG_TIME", "letter", "DE/12"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(page("/notices", "frfinance1", Locale.ENGLISH)).contains("Germany has refused the flying hours");
        for (String told : List.of("frfinance2", "definance2", "auditor")) {
            assertThat(page(exchange, told, Locale.ENGLISH)).as(told).contains("the time flown is another", "DE/12");
        }
        assertThat(page(exchange, "gbfinance2", Locale.ENGLISH))
                .contains("Germany refuses")
                .doesNotContain("the time flown is another", "DE/12");
        agrees("GB", "gbfinance2", exchange, 409);
        assertThat(csv("auditor")).doesNotContain("2027,FR");

        String again =
                Objects.requireNonNull(sends("frfinance1", PAGE, hours("450")).getRedirectedUrl());
        assertThat(sends("gbfinance1", again + "/withdrawal", Map.of()).getStatus())
                .isEqualTo(403);
        assertThat(sends("frfinance2", again + "/withdrawal", Map.of()).getStatus())
                .isEqualTo(302);
        assertThat(sends("frfinance2", again + "/withdrawal", Map.of()).getStatus())
                .isEqualTo(409);
        agrees("GB", "gbfinance1", again, 409);
        assertThat(page("/notices", "definance1", Locale.ENGLISH)).contains("of flying hours was withdrawn");
        assertThat(sends("frfinance1", PAGE, hours("450")).getStatus()).isEqualTo(302);
    }

    @Test
    void whoever_entered_it_agrees_for_nobody_else_whomever_they_act_for() throws Exception {
        String exchange = entered();
        long id = Long.parseLong(exchange.substring(exchange.lastIndexOf('/') + 1));
        TypedFields britain = new TypedFields(Map.of("party", "GB"));
        TypedFields germany = new TypedFields(Map.of("party", "DE"));
        users.as("frfinance1", "GBfinance")
                .does(() -> assertThatThrownBy(() -> answering.agree(id, britain))
                        .isInstanceOf(NotYours.class)
                        .hasMessageContaining("Another person"));
        agrees("GB", "gbfinance1", exchange, 302);
        users.as("gbfinance1", "DEfinance")
                .does(() ->
                        assertThatThrownBy(() -> answering.agree(id, germany)).isInstanceOf(NotYours.class));
        agrees("DE", "definance1", exchange, 302);
    }

    @Test
    void a_wrong_one_is_reversed_by_its_opposite_once_all_agree_and_may_be_entered_anew() throws Exception {
        String exchange = posted();
        String before = csv("auditor");
        assertThat(before).contains("6.825");
        Map<String, String> letter = Map.of("party", "GB", "letter", "GB/9");
        assertThat(sends("sefinance1", exchange + "/reversal", Map.of("party", "SE", "letter", "SE/1"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(sends("gbfinance1", exchange + "/reversal", Map.of("party", "GB"))
                        .getStatus())
                .isEqualTo(400);
        String reversal = Objects.requireNonNull(
                sends("gbfinance1", exchange + "/reversal", letter).getRedirectedUrl());
        assertThat(sends("definance1", exchange + "/reversal", Map.of("party", "DE", "letter", "DE/9"))
                        .getStatus())
                .as("asked for already")
                .isEqualTo(409);
        assertThat(page("/notices", "frfinance1", Locale.ENGLISH))
                .contains("United Kingdom asks for 11.375 EFH of flying hours to be reversed");
        agrees("DE", "definance1", reversal, 302);
        assertThat(csv("auditor")).as("France has not agreed").isEqualTo(before);
        assertThat(sends("frfinance1", PAGE, hours("450")).getStatus())
                .as("it stands as long")
                .isEqualTo(409);
        agrees("FR", "frfinance2", reversal, 302);
        assertThat(csv("auditor"))
                .contains("2027,DE,0.000,0.000,0.000,0.000", "2027,FR,0.000,0.000,0.000,0.000")
                .doesNotContain("6.825");
        assertThat(page(exchange, "frfinance1", Locale.ENGLISH)).contains("<strong>reversed</strong>", "Reversed by");
        assertThat(sends("gbfinance1", exchange + "/reversal", letter).getStatus())
                .isEqualTo(409);
        assertThat(sends("gbfinance1", reversal + "/reversal", letter).getStatus())
                .isEqualTo(409);
        assertThat(sends("frfinance1", PAGE, hours("450")).getStatus()).isEqualTo(302);
    }

    @Test
    void what_is_paid_in_money_is_not_given_in_hours_as_well() throws Exception {
        assertThat(sends("manager1", PAGE + "/factors", A400).getStatus()).isEqualTo(302);
        NewClaim charter = new NewClaim(null, CostCategory.CHARTER, "our A400", Money.euro(5_000_000), null);
        finance(FR, 1).does(() -> claiming.enter(flight, FR, charter));
        assertThat(said(sends("frfinance1", PAGE, hours("455")), 409)).contains("is paid for in money: claim ");

        flight = flown();
        budgets.put(new BudgetLine(
                flight,
                new Price(Money.euro(5_000_000), Money.euro(0), false),
                Set.of(),
                common(1, CostCategory.CHARTER, 5_000_000, FR, Set.of(FR, GB), Key.PER_SEAT),
                false,
                null));
        assertThat(said(sends("frfinance1", PAGE, hours("455")), 409)).contains("of the budget");

        flight = flown();
        MockHttpServletResponse entered = sends("frfinance1", PAGE, hours("455"));
        String exchange = Objects.requireNonNull(entered.getRedirectedUrl());
        assertThatTheAircraftIsNotClaimed(charter);
        finance(FR, 1)
                .does(() -> claiming.enter(
                        flight, FR, new NewClaim(null, CostCategory.CATERING, "meals", Money.euro(100), null)));
        agrees("GB", "gbfinance1", exchange, 302);
        agrees("DE", "definance1", exchange, 302);
        assertThatTheAircraftIsNotClaimed(charter);

        String reversal = Objects.requireNonNull(
                sends("frfinance1", exchange + "/reversal", Map.of("party", "FR", "letter", "FR/1"))
                        .getRedirectedUrl());
        agrees("GB", "gbfinance1", reversal, 302);
        assertThatTheAircraftIsNotClaimed(charter);
        agrees("DE", "definance1", reversal, 302);
        finance(FR, 1).does(() -> claiming.enter(flight, FR, charter));
        assertThat(sends("frfinance1", PAGE, hours("455")).getStatus()).isEqualTo(409);
    }

    private void assertThatTheAircraftIsNotClaimed(NewClaim charter) {
        int before = claims.of(flight).size();
        finance(FR, 1)
                .does(() -> assertThatThrownBy(() -> claiming.enter(flight, FR, charter))
                        .isInstanceOf(Conflict.class)
                        .hasMessageContaining("is given in flying hours"));
        assertThat(claims.of(flight)).hasSize(before);
    }

    @Test
    void no_more_is_given_than_the_log_has_room_for_and_nothing_that_was_not_flown() throws Exception {
        assertThat(sends("manager1", PAGE + "/factors", A400).getStatus()).isEqualTo(302);
        Instant departed = clock.instant();
        times.expect(flight, 1, departed.plusSeconds(6 * 3_600));
        times.landed(flight, 1, departed.plusSeconds(6 * 3_600));
        times.expect(flight, 2, departed.plusSeconds(15 * 3_600));
        assertThat(sends("frfinance1", PAGE, hours("901")).getStatus())
                .as("the way back is not logged")
                .isEqualTo(302);
        database.sql("delete from hours_share").update();
        database.sql("delete from hours_exchange").update();
        times.landed(flight, 2, departed.plusSeconds(15 * 3_600));
        assertThat(said(sends("frfinance1", PAGE, hours("901")), 400)).contains("the log has 900 minutes");
        String exchange =
                Objects.requireNonNull(sends("frfinance1", PAGE, hours("900")).getRedirectedUrl());
        assertThat(page(exchange, "gbfinance1", Locale.ENGLISH)).contains("the log has 900 minutes");

        flight = flight(FR, SEATS);
        assertThat(said(sends("frfinance1", PAGE, hours("455")), 409)).contains("has not left");
        flight = flown();
        database.sql("update flight set stage = 'IN_FLIGHT' where reference = ?")
                .param(flight.value())
                .update();
        assertThat(sends("frfinance1", PAGE, hours("455")).getStatus())
                .as("still in the air")
                .isEqualTo(409);
        database.sql("update flight set stage = 'SETTLEMENT' where reference = ?")
                .param(flight.value())
                .update();
        for (Map<String, String> wrong : List.of(
                Map.of("party", "FR", "reference", "JRO-2027-9", "aircraftType", "A400", "flownMinutes", "1"),
                Map.of("party", "FR", "reference", flight.value(), "aircraftType", "747", "flownMinutes", "1"),
                Map.of("party", "FR", "reference", flight.value(), "aircraftType", "A400", "flownMinutes", "7:35"),
                Map.of("party", "FR", "reference", flight.value(), "aircraftType", "A400", "flownMinutes", "0"),
                Map.of("party", "FR", "reference", flight.value(), "aircraftType", "A400"))) {
            assertThat(sends("frfinance1", PAGE, wrong).getStatus())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
        assertThat(sends(
                                "sefinance1",
                                PAGE,
                                Map.of(
                                        "party",
                                        "SE",
                                        "reference",
                                        flight.value(),
                                        "aircraftType",
                                        "A400",
                                        "flownMinutes",
                                        "1"))
                        .getStatus())
                .as("somebody else's flight")
                .isEqualTo(403);
        assertThat(send(get(PAGE + "/99999999"), "auditor").getStatus()).isEqualTo(404);
        assertThat(send(get(PAGE + "?year=twelve"), "auditor").getStatus()).isEqualTo(404);
        assertThat(send(get(PAGE), "frcoordinator").getStatus()).isEqualTo(403);
    }

    @Test
    void a_balance_goes_into_the_next_year_and_nothing_into_one_that_is_closed() throws Exception {
        posted();
        flight = flown();
        String next =
                Objects.requireNonNull(sends("frfinance1", PAGE, hours("40")).getRedirectedUrl());
        agrees("GB", "gbfinance1", next, 302);
        clock.set(Instant.parse("2028-02-01T09:00:00Z"));
        database.sql("""
                        insert into closed_year (budget_year, postings, hash, asked_by, asked_at, closed_by, closed_at)
                        values (2028, 0, ?, 'fxfinance1', current_timestamp, 'manager1', current_timestamp)
                        """).param("0".repeat(64)).update();
        assertThat(said(sends("definance1", next + "/agreement", Map.of("party", "DE")), 409))
                .contains("2028");
        assertThat(page(next, "frfinance1", Locale.ENGLISH))
                .as("nothing is kept of it")
                .contains("Germany has not answered");
        database.sql("delete from closed_year").update();
        agrees("DE", "definance1", next, 302);
        // 40 minutes by 1.5 are 1 EFH: 0.4 each for France and Britain, 0.2 for Germany.
        assertThat(csv("auditor"))
                .contains("2028,DE,-2.275,0.000,0.200,-2.475")
                .contains("2028,FR,6.825,1.000,0.400,7.425")
                .contains("2028,GB,-4.550,0.000,0.400,-4.950");
        assertThat(page(PAGE + "?year=2027", "auditor", Locale.ENGLISH))
                .contains("2027 is over: its balances are carried over to 2028", "6.825");
    }

    /** The second is begun before the first is kept; it waits, or else neither would see the other and nothing were posted. */
    @Test
    void of_two_who_agree_at_the_same_moment_the_last_one_has_it_posted() throws Exception {
        String exchange = entered();
        long id = Long.parseLong(exchange.substring(exchange.lastIndexOf('/') + 1));
        atTheSameMoment(
                () -> finance(GB, 1).doesAsTheyAre(() -> answering.agree(id, new TypedFields(Map.of("party", "GB")))),
                () -> finance(DE, 1).doesAsTheyAre(() -> answering.agree(id, new TypedFields(Map.of("party", "DE")))));
        assertThat(page(exchange, "auditor", Locale.ENGLISH)).contains("<strong>posted</strong>");
        assertThat(csv("auditor")).contains("2027,FR,0.000,11.375,4.550,6.825");
    }

    @Test
    void of_a_claim_and_hours_at_the_same_moment_one_is_refused() throws Exception {
        assertThat(sends("manager1", PAGE + "/factors", A400).getStatus()).isEqualTo(302);
        NewClaim charter = new NewClaim(null, CostCategory.CHARTER, "our A400", Money.euro(5_000_000), null);
        Throwable refused = atTheSameMoment(
                () -> finance(FR, 1).doesAsTheyAre(() -> claiming.enter(flight, FR, charter)),
                () -> finance(FR, 2).doesAsTheyAre(() -> entering.enter(new TypedFields(hours("455")))));
        assertThat(refused).isInstanceOf(Conflict.class).hasMessageContaining("is paid for in money");
    }

    /** What the second was refused with, if it was. */
    private @Nullable Throwable atTheSameMoment(Runnable first, Runnable second) {
        TransactionTemplate alone = new TransactionTemplate(transactions);
        List<CompletableFuture<Void>> other = new ArrayList<>();
        alone.executeWithoutResult(begun -> {
            first.run();
            CompletableFuture<Void> waits =
                    CompletableFuture.runAsync(() -> alone.executeWithoutResult(also -> second.run()));
            other.add(waits);
            // As long as it takes one that does not wait; the one that waits goes on once this is kept.
            assertThatThrownBy(() -> waits.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        return other.get(0)
                .handle((done, refused) -> refused == null ? null : refused.getCause())
                .join();
    }

    private String csv(String person) throws Exception {
        return page(PAGE + ".csv", person, Locale.ENGLISH);
    }

    private static String said(MockHttpServletResponse answer, int status) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String path, String person, Locale language) throws Exception {
        MockHttpServletResponse answer = send(get(path).locale(language), person);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse sends(String person, String path, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(csrf()).locale(Locale.ENGLISH);
        fields.forEach(request::param);
        return send(request, person);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String person) throws Exception {
        return web.perform(request.with(user(person))).andReturn().getResponse();
    }
}
