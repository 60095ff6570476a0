package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jointflights.application.annual.FundUses;
import org.jointflights.application.banking.EnterBankAccount;
import org.jointflights.application.banking.SomeBankStatements;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.settlement.Books;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.annual.FundUse;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.web.settlement.spreadsheet.RecalculatedBook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From an auditor's finding to the last payment: what was paid too much comes back, with interest where it comes late. */
class RecoveriesTest extends SettlementCase {

    private static final Map<Party, Seats> SEATS =
            Map.of(FR, new Seats(10, 8, 0, 0, 0, 0), GB, new Seats(10, 8, 0, 0, 0, 0));

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    @Autowired
    EnterBankAccount entering;

    @Autowired
    Books books;

    @Autowired
    FundUses uses;

    private OperationReference flight = new OperationReference("JRO-2027-0001");
    private long claim;

    /** France paid 100,000.00; Frontex pays 70 % of it, and France and Britain bear 15,000.00 each. No other test certifies that day. */
    private String closed(String day) throws Exception {
        clock.set(Instant.parse(day + "T09:00:00Z"));
        flight = flight(FR, SEATS);
        agreed(flight, SEATS, List.of(common(1, CostCategory.CHARTER, 10_000_000, FR, Set.of(FR, GB), Key.PER_SEAT)));
        used(flight, SEATS);
        decide(flight, FR, Fund.FRONTEX, 70, 1_000_000);
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        Claim certified = claimOf(flight, FR);
        claim = certified.id();
        clock.set(Instant.parse(day + "T09:00:00Z").plusSeconds(86_400));
        String sample = sends(
                        "auditor",
                        "/samples",
                        Map.of("sampleFrom", day, "sampleTo", day, "draws", "1", "seed", "07-11-23-42"))
                .getRedirectedUrl();
        assertThat(sends(
                                "auditor",
                                sample + "/claims/" + claim,
                                Map.of("errorCause", "NOT_ELIGIBLE", "errorAmount", "500.00"))
                        .getStatus())
                .isEqualTo(302);
        return sample;
    }

    /** What the accounts over all flights come to that are not even; the flights of other tests are in them too. */
    private Map<String, Money> balances() {
        Map<String, Money> uneven = new TreeMap<>();
        books.accounts()
                .forEach((party, pots) -> pots.forEach(pot -> {
                    Money balance = books.balance(party, pot, Instant.parse("9999-01-01T00:00:00Z"));
                    if (!balance.isZero()) {
                        uneven.put(party + " " + pot, balance);
                    }
                }));
        return uneven;
    }

    private FundUse use() {
        return uses.of(2027).stream()
                .filter(use -> use.fund() == Fund.FRONTEX && use.beneficiary().equals(FR))
                .findFirst()
                .orElseThrow();
    }

    private void everybodySignsAndPays() {
        everybodySigns(flight);
        everybodyPays(flight, clock.instant().toString().substring(0, 10));
    }

    private String finding() throws Exception {
        Matcher found = Pattern.compile("id=\"finding-([0-9]+)\">" + flight)
                .matcher(page("/recoveries", "fxfinance1", Locale.ENGLISH));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void from_the_finding_to_the_last_payment() throws Exception {
        String sample = closed("2027-06-15");
        assertThat(page("/recoveries", "fxfinance1", Locale.ENGLISH)).doesNotContain(flight.value());
        everybodySignsAndPays();
        assertThat(page("/", "frfinance1", Locale.ENGLISH)).contains("href=\"/recoveries\"");
        Map<String, Money> closed = balances();
        FundUse before = use();

        String announce = finding();
        for (String nobody : List.of("frfinance1", "auditor", "manager1", "executive1", "admin", "frcoordinator")) {
            assertThat(sends(nobody, "/recoveries", Map.of("finding", announce)).getStatus())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(sends("fxfinance2", "/recoveries", Map.of("finding", announce))
                        .getStatus())
                .as("certified it")
                .isEqualTo(403);
        String order =
                sends("fxfinance1", "/recoveries", Map.of("finding", announce)).getRedirectedUrl();
        assertThat(order).matches("/recoveries/[0-9]+");
        assertThat(sends("fxfinance1", "/recoveries", Map.of("finding", announce))
                        .getStatus())
                .as("once")
                .isEqualTo(404);
        assertThat(page(order, "frfinance2", Locale.ENGLISH))
                .contains("to be answered by 16 Jul 2027", "What it would post", "350.00 EUR", "name=\"stance\"");
        assertThat(send(get(order), "gbfinance1").getStatus())
                .as("nothing is Britain’s yet")
                .isEqualTo(403);
        assertThat(page("/notices", "frfinance2", Locale.ENGLISH)).contains("500.00 EUR of claim " + claim);

        Map<String, String> issue = Map.of("recoveryOutcome", "ISSUE", "letter", "DN-2027-1");
        assertThat(sends("executive1", order + "/decision", issue).getStatus())
                .as("not heard")
                .isEqualTo(409);
        Map<String, String> contests = Map.of("stance", "CONTESTED", "letter", "FR/77");
        assertThat(sends("gbfinance1", order + "/answer", contests).getStatus()).isEqualTo(403);
        assertThat(sends("frfinance2", order + "/answer", Map.of("stance", "PERHAPS", "letter", "x"))
                        .getStatus())
                .isEqualTo(400);
        assertThat(sends("frfinance2", order + "/answer", contests).getStatus()).isEqualTo(302);
        assertThat(sends("frfinance2", order + "/answer", contests).getStatus()).isEqualTo(409);
        for (String nobody : List.of("fxfinance1", "auditor", "manager1", "frfinance1")) {
            assertThat(sends(nobody, order + "/decision", issue).getStatus())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(sends("executive1", order + "/decision", issue).getStatus()).isEqualTo(302);
        assertThat(sends("executive2", order + "/decision", issue).getStatus()).isEqualTo(409);

        assertThat(read(flight).ledger().isEven()).isFalse();
        assertThat(read(flight).faults()).isEmpty();
        assertThat(balances()).as("owed on the accounts too").isNotEqualTo(closed);
        assertThat(borne(flight, GB)).as("as signed").isEqualTo("15000.00");
        assertThat(page(sample, "auditor", Locale.ENGLISH)).contains("follows from the finding of 500.00 EUR: issued");
        String shown = page(order, "gbfinance1", Locale.FRENCH);
        assertThat(shown)
                .contains("échéance le 16 juil. 2027", "name=\"amountReceived\"")
                .containsOnlyOnce("name=\"amountReceived\"");
        String toBritain = transfer(order, "gbfinance1");
        String toFrontex = transfer(order, "fxfinance3");

        String name = flight + "-T" + toBritain;
        goesIntoAFileForTheBank(name);
        clock.set(Instant.parse("2027-08-15T09:00:00Z"));
        pays("fxfinance3", order, toFrontex, "350.00", "2027-08-15", 409);
        arrivesByStatement(name, "75.35", "R1", "the reference rate is not on record");
        assertThat(page(order, "fxfinance3", Locale.ENGLISH)).contains("nobody can say the interest");
        Map<String, String> rate =
                Map.of("rateMonth", "2027-07", "referenceRate", "2.15", "rateSource", "OJ C, 1 July 2027");
        assertThat(sends("frfinance1", "/recoveries/rates", rate).getStatus()).isEqualTo(403);
        assertThat(sends("fxfinance1", "/recoveries/rates", rate).getStatus()).isEqualTo(302);
        assertThat(sends("fxfinance1", "/recoveries/rates", rate).getStatus()).isEqualTo(409);
        assertThat(page(order, "fxfinance3", Locale.ENGLISH)).contains("1.63 EUR; together 351.63 EUR");
        arrivesByStatement(name, "75.00", "R2", "another amount was due of what it names");
        arrivesByStatement(name, "75.35", "R3", "Payments of United Kingdom");
        assertThat(page("/accounts/payments", "gbfinance1", Locale.ENGLISH)).doesNotContain(">R3" + flight);
        pays("gbfinance1", order, toBritain, "75.35", "2027-08-15", 409);
        pays("gbfinance1", order, toFrontex, "351.63", "2027-08-15", 403);
        pays("fxfinance3", order, toFrontex, "350.00", "2027-08-15", 400);
        pays("fxfinance3", order, toFrontex, "351.63", "2027-08-15", 302);
        pays("fxfinance3", order, toFrontex, "351.63", "2027-08-15", 409);

        assertThat(read(flight).ledger().balances())
                .as("nobody owes anybody anything in any fund")
                .isEmpty();
        assertThat(balances()).as("nor over all flights").isEqualTo(closed);
        books.accounts()
                .forEach((party, pots) -> pots.forEach(pot -> assertThat(books.unsettled(party, pot))
                        .as(party + " " + pot)
                        .noneMatch(open -> open.transfer().reference().equals(flight))));
        assertThat(use().paid())
                .as("without the interest")
                .isEqualTo(before.paid().minus(Money.euro(350_00)));
        assertThat(use().certified()).isEqualTo(before.certified().minus(Money.euro(350_00)));
        assertThat(use().committed()).isEqualTo(before.committed().minus(Money.euro(350_00)));
        assertThat(uses.flights(2027, FR))
                .filteredOn(year -> year.reference().equals(flight))
                .singleElement()
                .satisfies(year -> {
                    assertThat(year.granted()).isEqualTo(Money.euro(69_650_00));
                    assertThat(year.bore()).as("with the interest to Britain").isEqualTo(Money.euro(15_425_35));
                    assertThat(year.open()).isEqualTo(Money.euro(0));
                });
        assertThat(page(order, "auditor", Locale.ENGLISH)).contains("<strong>settled</strong>");
        assertThat(page("/flights/" + flight + "/history", "frfinance1", Locale.ENGLISH))
                .contains("Issued recovery order", "and 1.63 EUR of interest to");
        everyFileSaysWhatIsStored(order.substring("/recoveries/".length()));
    }

    /** In time without interest, and late with it: the file says what is due on its day, the statement what was due on its own. */
    private void goesIntoAFileForTheBank(String id) throws Exception {
        hasAccount(FR, "FR1420041010050500013M02606");
        hasAccount(GB, "GB29NWBK60161331926819");
        assertThat(page("/accounts/payments", "frfinance1", Locale.ENGLISH))
                .contains(id, "16 Jul 2027", "id=\"pay-" + id + "\"");
        Map<String, String> late = Map.of("party", "FR", "execution", "2027-07-17", "transfers", id);
        MockHttpServletResponse refused = sends("frfinance1", "/accounts/payments/orders", late);
        assertThat(refused.getStatus()).as("no rate yet").isEqualTo(409);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("interest is not guessed");
        assertThat(sends(
                                "frfinance1",
                                "/accounts/payments/orders",
                                Map.of("party", "FR", "execution", "2027-07-16", "transfers", id))
                        .getStatus())
                .isEqualTo(302);
        String payments = page("/accounts/payments", "frfinance1", Locale.ENGLISH);
        Matcher number = Pattern.compile("/orders/([0-9]+)\\.xml").matcher(payments);
        assertThat(number.find()).isTrue();
        assertThat(page("/accounts/payments/orders/" + number.group(1) + ".xml", "frfinance1", Locale.ENGLISH))
                .contains("<InstdAmt Ccy=\"EUR\">75.00</InstdAmt>", "<EndToEndId>" + id + "</EndToEndId>");
        assertThat(page("/flights/" + flight + "/history", "frfinance1", Locale.ENGLISH))
                .contains("France put 75.00 EUR to United Kingdom into file " + number.group(1));
    }

    /** What its finance reads of the entry: nothing once it is confirmed. */
    private void arrivesByStatement(String id, String amount, String unique, String outcome) throws Exception {
        byte[] statement = SomeBankStatements.of("GB29NWBK60161331926819", unique + flight)
                .on("2027-08-15")
                .credit(unique + flight, id, amount)
                .file();
        MockHttpServletResponse read = send(
                post("/accounts/payments/GB/statement?name=recovery.xml")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(statement),
                "gbfinance1");
        assertThat(read.getStatus()).isLessThan(400);
        assertThat(page("/accounts/payments", "gbfinance1", Locale.ENGLISH)).contains(outcome);
    }

    private void hasAccount(Party party, String iban) {
        Map<String, String> typed = Map.of("accountName", "Treasury", "iban", iban, "accountFrom", "2027-01-01");
        AtomicLong account = new AtomicLong();
        finance(party, 1).does(() -> account.set(entering.enter(party, new TypedFields(typed))));
        finance(party, 2).does(() -> entering.confirm(account.get(), iban));
    }

    private void everyFileSaysWhatIsStored(String order) throws Exception {
        String statement = "/flights/" + flight + "/statement";
        assertThat(page(statement, "gbfinance1", Locale.ENGLISH))
                .contains("Recovery order " + order + " (settled): 500.00 EUR of claim " + claim, "1.63 EUR");
        try (PDDocument document = Loader.loadPDF(file(statement + ".pdf"))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Recovery order " + order + " (settled): 500.00 EUR of claim " + claim, "1.63 EUR");
        }
        JsonNode json = new ObjectMapper()
                .readTree(file("/api/flights/" + flight + "/statement"))
                .get("recoveries")
                .get(0);
        assertThat(json.get("state").asText()).isEqualTo("SETTLED");
        assertThat(json.get("errorMinor").asLong()).isEqualTo(500_00);
        assertThat(json.get("agrees").asBoolean()).isTrue();
        assertThat(json.get("transfers").toString()).contains("\"amountMinor\":35000,\"interestMinor\":163");
        try (RecalculatedBook book = new RecalculatedBook(file(statement + ".xlsx"))) {
            book.requireSameInEveryCell();
            assertThat(book.everythingAgrees()).isTrue();
        }
        assertThat(page(
                        "/accounts?party=FX&fund=FRONTEX&bookedFrom=2027-08-15&bookedTo=2027-08-15",
                        "fxfinance1",
                        Locale.ENGLISH))
                .contains("Default interest", "Interest on 350.00 EUR of recovery order " + order);
        assertThat(page(
                        "/accounts/journal.csv?party=FR&bookedFrom=2027-06-16&bookedTo=2027-08-15",
                        "frfinance1",
                        Locale.ENGLISH))
                .contains(";7638;".replace(';', ','), "7718");

        for (String changed : List.of("kind = 'RECOVERY' and party = 'GB'", "kind = 'INTEREST' and party = 'FX'")) {
            change("amount_minor + 1", changed);
            try (RecalculatedBook book = new RecalculatedBook(file(statement + ".xlsx"))) {
                assertThat(book.everythingAgrees()).as(changed).isFalse();
            }
            assertThat(page(statement, "gbfinance1", Locale.ENGLISH)).contains("not what comes out");
            change("amount_minor - 1", changed);
        }
        // The sums stay zero, and it is found all the same.
        change("amount_minor + 100", "kind = 'RECOVERY' and party = 'GB'");
        change(
                "amount_minor - 100",
                "kind = 'RECOVERY' and party = 'FR' and fund = 'NATIONAL' and amount_minor > 0 and number = "
                        + "(select min(number) from posting where kind = 'RECOVERY' and party = 'FR' and fund = 'NATIONAL' and amount_minor > 0 and reference = '"
                        + flight + "')");
        try (RecalculatedBook book = new RecalculatedBook(file(statement + ".xlsx"))) {
            assertThat(book.everythingAgrees()).isFalse();
        }
    }

    @Test
    void a_claimant_that_does_not_answer_is_not_waited_for_and_a_creditor_may_waive_or_nothing_be_recovered()
            throws Exception {
        closed("2027-06-17");
        everybodySignsAndPays();
        String order =
                sends("fxfinance1", "/recoveries", Map.of("finding", finding())).getRedirectedUrl();
        clock.set(Instant.parse("2027-07-19T09:00:00Z"));
        assertThat(sends("executive1", order + "/decision", Map.of("recoveryOutcome", "ISSUE", "letter", "DN"))
                        .getStatus())
                .isEqualTo(302);
        String toBritain = transfer(order, "gbfinance1");
        String waiver = order + "/transfers/" + toBritain + "/waiver";
        Map<String, String> letter = Map.of("letter", "GB/1", "letterDate", "2027-07-19");
        assertThat(sends("frfinance1", waiver, letter).getStatus()).isEqualTo(403);
        assertThat(sends("gbfinance1", waiver, letter).getStatus()).isEqualTo(302);
        pays("fxfinance3", order, transfer(order, "fxfinance3"), "350.00", "2027-07-19", 302);
        assertThat(read(flight).ledger().isEven()).isTrue();

        closed("2027-07-21");
        everybodySignsAndPays();
        String dropped =
                sends("fxfinance1", "/recoveries", Map.of("finding", finding())).getRedirectedUrl();
        sends("frfinance2", dropped + "/answer", Map.of("stance", "CONTESTED", "letter", "FR/78"));
        int before = postings.of(flight).size();
        assertThat(sends("executive1", dropped + "/decision", Map.of("recoveryOutcome", "DROP", "letter", "EX/1"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(postings.of(flight)).hasSize(before);
        assertThat(page(dropped, "frfinance2", Locale.ENGLISH)).contains("<strong>dropped</strong>");
    }

    @Test
    void of_two_orders_about_one_claim_the_second_is_read_and_dropped_once_the_first_recovered_as_much()
            throws Exception {
        closed("2027-08-20");
        String again = sends(
                        "auditor",
                        "/samples",
                        Map.of(
                                "sampleFrom",
                                "2027-08-20",
                                "sampleTo",
                                "2027-08-20",
                                "draws",
                                "1",
                                "seed",
                                "07-11-23-43"))
                .getRedirectedUrl();
        sends("auditor", again + "/claims/" + claim, Map.of("errorCause", "NOT_ELIGIBLE", "errorAmount", "400.00"));
        everybodySignsAndPays();
        String first =
                sends("fxfinance1", "/recoveries", Map.of("finding", finding())).getRedirectedUrl();
        String second =
                sends("fxfinance1", "/recoveries", Map.of("finding", finding())).getRedirectedUrl();
        Map<String, String> accepts = Map.of("stance", "ACCEPTED", "letter", "FR/79");
        sends("frfinance2", first + "/answer", accepts);
        sends("frfinance2", second + "/answer", accepts);
        assertThat(page(second, "executive1", Locale.ENGLISH)).contains("What it would post", "280.00 EUR");
        Map<String, String> issue = Map.of("recoveryOutcome", "ISSUE", "letter", "DN-2027-2");
        assertThat(sends("executive1", first + "/decision", issue).getStatus()).isEqualTo(302);

        for (String reader : List.of("frfinance2", "fxfinance1", "auditor", "executive1")) {
            assertThat(page(second, reader, Locale.ENGLISH))
                    .as(reader)
                    .contains("Another order has recovered 500.00 EUR of claim " + claim + " since")
                    .doesNotContain("What it would post", "value=\"ISSUE\"");
        }
        assertThat(page(second, "frfinance2", Locale.FRENCH)).contains("Un autre ordre a recouvré");
        assertThat(page(first, "frfinance2", Locale.ENGLISH)).doesNotContain("Another order has recovered");
        int before = postings.of(flight).size();
        MockHttpServletResponse refused = sends("executive1", second + "/decision", issue);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("An earlier order recovered 500.00 EUR");
        assertThat(page(second, "executive1", Locale.ENGLISH)).contains("value=\"DROP\"");
        assertThat(sends("executive1", second + "/decision", Map.of("recoveryOutcome", "DROP", "letter", "EX/2"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(second, "frfinance2", Locale.ENGLISH))
                .contains("<strong>dropped</strong>")
                .doesNotContain("Another order has recovered");
        assertThat(postings.of(flight)).hasSize(before);
    }

    private void change(String amount, String where) {
        assertThat(database.sql("update posting set amount_minor = " + amount + " where reference = ? and " + where)
                        .param(flight.value())
                        .update())
                .isEqualTo(1);
    }

    /** The only transfer of the order that this person can say has arrived. */
    private String transfer(String order, String person) throws Exception {
        Matcher found = Pattern.compile("/transfers/([0-9]+)/payment").matcher(page(order, person, Locale.ENGLISH));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void pays(String person, String order, String transfer, String amount, String day, int status)
            throws Exception {
        assertThat(sends(
                                person,
                                order + "/transfers/" + transfer + "/payment",
                                Map.of("amountReceived", amount, "valueDate", day, "bankReference", "SEPA R"))
                        .getStatus())
                .as(person + " " + amount)
                .isEqualTo(status);
    }

    private byte[] file(String path) throws Exception {
        MockHttpServletResponse answer = send(get(path).locale(Locale.ENGLISH), "gbfinance1");
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsByteArray();
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
