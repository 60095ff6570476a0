package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.settlement.Claim;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An auditor draws a sample on the page, looks at the vouchers and says what was found. */
class SamplesTest extends SettlementCase {

    private static final Map<Party, Seats> SEATS =
            Map.of(FR, new Seats(10, 8, 0, 0, 0, 0), GB, new Seats(10, 8, 0, 0, 0, 0));

    /** No other test certifies on these days. */
    private static final Instant CERTIFIED = Instant.parse("2027-06-13T09:00:00Z");

    @Autowired
    MockMvc web;

    @Test
    void from_the_seed_to_the_file() throws Exception {
        clock.set(CERTIFIED);
        OperationReference flight = flight(FR, SEATS);
        agreed(flight, SEATS, List.of(common(1, CostCategory.CHARTER, 10_000_000, FR, Set.of(FR, GB), Key.PER_SEAT)));
        used(flight, SEATS);
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        Claim claim = claimOf(flight, FR);
        clock.set(Instant.parse("2027-06-14T09:00:00Z"));

        assertThat(read("/", "auditor", Locale.ENGLISH)).contains("href=\"/samples\"");
        MockHttpServletResponse refused = send(draw("2027-06-14"), "auditor");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("Name a day before today", "value=\"2027-06-14\"");
        String page = send(draw("2027-06-13"), "auditor").getRedirectedUrl();
        assertThat(page).matches("/samples/[0-9]+");
        String shown = read(page, "auditor", Locale.ENGLISH);
        assertThat(shown)
                .contains(
                        "Claim " + claim.id() + " of France, flight " + flight,
                        "the same ones come out",
                        "07-11-23-42",
                        "href=\"/flights/" + flight + "/vouchers#claim-" + claim.id() + "\"",
                        "(hit 3 times)",
                        "value=\"ACCEPTED\"");
        assertThat(read(page, "manager1", Locale.FRENCH))
                .contains("le résultat est le même")
                .doesNotContain("name=\"errorAmount\"");

        String finding = page + "/claims/" + claim.id();
        assertThat(send(
                                post(finding)
                                        .with(csrf())
                                        .param("errorCause", "NO_VOUCHER")
                                        .param("errorAmount", "100,000.01"),
                                "auditor")
                        .getStatus())
                .isEqualTo(400);
        assertThat(send(
                                post(finding)
                                        .with(csrf())
                                        .param("errorCause", "NO_VOUCHER")
                                        .param("errorAmount", "1,000.00"),
                                "auditor")
                        .getRedirectedUrl())
                .isEqualTo(page + "#claim-" + claim.id());
        assertThat(read(page, "auditor", Locale.ENGLISH)).contains("Error of 1,000.00 EUR: no voucher shows it.");
        assertThat(read(page + ".csv", "manager1", Locale.FRENCH))
                .contains("," + claim.id() + "," + flight + ",FR,100000.00,3,ERROR,1000.00,NO_VOUCHER,auditor,");
        for (String nobody : new String[] {"fxfinance1", "frfinance1", "admin"}) {
            assertThat(send(get("/samples"), nobody).getStatus()).as(nobody).isEqualTo(403);
            assertThat(send(get(page + ".csv"), nobody).getStatus()).as(nobody).isEqualTo(403);
            assertThat(send(post(finding).with(csrf()), nobody).getStatus())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(send(draw("2027-06-13"), "manager1").getStatus()).isEqualTo(403);
        assertThat(send(get("/samples/999999"), "auditor").getStatus()).isEqualTo(404);
        assertThat(send(get("/samples/x"), "auditor").getStatus()).isEqualTo(404);
        assertThat(read("/flights/" + flight + "/history", "frfinance1", Locale.ENGLISH))
                .contains("An auditor looked at claim " + claim.id())
                .doesNotContain("was drawn for sample");
    }

    private static MockHttpServletRequestBuilder draw(String to) {
        return post("/samples")
                .with(csrf())
                .param("sampleFrom", "2027-06-13")
                .param("sampleTo", to)
                .param("draws", "3")
                .param("seed", "07-11-23-42");
    }

    private String read(String path, String person, Locale language) throws Exception {
        MockHttpServletResponse answer = send(get(path).locale(language), person);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String person) throws Exception {
        return web.perform(request.with(user(person))).andReturn().getResponse();
    }
}
