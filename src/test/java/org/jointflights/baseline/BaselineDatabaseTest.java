package org.jointflights.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.settlement.SettlementServices;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.approval.Verification;
import org.jointflights.domain.flight.Suspension;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainReport;
import org.jointflights.domain.trail.TrailVerification;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jointflights.process.overview.OpenTasksAgree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A copy of the baseline's database is opened by the application as it is now, on the day after it was made. */
@SpringBootTest
@ActiveProfiles("example")
@TestPropertySource("classpath:test.properties")
@Import({TestClock.class, TasklistUsers.class})
@DirtiesContext
@ExtendWith(OpenTasksAgree.class)
class BaselineDatabaseTest {

    private static final String URL = "jdbc:h2:mem:baseline;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024";
    private static final OperationReference CLOSED = new OperationReference("RO-2010-001");
    private static final OperationReference SHARING = new OperationReference("RO-2010-037");
    private static final OperationReference AWAITING_THE_GO = new OperationReference("RO-2014-012");

    private static final OperationReference BOARDING = new OperationReference("RO-2015-058");

    private static long entriesOfThen;

    @Autowired
    private Flyway migrations;

    @Autowired
    private ReadAccounts accounts;

    @Autowired
    private VerifySignatures signatures;

    @Autowired
    private VerifyTrail trail;

    @Autowired
    private Splits splits;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private OpenTasks openTasks;

    @Autowired
    private SubmitFlightAct acts;

    @Autowired
    private Flights flights;

    @Autowired
    private Suspensions suspensions;

    @DynamicPropertySource
    static void copy(DynamicPropertyRegistry properties) {
        database()
                .sql("runscript from 'classpath:baseline/database.sql.gz' compression gzip charset 'UTF-8'")
                .update();
        database()
                .sql("update flight set suspended_for = 'a report' where reference = ?")
                .param(CLOSED.value())
                .update();
        database()
                .sql("insert into trail (reference, at, actor, code, arguments)"
                        + " select ?, max(at), 'rightsofficer1', 'trail.suspended', '[\"a report\"]' from trail")
                .param(CLOSED.value())
                .update();
        entriesOfThen =
                database().sql("select count(*) from trail").query(Long.class).single();
        properties.add("spring.datasource.url", () -> URL);
    }

    @BeforeAll
    static void on_the_next_day(@Autowired TestClock clock) {
        Instant made = database()
                .sql("select max(at) from trail")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        clock.set(made.plus(Duration.ofDays(1)));
    }

    @Test
    void no_script_of_the_baseline_has_changed_since() {
        assertThat(migrations.validateWithResult().validationSuccessful).isTrue();
        assertThat(migrations.info().pending()).isEmpty();
    }

    @Test
    void a_flight_whose_costs_are_being_shared_goes_on_when_the_last_have_accepted() {
        for (String finance : List.of("frfinance1", "gbfinance1", "sefinance1")) {
            users.as(finance).completes("userTask_acceptShare", SHARING, Map.of("answer", "ACCEPT"));
        }
        users.runJobs(SHARING);

        assertThat(splits.current(SHARING).orElseThrow().stands()).isTrue();
        assertThat(users.openTasks(SHARING)).containsExactly("userTask_setCeilings");
    }

    /** Its model asks for no advice: the officer gives it on the flight's page, and the task that waits waits for it. */
    @Test
    void a_flight_that_is_suspended_under_the_model_of_then_goes_on_once_a_rights_officer_has_advised_on_its_page() {
        users.as("rightsofficer1")
                .does(() -> acts.perform(BOARDING, acts.named("suspend"), Map.of("reason", "a report is examined")));
        assertThat(users.openTasks(BOARDING))
                .contains("userTask_resumeFlight")
                .doesNotContain("userTask_adviseOnResuming");
        assertThatThrownBy(() -> users.as("executive1")
                        .completes("userTask_resumeFlight", BOARDING, Map.of("reason", "it was unfounded")))
                .hasRootCauseInstanceOf(Conflict.class)
                .rootCause()
                .hasMessageContaining("no fundamental-rights officer has advised on this suspension");

        users.as("rightsofficer2").does(() -> {
            assertThat(acts.possible(BOARDING)).extracting(FlightAct::path).contains("advise");
            acts.perform(
                    BOARDING, acts.named("advise"), Map.of("advice", "RESUME", "adviceReasons", "it was unfounded"));
        });
        users.as("executive1").completes("userTask_resumeFlight", BOARDING, Map.of("reason", "it was unfounded"));

        assertThat(flights.get(BOARDING).isSuspended()).isFalse();
        assertThat(users.openTasks(BOARDING)).doesNotContain("userTask_resumeFlight");
    }

    @Test
    void a_flight_that_was_suspended_then_is_under_a_suspension_that_nobody_has_advised_on() {
        Suspension suspension = suspensions.current(CLOSED).orElseThrow();

        assertThat(suspension.number()).isEqualTo(1);
        assertThat(suspension.by()).isEqualTo("rightsofficer1");
        assertThat(suspension.advice()).isNull();
    }

    @Test
    void what_was_open_then_is_on_the_list_of_flights_now() {
        assertThat(openTasks.of(List.of(SHARING, AWAITING_THE_GO))).containsOnlyKeys(SHARING, AWAITING_THE_GO);
    }

    @Test
    void a_plan_that_was_signed_then_is_the_same_plan_now_and_gets_its_go() {
        users.as("executive1").completes("userTask_giveGo", AWAITING_THE_GO, Map.of("answer", "SIGN"));
        users.runJobs(AWAITING_THE_GO);

        assertThat(users.openTasks(AWAITING_THE_GO)).contains("userTask_contractCarrier");
    }

    @Test
    void the_accounts_of_a_closed_flight_read_as_they_did() {
        FlightAccounts closed = accounts.of(CLOSED);

        assertThat(SettlementServices.paid(closed).decimal()).isEqualByComparingTo("149193.29");
        assertThat(closed.ledger().isEven()).isTrue();
        assertThat(closed.faults()).isEmpty();
        Posting first = closed.ledger().postings().get(0);
        assertThat(first.reason(Locale.ENGLISH)).isEqualTo("AT paid 48,026.20 EUR for “1 As invoiced”.");
        assertThat(splits.current(CLOSED).orElseThrow().shares().get(0).reason(Locale.ENGLISH))
                .startsWith(
                        "AT pays 32,621.57 EUR of “1 Aircraft, with stops (assumed item)” (48,026.20 EUR), shared by");
    }

    @Test
    void every_signature_is_still_on_what_was_signed() {
        Verification found = signatures.run();

        assertThat(found.faults()).isEmpty();
        assertThat(found.versions()).isEqualTo(4);
    }

    @Test
    void every_entry_of_then_has_its_place_in_a_chain_from_the_first_start_on() {
        TrailVerification found = trail.run(List.of());

        assertThat(found.faults()).isEmpty();
        ChainReport chain = found.chains().get(0);
        assertThat(chain.log()).isEqualTo(AuditLog.TRAIL);
        // Those of then, and what the tests above have added.
        assertThat(chain.entries()).isEqualTo(chain.head().number()).isGreaterThanOrEqualTo(entriesOfThen);
    }

    private static JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(URL, "sa", ""));
    }
}
