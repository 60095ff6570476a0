package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.settlement.SomeInvoices;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.file.SomeFiles;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Files of vouchers from the page to whoever certifies, and one voucher on two flights. */
class VouchersTest extends SettlementCase {

    private static final Map<Party, Seats> SEATS =
            Map.of(FR, new Seats(10, 8, 0, 0, 0, 0), GB, new Seats(10, 8, 0, 0, 0, 0));

    private static final byte[] PDF = SomeFiles.pdf("invoice");

    @Autowired
    MockMvc web;

    @Autowired
    Outbox outbox;

    @Test
    void a_file_goes_from_the_claimant_s_page_to_whoever_certifies_and_comes_back_as_it_was() throws Exception {
        OperationReference flight = settled();
        Map<String, Object> entered = claim("1", "100,000.00", true);
        finance(FR, 1).completes("userTask_enterActualCost", flight, entered);
        Claim claim = claimOf(flight, FR);
        String page = "/flights/" + flight + "/vouchers";
        Task entering = users.open("userTask_enterActualCost", flight).stream()
                .filter(task -> tasks.getVariable(task.getId(), "party").equals("FR"))
                .findFirst()
                .orElseThrow();
        assertThat(users.shown(entering, "voucherText").toString()).contains("(" + page + ")");
        assertThat(sends(get("/flights/" + flight + "/statement"), "frfinance1", Locale.ENGLISH))
                .contains("href=\"" + page + "\"", "href=\"" + page + "#claim-" + claim.id() + "\"");
        finance(FR, 1).completes("userTask_enterActualCost", flight, Map.of("claimed", "no"));
        nobodyElseClaims(flight);
        Task certifying = users.open("userTask_certifyClaim", flight).get(0);
        assertThat(users.shown(certifying, "voucherText").toString()).contains("none was added");

        MockHttpServletResponse added = uploads("frfinance2", page, claim.id(), "Facture été.pdf", PDF);
        assertThat(added.getStatus()).as(added.getContentAsString()).isEqualTo(201);
        String file = page + "/files/" + added.getContentAsString();
        byte[] invoice = SomeInvoices.ubl(
                entered.get("voucherNumber").toString(), VOUCHER_DAY.plusDays(1).toString(), "EUR", "100000.00");
        assertThat(uploads("frfinance1", page, claim.id(), "_a_ [b](c).xml", invoice)
                        .getStatus())
                .isEqualTo(201);

        assertThat(users.shown(certifying, "voucherText").toString())
                .as("the open form is filled anew")
                .contains(
                        "[Facture été.pdf](" + file + ")",
                        "[_a_ [b](c).xml](",
                        "SHA-256",
                        "not scanned for malicious programs",
                        "The invoice is of 2027-05-26, the claim says 2027-05-25.");
        assertThat(users.stored(certifying, "voucherText").toString())
                .as("a name is text and no Markdown")
                .contains("[&#95;a&#95; &#91;b&#93;&#40;c&#41;&#46;xml](");
        for (String reader : new String[] {"fxfinance2", "gbfinance1", "auditor", "manager1"}) {
            MockHttpServletResponse given = send(get(file), reader);
            assertThat(given.getStatus()).as(reader).isEqualTo(200);
            assertThat(given.getContentAsByteArray()).isEqualTo(PDF);
            assertThat(given.getContentType()).isEqualTo("application/pdf");
            assertThat(given.getHeader("Content-Disposition")).startsWith("attachment;");
            assertThat(given.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(given.getHeader("Cache-Control")).contains("no-store");
        }
        assertThat(sends(get(page), "gbfinance1", Locale.ENGLISH))
                .contains("Facture été.pdf", "Blacken every name", "five years", "The invoice is of")
                .doesNotContain("type=\"file\"", "Take this file away");
        assertThat(sends(get(page), "frfinance1", Locale.FRENCH))
                .contains("Noircissez tout nom", "type=\"file\"", "La facture est du");
        for (String nobody : new String[] {"frcoordinator", "gblegal1", "itfinance1", "rightsofficer1", "admin"}) {
            assertThat(send(get(file), nobody).getStatus()).as(nobody).isEqualTo(403);
            assertThat(send(get(page), nobody).getStatus()).as(nobody).isEqualTo(403);
            assertThat(uploads(nobody, page, claim.id(), "a.pdf", PDF).getStatus())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(sends(get("/flights/" + flight + "/statement"), "frcoordinator", Locale.ENGLISH))
                .doesNotContain(page);

        MockHttpServletResponse refused = uploads("frfinance1", page, claim.id(), "a.exe", PDF);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).endsWith(".");
        assertThat(send(post(file + "/take-away").with(csrf()), "gbfinance1").getStatus())
                .isEqualTo(403);
        assertThat(send(post(file + "/take-away"), "frfinance1").getStatus())
                .as("without the token of a page")
                .isEqualTo(403);
        assertThat(send(post(file + "/take-away").with(csrf()), "frfinance1").getRedirectedUrl())
                .isEqualTo(page);
        assertThat(send(get(file), "frfinance1").getStatus()).isEqualTo(404);
        assertThat(send(get(page + "/files/x"), "frfinance1").getStatus()).isEqualTo(404);
        assertThat(users.shown(certifying, "voucherText").toString()).doesNotContain("Facture");
        certifyAll(flight, "");
        assertThat(uploads("frfinance1", page, claim.id(), "a.pdf", PDF).getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_voucher_on_two_flights_is_certified_on_one() {
        OperationReference first = settled();
        OperationReference second = settled();
        Map<String, Object> entered = claim("1", "100,000.00", false);
        finance(FR, 1).completes("userTask_enterActualCost", first, entered);
        nobodyElseClaims(first);
        finance(FR, 1).completes("userTask_enterActualCost", second, entered);
        nobodyElseClaims(second);
        Task certifying = users.open("userTask_certifyClaim", first).get(0);

        assertThat(outbox.of(second))
                .anySatisfy(notice -> assertThat(notice.text().in(Locale.ENGLISH))
                        .contains("as well", first.value())
                        .contains("claim " + claimOf(first, FR).id() + " of"));
        assertThat(users.shown(certifying, "doubleText").toString())
                .as("the form of the first flight is filled anew")
                .contains(second.value());
        assertThatThrownBy(() -> certifyAll(first, "")).hasRootCauseInstanceOf(Conflict.class);
        assertThatThrownBy(() -> certifyAll(second, "")).hasRootCauseInstanceOf(Conflict.class);

        Map<String, Object> out = new HashMap<>(Map.of("decision", "LEFT_OUT", "reason", "It is of the first flight."));
        certify(second, claimOf(second, FR), out);
        assertThat(users.shown(certifying, "doubleText").toString()).isEmpty();
        certifyAll(first, "");
        assertThat(users.openTasks(first)).containsOnly("userTask_signStatement");
        assertThat(users.openTasks(second)).as("the accounts go on without it").doesNotContain("userTask_certifyClaim");
        assertThat(accounts.of(second).ledger().postings()).isEmpty();
        assertThat(claims.of(second)).noneMatch(Claim::counts);
    }

    /** It may be the same invoice, scanned twice; it may be another one: whoever certifies is told, and decides. */
    @Test
    void a_voucher_of_the_same_number_and_day_with_another_amount_is_pointed_out_and_stops_nobody() {
        OperationReference first = settled();
        OperationReference second = settled();
        Map<String, Object> entered = claim("1", "100,000.00", false);
        finance(FR, 1).completes("userTask_enterActualCost", first, entered);
        nobodyElseClaims(first);
        Task certifying = users.open("userTask_certifyClaim", first).get(0);
        assertThat(users.shown(certifying, "doubleText").toString()).isEmpty();
        Map<String, Object> net = new HashMap<>(entered);
        net.put("amount", "83,333.33");
        finance(FR, 1).completes("userTask_enterActualCost", second, net);
        nobodyElseClaims(second);

        assertThat(users.shown(certifying, "doubleText").toString())
                .as("the form of the first flight is filled anew")
                .contains("same number and day", second.value());
        assertThat(users.shown(users.open("userTask_certifyClaim", second).get(0), "doubleText")
                        .toString())
                .contains("same number and day", first.value());
        certifyAll(second, "");
        assertThat(claims.of(second)).allMatch(Claim::counts);
        claims.withdrawn(claimOf(second, FR).id(), "It is of the first flight.");
        finance(FX, 2).does(() -> tasks.claim(certifying.getId(), "fxfinance2"));
        assertThat(users.shown(certifying, "doubleText").toString())
                .as("whoever takes the task is told as it stands")
                .isEmpty();
        certifyAll(first, "");
    }

    private OperationReference settled() {
        OperationReference flight = flight(FR, SEATS);
        agreed(
                flight,
                SEATS,
                List.of(CostItem.common(
                        1, "Charter", CostCategory.CHARTER, Money.euro(10_000_000), FR, Set.of(FR, GB), Key.PER_SEAT)));
        used(flight, SEATS);
        start(flight, FR);
        return flight;
    }

    private MockHttpServletResponse uploads(String person, String page, long claim, String name, byte[] content)
            throws Exception {
        return send(
                post(page + "/" + claim + "/file")
                        .queryParam("name", name)
                        .with(csrf().asHeader())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(content),
                person);
    }

    private String sends(MockHttpServletRequestBuilder request, String person, Locale language) throws Exception {
        MockHttpServletResponse answer = send(request.locale(language), person);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String person) throws Exception {
        return web.perform(request.with(user(person))).andReturn().getResponse();
    }
}
