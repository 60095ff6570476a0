package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.settlement.Statements;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Seats;
import org.jointflights.domain.approval.Verification;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.settlement.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who signs the accounts signs exactly these postings, by their hash. */
class SignedAccountsTest extends SettlementCase {

    private static final Map<Party, Seats> COMMITTED = Map.of(FR, seats(10, 0), GB, seats(14, 0));
    private static final Map<String, Object> SIGN = Map.of("answer", "SIGN");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    @Autowired
    Statements statements;

    @Autowired
    VerifySignatures verify;

    private OperationReference flight;

    @BeforeEach
    void the_accounts_lie_before_france_the_united_kingdom_and_frontex() {
        flight = flight(FR, COMMITTED);
        agreed(
                flight,
                COMMITTED,
                List.of(common(1, CostCategory.CHARTER, 10_000_000, FR, Set.of(FR, GB), Key.PER_SEAT)));
        used(flight, COMMITTED);
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
    }

    @Test
    void the_file_behind_the_signing_form_has_the_hash_that_the_form_the_statement_and_the_signature_show()
            throws Exception {
        Task form = users.open("userTask_signStatement", flight).get(0);
        String hash = users.shown(form, "hash").toString();

        byte[] file = read("gbfinance1", "/signed/" + hash + ".json")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString(flight + "-accounts-1.json")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
                .isEqualTo(hash);
        read("sefinance1", "/signed/" + hash + ".json").andExpect(status().isForbidden());
        read("gbfinance1", "/flights/" + flight + "/statement")
                .andExpect(content().string(containsString("/signed/" + hash + ".json")));

        signs(GB);
        assertThat(statements.current(flight).orElseThrow().answers())
                .extracting(Statement.Answer::hash)
                .containsExactly(hash);
        everybodySigns(flight);
        everybodyPays(flight);
        assertThat(faults()).as("after the final posting and all payments").isEmpty();
    }

    @Test
    void nobody_signs_postings_that_were_changed_even_if_they_still_add_up_to_zero() throws Exception {
        signs(FR);
        // A thousand euro from one party to the other, so that no sum gives it away.
        alter("update posting set amount_minor = amount_minor - 100000 where kind = 'SHARE' and party = 'GB' and");
        alter("update posting set amount_minor = amount_minor + 100000 where kind = 'SHARE' and party = 'FR' and");
        String sentence = "The postings of flight " + flight
                + " are not those that version 1 of its accounts puts forward for signature: the first that differs is"
                + " posting 2.";

        assertThatThrownBy(() -> signs(GB)).hasStackTraceContaining(sentence);
        for (String page : List.of("/flights/" + flight + "/statement", "/api/flights/" + flight + "/statement")) {
            read("auditor", page).andExpect(status().isOk()).andExpect(content().string(containsString(sentence)));
        }
        assertThat(faults()).singleElement().asString().startsWith(sentence);

        alter("update posting set amount_minor = amount_minor + 100000 where kind = 'SHARE' and party = 'GB' and");
        alter("update posting set amount_minor = amount_minor - 100000 where kind = 'SHARE' and party = 'FR' and");
        signs(GB);
        assertThat(faults()).isEmpty();
    }

    @Test
    void nothing_is_posted_on_a_signature_that_was_given_on_another_content() {
        signs(FR);
        alter("update statement_answer set hash = '" + "0".repeat(64) + "' where party = 'FR' and");

        assertThatThrownBy(() -> everybodySigns(flight))
                .hasStackTraceContaining(
                        "The signature of frfinance2 for FR on version 1 of the accounts of flight " + flight);
        assertThat(transfers.of(flight)).isEmpty();
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("The signature of frfinance2 for FR on version 1", "was given on another content");
    }

    @Test
    void a_content_that_was_changed_is_named_and_not_handed_out() throws Exception {
        String hash = statements.current(flight).orElseThrow().signed().hash();
        alter("update account_statement set content = content || ' ' where");

        read("auditor", "/signed/" + hash + ".json")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(containsString("The content of version 1 of the accounts of flight " + flight)));
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("The content of version 1 of the accounts of flight " + flight);
        assertThatThrownBy(() -> signs(GB)).hasStackTraceContaining("The content of version 1 of the accounts");
    }

    @Test
    void accounts_that_were_changed_after_the_last_signature_are_not_closed() {
        everybodySigns(flight);
        alter("update posting set amount_minor = amount_minor - 100000 where kind = 'SHARE' and party = 'GB' and");
        alter("update posting set amount_minor = amount_minor + 100000 where kind = 'SHARE' and party = 'FR' and");

        assertThatThrownBy(() -> everybodyPays(flight))
                .hasStackTraceContaining("The postings of flight " + flight + " are not those that version 1");
    }

    private void signs(Party party) {
        Task task = users.open("userTask_signStatement", flight).stream()
                .filter(open -> party.code().equals(tasks.getVariable(open.getId(), "party")))
                .findFirst()
                .orElseThrow();
        try {
            finance(party, 2).completes(task, SIGN);
        } catch (RuntimeException refused) {
            tasks.setAssignee(task.getId(), null);
            throw refused;
        }
    }

    /** What the verification says of this flight. */
    private List<String> faults() {
        return verify.run().checked().stream()
                .filter(one -> one.reference().equals(flight) && one.kind() == Verification.Kind.ACCOUNTS)
                .flatMap(one -> one.faults().stream())
                .map((Refusal fault) -> fault.sentence(Locale.ENGLISH))
                .toList();
    }

    private void alter(String change) {
        assertThat(database.sql(change + " reference = ?").param(flight.value()).update())
                .isEqualTo(1);
    }

    private ResultActions read(String reader, String path) throws Exception {
        return web.perform(get(path).with(user(reader)).locale(Locale.ENGLISH));
    }
}
