package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jointflights.application.annual.CheckAppropriation;
import org.jointflights.application.annual.ClosedYears;
import org.jointflights.application.annual.FundUses;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.annual.ClosedYear;
import org.jointflights.domain.annual.FundUse;
import org.jointflights.domain.annual.StateYear.OfFlight;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Posting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A year of the accounts: what Frontex promised and paid, what a state bore, and a year that is closed stays closed. */
class YearOfAccountsTest extends SettlementCase {

    private static final Map<Party, Seats> COMMITTED = Map.of(FI, seats(10, 0), BE, seats(30, 0));

    @Autowired
    FundUses uses;

    @Autowired
    ClosedYears closings;

    @Autowired
    CheckAppropriation appropriations;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc web;

    @AfterEach
    void no_year_stays_closed() {
        database.sql("delete from closed_balance").update();
        database.sql("delete from closed_year").update();
        database.sql("delete from appropriation").update();
    }

    @Test
    void what_is_committed_certified_paid_and_free_follows_a_flight_to_its_end() throws Exception {
        OperationReference flight = agreedFlight();
        FundUse before = use();
        decide(flight, FI, Fund.FRONTEX, 70, 40_000);
        assertThat(use().underWay()).isEqualTo(before.underWay().plus(euro(40_000)));
        assertThat(use().committed()).isEqualTo(before.committed());

        commit(flight);
        assertThat(use().underWay()).isEqualTo(before.underWay());
        assertThat(use().committed()).isEqualTo(before.committed().plus(euro(40_000)));
        assertThat(use().certified()).isEqualTo(before.certified());

        certified(flight);
        assertThat(use().committed())
                .as("the ceiling is bound until the accounts are final")
                .isEqualTo(before.committed().plus(euro(40_000)));
        assertThat(use().certified()).isEqualTo(before.certified().plus(euro(28_000)));
        assertThat(use().paid()).isEqualTo(before.paid());

        everybodySigns(flight);
        everybodyPays(flight);
        assertThat(use().committed())
                .as("12,000.00 are free again")
                .isEqualTo(before.committed().plus(euro(28_000)));
        assertThat(use().ended().flights()).isEqualTo(before.ended().flights() + 1);
        assertThat(use().paid()).isEqualTo(before.paid().plus(euro(28_000)));

        // Finland paid 40,000.00, got 28,000.00 from Frontex, bears a quarter of the rest and was paid the other three.
        assertThat(uses.flights(2027, FI))
                .filteredOn(one -> one.reference().equals(flight))
                .containsExactly(new OfFlight(
                        flight,
                        DEPARTURE.toLocalDate(),
                        "Nigeria",
                        flights.get(flight).stage(),
                        true,
                        10,
                        euro(40_000),
                        euro(28_000),
                        euro(3_000),
                        euro(-9_000)))
                .allSatisfy(one -> assertThat(one.open()).isEqualTo(euro(0)));
        read("fifinance1", "FIfinance", get("/years/2027/FI.csv"))
                .andExpect(content()
                        .string(containsString(
                                flight + ",2027-05-20,Nigeria,Tilitys,10,40000.00,28000.00,3000.00,-9000.00,0.00")));
        read("fifinance1", "FIfinance", get("/years/2027/FI"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(flight.value())));
    }

    @Test
    void a_signer_is_told_what_the_year_has_left_before_the_decision_exceeds_it() throws Exception {
        OperationReference other = agreedFlight();
        decide(other, FI, Fund.FRONTEX, 70, 30_000);
        commit(other);
        OperationReference flight = agreedFlight();
        decide(flight, FI, Fund.FRONTEX, 70, 40_000);
        assertThat(said(flight)).startsWith("⚠ Nobody has entered what Frontex may promise FI for flights of 2027.");

        Money bound = appropriations.of(flight, FI).committed();
        assertThat(bound).isEqualTo(use().committed());
        enter(bound.plus(euro(40_000)), "FI").andExpect(status().isOk());
        assertThat(said(flight)).endsWith("left after it: 0.00 EUR.").doesNotContain("⚠");
        enter(bound.plus(euro(40_000)).minus(Money.euro(1)), "FI").andExpect(status().isOk());
        assertThat(said(flight)).startsWith("⚠ This decision promises 0.01 EUR more than is left.");

        commit(flight);
        read("auditor", "auditor", get("/years/2027"))
                .andExpect(content().string(containsString("-0.01 EUR: more is committed than may be promised")))
                .andExpect(content().string(containsString("Entries on record: 2")));
    }

    @Test
    void costs_without_a_decision_are_expected_and_wrong_entries_are_refused() throws Exception {
        Money before = expected();
        OperationReference flight = agreedFlight();
        database.sql("update flight set stage = 'COST_SHARING' where reference = ?")
                .param(flight.value())
                .update();
        assertThat(expected()).isEqualTo(before.plus(euro(40_000)));
        enter(euro(1), "XQ").andExpect(status().isBadRequest());
        enter(euro(-1), "FI").andExpect(status().isBadRequest());
        read("auditor", "auditor", get("/years/1999")).andExpect(status().isNotFound());
        read("auditor", "auditor", get("/years/2027/zz")).andExpect(status().isNotFound());
        database.sql("update flight set stage = 'GIVEN_UP' where reference = ?")
                .param(flight.value())
                .update();
    }

    @Test
    void a_year_is_closed_by_two_people_and_takes_no_posting_any_more() throws Exception {
        OperationReference flight = agreedFlight();
        certified(flight);
        int first = closings.firstPosted().orElseThrow();
        act("fxfinance1", "FXfinance", "/years/2027/closing").andExpect(status().isConflict());
        clock.set(Instant.parse("2028-01-02T00:00:00Z"));
        for (int year = first; year < 2027; year++) {
            closed(year);
        }
        act("frfinance1", "FRfinance", "/years/2027/closing").andExpect(status().isForbidden());
        act("fxfinance1", "FXfinance", "/years/2027/closing").andExpect(status().isOk());
        assertThat(outbox.to(Set.of("manager")))
                .extracting(Notice::text)
                .extracting(text -> text.in(Locale.ENGLISH))
                .first()
                .asString()
                .startsWith("The accounts of 2027 are to be closed");
        ClosedYear asked = closings.find(2027).orElseThrow();
        assertThat(asked.isClosed()).isFalse();
        assertThat(asked.isSameAs(closings.read(2027))).isTrue();
        act("fxfinance2", "FXfinance", "/years/2027/closing/confirmation").andExpect(status().isForbidden());
        act("fxfinance1", "manager", "/years/2027/closing/confirmation").andExpect(status().isForbidden());

        // Somebody posts into the year after all, by a slow clock: what was to be closed is no longer there.
        clock.set(Instant.parse("2027-06-01T10:00:00Z"));
        everybodySigns(flight);
        everybodyPays(flight);
        clock.set(Instant.parse("2028-01-03T00:00:00Z"));
        act("manager1", "manager", "/years/2027/closing/confirmation")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("are no longer those that were to be closed")));
        closed(2027);
        act("manager2", "manager", "/years/2027/closing/confirmation").andExpect(status().isConflict());
        read("auditor", "auditor", get("/years/2027/check"))
                .andExpect(content().string(containsString("and the same balances are on record now.")));
        assertThat(outbox.to(Set.of("BEfinance")))
                .extracting(notice -> notice.text().in(Locale.ENGLISH))
                .contains("The accounts of 2027 are closed. What was wrong in them is reversed in a later year.");

        List<Posting> posted = postings.of(flight);
        Posting last = posted.get(posted.size() - 1);
        Posting more = new Posting(
                posted.size() + 1,
                last.statement(),
                last.claim(),
                last.transfer(),
                last.fund(),
                last.kind(),
                last.party(),
                last.amount().negated(),
                last.exact(),
                last.weights(),
                last.reason(),
                last.number());
        assertThatThrownBy(() -> postings.add(flight, List.of(more), Instant.parse("2027-12-31T23:59:59Z")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Nothing is posted into 2027");
        assertThat(postings.of(flight)).isEqualTo(posted);
        postings.add(flight, List.of(more), Instant.parse("2028-01-01T00:00:00Z"));
        assertThat(closings.find(2027).orElseThrow().isSameAs(closings.read(2027)))
                .as("a reversal in the next year leaves the closed one as it was")
                .isTrue();

        database.sql("update posting set amount_minor = amount_minor + 1 where reference = ? and number = 1")
                .param(flight.value())
                .update();
        read("auditor", "auditor", get("/years/2027/check"))
                .andExpect(content().string(containsString("is not what was written down")));
        database.sql("update posting set amount_minor = amount_minor - 1 where reference = ? and number = 1")
                .param(flight.value())
                .update();
        database.sql("delete from posting where reference = ? and number = ?")
                .params(flight.value(), more.number())
                .update();
    }

    @Test
    void a_state_reads_its_own_year_and_those_who_watch_read_all() throws Exception {
        OperationReference flight = agreedFlight();
        decide(flight, FI, Fund.FRONTEX, 70, 40_000);
        read("befinance1", "BEfinance", get("/years/2027"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/years/2027/FI"))));
        read("befinance1", "BEfinance", get("/years/2027/FI")).andExpect(status().isForbidden());
        read("befinance1", "BEfinance", get("/years/2027/FI.csv")).andExpect(status().isForbidden());
        read("befinance1", "BEfinance", get("/years/2027/FI.pdf")).andExpect(status().isForbidden());
        read("befinance1", "BEfinance", get("/years/2027/check")).andExpect(status().isForbidden());
        read("becoordinator", "BEcoordinator", get("/years/2027")).andExpect(status().isForbidden());
        for (String reader : List.of("auditor", "manager1", "executive1", "fxfinance1")) {
            web.perform(get("/years/2027").with(user(reader)).locale(Locale.ENGLISH))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/years/2027/FI")));
        }
        web.perform(post("/years/2027/appropriations")
                        .with(user("auditor"))
                        .with(csrf())
                        .param("fund", "FRONTEX")
                        .param("beneficiary", "FI")
                        .param("appropriation", "1"))
                .andExpect(status().isForbidden());
    }

    /** Whoever asks for it, in whatever language they read pages. */
    @ParameterizedTest
    @CsvSource({
        "FR, France : vols de retour conjoints de 2027, Payé aux fournisseurs",
        "PL, Polska: wspólne loty powrotowe w roku 2027, Zapłacono dostawcom",
        "GR, Ελλάδα: κοινές πτήσεις επιστροφής του 2027, Πληρωμές σε προμηθευτές",
        "BG, България: съвместни полети за връщане през 2027 г., Платено на доставчици",
        "DE, Deutschland: gemeinsame Rückführungsflüge 2027, An Lieferanten gezahlt",
        "MT, Malta: joint return flights of 2027, Paid to suppliers"
    })
    void a_state_is_reported_to_in_its_own_language(String state, String heading, String column) throws Exception {
        byte[] printed = web.perform(get("/years/2027/" + state + ".pdf")
                        .with(user("auditor"))
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(text(printed)).contains(heading);
        byte[] flights = web.perform(get("/years/2027/" + state + ".csv")
                        .with(user("auditor"))
                        .locale(Locale.FRENCH))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(flights, StandardCharsets.UTF_8)).contains("," + column + ",");
        web.perform(get("/years/2027/" + state).with(user("auditor")).locale(Locale.GERMAN))
                .andExpect(content().string(containsString("joint return flights of 2027")))
                .andExpect(content().string(containsString("lang=\"en\"")));
    }

    /** Finland pays 40,000.00 for ten people of its own and thirty of Belgium. */
    private OperationReference agreedFlight() {
        OperationReference flight = flight(FI, COMMITTED);
        agreed(
                flight,
                COMMITTED,
                List.of(common(1, CostCategory.CHARTER, 40_000_00, FI, Set.of(FI, BE), Key.PER_RETURNEE)));
        return flight;
    }

    /** The newest version binds. */
    private void commit(OperationReference flight) {
        versions.put(versions.current(flight).orElseThrow().committed(clock.instant()));
    }

    private void certified(OperationReference flight) {
        used(flight, COMMITTED);
        start(flight, FI);
        claims(flight, FI, "1", "40,000.00", false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
    }

    private void closed(int year) throws Exception {
        act("fxfinance1", "FXfinance", "/years/" + year + "/closing").andExpect(status().isOk());
        act("manager1", "manager", "/years/" + year + "/closing/confirmation").andExpect(status().isOk());
        assertThat(closings.find(year).orElseThrow().isClosed()).isTrue();
    }

    private FundUse use() {
        return uses.of(2027).stream()
                .filter(use -> use.fund() == Fund.FRONTEX && use.beneficiary().equals(FI))
                .findFirst()
                .orElse(FundUse.none(Fund.FRONTEX, FI));
    }

    private Money expected() {
        return uses.planned(2027).getOrDefault(FI, Map.of()).getOrDefault(Money.EUR, euro(0));
    }

    private String said(OperationReference flight) {
        return appropriations.of(flight, FI).sentence().in(Locale.ENGLISH);
    }

    private ResultActions enter(Money amount, String state) throws Exception {
        return web.perform(post("/years/2027/appropriations")
                .with(user("manager1"))
                .with(csrf())
                .locale(Locale.ENGLISH)
                .param("fund", "FRONTEX")
                .param("beneficiary", state)
                .param("appropriation", amount.decimal().toPlainString()));
    }

    private ResultActions act(String person, String group, String path) throws Exception {
        return read(person, group, post(path).with(csrf()));
    }

    private ResultActions read(String person, String group, MockHttpServletRequestBuilder request) throws Exception {
        ResultActions[] answer = new ResultActions[1];
        users.as(person, group).does(() -> {
            try {
                answer[0] = web.perform(request.with(user(person)).locale(Locale.ENGLISH));
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        return answer[0];
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " ");
        }
    }

    private static Money euro(long euro) {
        return Money.euro(euro * 100);
    }
}
