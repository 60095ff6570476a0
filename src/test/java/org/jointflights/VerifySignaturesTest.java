package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.process.AsIfSignedIn;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The auditors' command and page, on a database of their own: whatever else was signed there would be checked too. */
@SpringBootTest(properties = "spring.datasource.url=" + VerifySignaturesTest.DATABASE)
@AutoConfigureMockMvc
@ActiveProfiles("example")
@TestPropertySource("classpath:test.properties")
@Import({AsIfSignedIn.class, TestClock.class, TasklistUsers.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifySignaturesTest {

    static final String DATABASE = "jdbc:h2:mem:verification;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024";

    private static final String GOOD =
            "Every version is what was signed, every signature is on its version, and what is posted is what the parties sign.";

    @Autowired
    MockMvc web;

    @Autowired
    TasklistUsers users;

    @Autowired
    ExampleSteps steps;

    @Autowired
    JdbcClient database;

    private OperationReference approved;
    private OperationReference beingSigned;

    /** Once: each test puts back what it altered, and says so by verifying again. */
    @BeforeAll
    void one_flight_is_approved_and_another_is_being_signed() {
        users.open();
        approved = signing();
        steps.signatures(approved);
        steps.goAndContract(approved, Money.euro(26_200_000));
        beingSigned = signing();
    }

    private OperationReference signing() {
        OperationReference flight = new SomeFlights(users).sharing();
        steps.acceptShares(flight, Set.of());
        steps.ceilings(flight, Map.of(new Party("FR"), Money.euro(10_000_000)), party -> "FRONTEX");
        return flight;
    }

    @Test
    void where_nothing_was_touched_the_command_says_so_line_by_line_and_ends_well() throws Exception {
        Printed printed = verified();

        assertThat(printed.exitCode).isZero();
        assertThat(printed.lines)
                .anyMatch(line -> line.startsWith(approved + ", version 1 of the plan: signatures: 18, SHA-256 ")
                        && line.endsWith(". All fit."))
                .anyMatch(line -> line.startsWith(beingSigned + ", version 1 of the plan: signatures: 0, SHA-256 "))
                .contains(GOOD);
        web.perform(get("/verification").with(user("auditor")).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString(GOOD)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content = replace(content, 'Nigeria', 'Nigerja') | content = replace(content, 'Nigerja', 'Nigeria')"
                        + " | The content of version 1 of flight %s is not what was signed",
                "total = total + 1 | total = total - 1"
                        + " | Version 1 of flight %s is stored with seats, a total or a fingerprint"
            })
    void one_byte_that_was_changed_is_named_by_the_command_and_the_page_and_cannot_be_signed(
            String change, String undo, String sentence) throws Exception {
        alter("update plan_version set " + change + " where reference = ?", beingSigned);
        String fault = sentence.formatted(beingSigned);

        Printed printed = verified();
        assertThat(printed.exitCode).isEqualTo(1);
        assertThat(printed.lines).last().asString().startsWith("Faults: 1. The first: " + fault);
        assertThat(printed.lines).filteredOn(line -> line.startsWith(fault)).hasSize(1);
        web.perform(get("/verification").with(user("manager1")).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("Faults: 1. The first: " + fault)))
                .andExpect(content().string(not(containsString(GOOD))));
        assertThatThrownBy(() -> users.as("fxfinance1")
                        .completes(
                                users.open("userTask_signDecisionForFrontex", beingSigned)
                                        .get(0),
                                Map.of("answer", "SIGN")))
                .hasStackTraceContaining(fault);

        alter("update plan_version set " + undo + " where reference = ?", beingSigned);
        assertThat(verified().exitCode).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hash = '0000000000000000000000000000000000000000000000000000000000000000' | was given on another content",
                "at = timestamp with time zone '2027-02-01 00:00:00Z' | is of 2027-02-01T00:00:00Z, when that version",
                "person = 'gbfinance1', document = '-' | is the second of the same person on the same document",
                "role = 'LEGAL', document = 'GB' | these signatures are not there: GO."
            })
    void one_signature_that_was_changed_is_named_by_the_command_and_the_page(String change, String sentence)
            throws Exception {
        String go = "where reference = ? and role = 'GO'";
        database.sql("create table kept as select * from signature " + go)
                .param(approved.value())
                .update();
        alter("update signature set " + change + " " + go, approved);

        Printed printed = verified();
        assertThat(printed.exitCode).isEqualTo(1);
        assertThat(printed.lines)
                .last()
                .asString()
                .startsWith("Faults: 1. The first: ")
                .contains("ersion 1 of flight " + approved, sentence);
        web.perform(get("/verification").with(user("auditor")).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString(sentence)));

        database.sql("delete from signature where id = (select id from kept)").update();
        database.sql("insert into signature overriding system value select * from kept")
                .update();
        database.sql("drop table kept").update();
        assertThat(verified().exitCode).isZero();
    }

    @Test
    void a_check_that_is_kept_says_ever_after_who_made_it_when_and_what_did_not_fit() throws Exception {
        web.perform(get("/").with(user("auditor")).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("No check of everything has been kept yet.")));
        alter("update plan_version set total = total + 1 where reference = ?", beingSigned);
        keep("auditor");
        alter("update plan_version set total = total - 1 where reference = ?", beingSigned);

        web.perform(get("/").with(user("auditor")).locale(Locale.ENGLISH))
                .andExpect(content()
                        .string(containsString("1 did not agree. The first: Version 1 of flight " + beingSigned)));
        web.perform(get("/verification").with(user("manager1")).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString(GOOD)))
                .andExpect(content().string(containsString("Did not fit: 1. Shown: 1.")))
                .andExpect(content().string(containsString("Version 1 of flight " + beingSigned)));

        keep("manager1");
        web.perform(get("/").with(user("auditor")).locale(Locale.FRENCH))
                .andExpect(content().string(containsString("Tout concorde")));
        for (String other : List.of("admin", "frfinance1", "executive1")) {
            web.perform(post("/verification").with(user(other)).with(csrf())).andExpect(status().isForbidden());
        }
        assertThat(database.sql("select checked_by from verification_run order by id")
                        .query(String.class)
                        .list())
                .containsExactly("auditor", "manager1");
        database.sql("delete from verification_fault").update();
        database.sql("delete from verification_run").update();
    }

    private void keep(String who) throws Exception {
        web.perform(post("/verification").with(user(who)).with(csrf())).andExpect(redirectedUrl("/verification"));
    }

    private record Printed(int exitCode, List<String> lines) {}

    private static Printed verified() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = VerifyCommand.run(
                new String[] {
                    "--verify-signatures", "--spring.profiles.active=example", "--spring.datasource.url=" + DATABASE
                },
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Printed(
                exitCode, out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private void alter(String change, OperationReference flight) {
        assertThat(database.sql(change).param(flight.value()).update()).isEqualTo(1);
    }
}
