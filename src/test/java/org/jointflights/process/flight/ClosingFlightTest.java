package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.closing.CloseFlight;
import org.jointflights.application.closing.MonitorReports;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.closing.MonitorReport.Delivery;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleSteps.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finding 10: a flight was closed without the report of any monitor. What it waits for now, and who says so. */
class ClosingFlightTest extends FlightCase {

    private static final Money CHARTER = Money.euro(4_000_000);
    private static final List<Line> BUDGET = List.of(common("CHARTER", 4_000_000, FR, "PER_RETURNEE"));
    private static final Seats WITH_MONITOR = new Seats(10, 12, 1, 1, 1, 0);
    private static final Seats WITHOUT_MONITOR = new Seats(10, 8, 0, 0, 0, 0);
    private static final String DELIVER = "userTask_deliverReport";
    private static final String HASH = "A".repeat(64);

    @Autowired
    MonitorReports reports;

    @Autowired
    CloseFlight closing;

    @Autowired
    ReadFlightFile read;

    @Autowired
    Outbox outbox;

    @Autowired
    TrailEntries trail;

    @Autowired
    RepositoryService models;

    @Test
    void finding_10_a_flight_is_not_closed_before_every_party_that_had_a_monitor_aboard_has_reported() {
        OperationReference flight = flown(WITH_MONITOR, WITH_MONITOR);
        assertThat(exampleUsers.open(flight)).contains(DELIVER);
        settlesTheAccounts(flight);

        assertThat(flights.get(flight).stage()).as("with even accounts").isEqualTo(Stage.SETTLEMENT);
        assertThat(exampleUsers.open(flight)).containsExactly(DELIVER, DELIVER);

        delivers("frmonitor", flight, Map.of());
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        assertThat(exampleUsers.open(flight)).containsExactly(DELIVER);

        delivers("gbmonitor", flight, Map.of());
        erases(flight);
        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
        assertThat(trail.of(flight))
                .filteredOn(entry -> entry.event() == TrailEvent.REPORT_DELIVERED)
                .extracting(entry -> entry.actor(), entry -> entry.party())
                .containsExactly(tuple("frmonitor", FR), tuple("gbmonitor", GB));
    }

    @Test
    void reports_may_come_in_before_the_accounts_are_settled_and_only_proof_of_them_is_kept() {
        OperationReference flight = flown(WITH_MONITOR, WITHOUT_MONITOR);
        assertThat(exampleUsers.open(flight)).containsOnlyOnce(DELIVER);

        delivers("frmonitor", flight, Map.of("forceSeen", 2L, "restrained", 1L, "coversReturn", "yes"));

        assertThat(reports.of(flight)).singleElement().satisfies(report -> {
            assertThat(report.party()).isEqualTo(FR);
            assertThat(report.delivery())
                    .isEqualTo(new Delivery(
                            today(),
                            HASH.toLowerCase(Locale.ROOT),
                            Set.of(Phase.values()),
                            2,
                            1,
                            "frmonitor",
                            clock.instant()));
        });
        settlesTheAccounts(flight);
        erases(flight);
        assertEnded(flight, "endEvent_closed", Stage.CLOSED);
    }

    @Test
    void where_nobody_counted_a_monitor_the_organisers_monitors_are_asked() {
        OperationReference flight = planned();
        passGates(flight, 28, 1);
        boardingOpens(flight);
        steps.confirmOpenGates(flight);
        // Nobody comes, so that the aircraft may leave without doctor, interpreter and monitor.
        Map<String, Object> nobody = Map.of("returnees", 0L, "absent", 10L, "cause", "ABSCONDED", "why", "not there");
        exampleUsers.completeAll("userTask_countAboard", flight, form -> nobody);
        exampleUsers.completeAll("userTask_clearDeparture", flight, form -> Map.of("decision", "CLEAR"));
        lands(flight);
        steps.confirmOpenGates(flight);
        exampleUsers.completeAll("userTask_countAboardAtStop", flight, form -> nobody);
        exampleUsers.completeAll("userTask_clearOnward", flight, form -> Map.of("decision", "CLEAR"));
        lands(flight);

        assertThat(users.open(DELIVER, flight)).hasSize(1);
        assertThat(users.as("frmonitor").open(DELIVER, flight)).isNotNull();
        assertThatThrownBy(() -> users.as("gbmonitor").open(DELIVER, flight)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource({"TURNED_BACK", "REFUSED_ON_ARRIVAL"})
    void a_return_that_did_not_reach_its_destination_is_reported_on_as_well(String outcome) {
        OperationReference flight = inTheAir(WITH_MONITOR, WITHOUT_MONITOR);
        exampleUsers.completeAll(
                "userTask_recordLanding", flight, form -> Map.of("outcome", outcome, "reason", "no clearance"));
        landsBack(flight, Map.of(FR, WITH_MONITOR, GB, WITHOUT_MONITOR));

        assertThat(exampleUsers.open(flight)).contains(DELIVER);
    }

    @Test
    void a_flight_that_is_called_back_or_cancelled_before_it_leaves_owes_no_report() {
        OperationReference flight = planned();
        exampleUsers.as(
                "frcoordinator",
                () -> postponement.postpone(
                        flight, ZonedDateTime.parse("2027-05-21T09:30:00+02:00[Europe/Paris]"), "no slot"));
        exampleUsers.runJobs(flight);
        assertThat(exampleUsers.open(flight)).containsExactly("userTask_recordPermits");

        exampleUsers.as("frcoordinator", () -> cancellation.cancel(flight, "no permit", null));
        exampleUsers.runJobs(flight);
        assertThat(exampleUsers.open(flight)).containsOnly("userTask_enterActualCost");
        assertThat(reports.of(flight)).isEmpty();
    }

    @Test
    void
            a_report_is_due_on_the_evening_of_the_seventh_day_in_the_zone_of_the_departure_and_a_reminder_comes_two_days_before() {
        OperationReference flight = flown(WITH_MONITOR, WITHOUT_MONITOR);
        Instant due = Instant.parse("2027-05-27T16:00:00Z");
        Task task = users.as("frmonitor").open(DELIVER, flight);

        assertThat(task.getDueDate().toInstant()).isEqualTo(due);
        exampleUsers.fireTimersUntil(due.minus(Duration.ofDays(2)).minusSeconds(1), flight);
        assertThat(told(flight, "notice.reportReminder")).isEmpty();
        exampleUsers.fireTimersUntil(due.minus(Duration.ofDays(2)), flight);
        assertThat(told(flight, "notice.reportReminder")).containsExactly("FRmonitor");
        assertThat(told(flight, "notice.reportOverdue")).isEmpty();
        exampleUsers.fireTimersUntil(due, flight);
        assertThat(told(flight, "notice.reportOverdue"))
                .containsExactlyInAnyOrder("FRcoordinator", "rightsOfficer", "executive");
        assertThat(exampleUsers.open(flight)).as("late, and asked all the same").contains(DELIVER);
    }

    @Test
    void whoever_has_reported_is_not_reminded() {
        OperationReference flight = flown(WITH_MONITOR, WITHOUT_MONITOR);
        delivers("frmonitor", flight, Map.of());

        exampleUsers.fireTimersUntil(Instant.parse("2027-06-27T16:00:00Z"), flight);

        assertThat(told(flight, "notice.reportReminder")).isEmpty();
        assertThat(told(flight, "notice.reportOverdue")).isEmpty();
    }

    @Test
    void what_proves_no_report_is_refused_and_nothing_has_changed() {
        OperationReference flight = flown(WITH_MONITOR, WITHOUT_MONITOR);

        refuses(flight, "reportHash", "9f86d0", "no SHA-256");
        refuses(flight, "reportHash", "z".repeat(64), "no SHA-256");
        refuses(flight, "reportDate", "2027-05-19", "dated from the departure");
        refuses(flight, "reportDate", "2027-05-22", "dated from the departure");
        refuses(flight, "sentToDirector", "no", "must be sent");
        refuses(flight, "sentToRightsOfficer", "no", "must be sent");
        refuses(flight, "sentToAuthorities", "no", "must be sent");
        refuses(flight, "forceSeen", "-1", "whole number");
        refuses(flight, "restrained", "some", "whole number");
        refuses(flight, "coversReturn", "perhaps", "no");
        String coversNothing = "no";
        assertThatThrownBy(() -> delivers(
                        "frmonitor",
                        flight,
                        Map.of(
                                "coversBeforeDeparture", coversNothing,
                                "coversInFlight", coversNothing,
                                "coversHandOver", coversNothing,
                                "coversReturn", coversNothing)))
                .hasRootCauseInstanceOf(BadInput.class);
        requireNoReport(flight);
    }

    private void refuses(OperationReference flight, String field, String typed, String why) {
        assertThatThrownBy(() -> delivers("frmonitor", flight, Map.of(field, typed)))
                .as("%s: %s", field, typed)
                .rootCause()
                .isInstanceOfSatisfying(
                        BadInput.class, refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessageContaining(why);
        requireNoReport(flight);
    }

    private void requireNoReport(OperationReference flight) {
        assertThat(reports.of(flight))
                .singleElement()
                .satisfies(report -> assertThat(report.isIn()).isFalse());
        assertThat(exampleUsers.open(flight)).contains(DELIVER);
    }

    @Test
    void the_page_says_what_is_awaited_to_all_and_what_a_monitor_saw_to_its_own_party_and_those_who_see_everything() {
        OperationReference flight = flown(WITH_MONITOR, WITH_MONITOR);
        delivers("frmonitor", flight, Map.of("restrained", 1L));

        for (String reader : List.of("gbcoordinator", "frcoordinator", "rightsofficer1")) {
            exampleUsers.as(reader, () -> {
                FlightFile file = read.file(flight);
                assertThat(file.accounts().closing().awaitsReports()).isTrue();
                assertThat(file.accounts().closing().reports())
                        .extracting(
                                report -> report.party(),
                                report -> report.isIn(),
                                report -> file.viewer().seesDetailsOf(report.party()))
                        .containsExactly(
                                tuple(FR, true, !reader.startsWith("gb")), tuple(GB, false, !reader.startsWith("fr")));
            });
        }
    }

    @Test
    void whatever_the_process_says_the_close_is_refused_while_a_report_is_missing() {
        OperationReference flight = flown(WITH_MONITOR, WITHOUT_MONITOR);

        assertThatThrownBy(() -> closing.close(flight))
                .isInstanceOf(Conflict.class)
                .hasMessage("Flight " + flight + " cannot be closed: the report of the monitor of FR is not in.");
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
    }

    @Test
    void a_flight_that_began_before_monitors_were_asked_closes_as_its_own_model_has_it() throws IOException {
        String older = deployOlderModel();
        try {
            OperationReference flight = flown(WITH_MONITOR, WITHOUT_MONITOR);

            assertThat(exampleUsers.open(flight)).doesNotContain(DELIVER);
            settlesTheAccounts(flight);
            assertEnded(flight, "endEvent_closed", Stage.CLOSED);
            assertThat(reports.of(flight)).isEmpty();
        } finally {
            models.deleteDeployment(older, true);
        }
    }

    private String deployOlderModel() throws IOException {
        DeploymentBuilder release = models.createDeployment();
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        for (String kind : List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form")) {
            for (Resource file : files.getResources("classpath:" + kind)) {
                String name = Objects.requireNonNull(file.getFilename());
                boolean changed = name.equals("jointFlight.bpmn");
                release.addString(
                        name,
                        changed
                                ? files.getResource("classpath:older/jointFlight.bpmn")
                                        .getContentAsString(StandardCharsets.UTF_8)
                                : file.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return release.deploy().getId();
    }

    private List<String> told(OperationReference flight, String code) {
        return outbox.of(flight).stream()
                .filter(notice -> notice.text().code().equals(code))
                .map(notice -> notice.recipient())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void delivers(String person, OperationReference flight, Map<String, ?> otherwise) {
        Map<String, Object> fields = new HashMap<>(Map.ofEntries(
                Map.entry("reportDate", today().toString()),
                Map.entry("reportHash", HASH),
                Map.entry("coversBeforeDeparture", "yes"),
                Map.entry("coversInFlight", "yes"),
                Map.entry("coversHandOver", "yes"),
                Map.entry("coversReturn", "no"),
                Map.entry("forceSeen", 0L),
                Map.entry("restrained", 0L),
                Map.entry("sentToDirector", "yes"),
                Map.entry("sentToRightsOfficer", "yes"),
                Map.entry("sentToAuthorities", "yes")));
        fields.putAll(otherwise);
        users.as(person).completes(DELIVER, flight, fields);
        users.runJobs(flight);
    }

    private void settlesTheAccounts(OperationReference flight) {
        everybodyClaims(flight, BUDGET);
        steps.settle(
                flight, today(), form -> transfers.get(form.number("transfer")).amount());
        exampleUsers.runJobs(flight);
    }

    private OperationReference planned() {
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-05-20 09:30", 60, "GB");
        plan(flight);
        return flight;
    }

    private void plan(OperationReference flight) {
        steps.takesPart(flight, FR, WITH_MONITOR, "CDG", "");
        steps.takesPart(flight, GB, WITH_MONITOR, "STN", "");
        steps.plan(flight, "Air One", CHARTER, 60, "CGLPL");
        steps.budget(flight, BUDGET);
        steps.acceptShares(flight, Set.of());
        Map<Party, Money> none = Map.of(FR, Money.euro(0), GB, Money.euro(0));
        steps.ceilings(flight, none, party -> "NATIONAL");
        steps.signatures(flight);
        steps.goAndContract(flight, CHARTER);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.OPERATION);
    }

    private OperationReference inTheAir(Seats french, Seats british) {
        OperationReference flight = planned();
        passGates(flight, 28, 1);
        boardingOpens(flight);
        board(flight, Map.of(FR, french, GB, british));
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.IN_FLIGHT);
        return flight;
    }

    private OperationReference flown(Seats french, Seats british) {
        OperationReference flight = inTheAir(french, british);
        steps.fly(flight, Map.of(FR, french, GB, british));
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.SETTLEMENT);
        return flight;
    }
}
