package org.jointflights.application.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.closing.CollectReports.Said;
import org.jointflights.application.flight.acts.FlightActServices;
import org.jointflights.application.incidents.InMemorySeriousIncidents;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.operation.InMemoryHeadCounts;
import org.jointflights.application.operation.InMemoryOperationRuns;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.closing.RetentionTerm;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.Boarding;
import org.junit.jupiter.api.Test;

/** What a flight owes before it is closed, and who keeps its texts from being erased. */
class CloseFlightTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final InMemoryOperationRuns runs = new InMemoryOperationRuns();
    private final InMemoryHeadCounts counts = new InMemoryHeadCounts(runs);
    private final InMemoryMonitorReports reports = new InMemoryMonitorReports();
    private final InMemoryErasures erasures = new InMemoryErasures();
    private final InMemoryLegalHolds holds = new InMemoryLegalHolds();
    private final List<OperationReference> told = new ArrayList<>();
    private final Map<String, Integer> typed = new HashMap<>(Map.of("taken_off.reason", 2, "claim.reason", 0));
    private final CollectReports monitors =
            new CollectReports(ports.flights, counts, reports, ports.writeTrail, ports.user, ports.clock);
    private final SettleTexts texts = new SettleTexts(
            ports.flights,
            day -> new RetentionTerm(day.getYear() == 2016 ? 10 : 30, "RULE"),
            flight -> taken(),
            flight -> Map.of("engine.comments", 0),
            holds,
            erasures,
            ports.writeTrail,
            ports.clock);
    private final InMemorySeriousIncidents incidents = new InMemorySeriousIncidents();
    private final CloseFlight closing =
            new CloseFlight(monitors, reports, texts, incidents, new FlightActServices(ports).stages);
    private final KeepTexts keep =
            new KeepTexts(ports.participations, holds, erasures, ports.user, ports.writeTrail, ports.clock);
    private final WithdrawHold lift = new WithdrawHold(holds, told::add, ports.user, ports.writeTrail, ports.clock);

    private final Flight flight = ParisToLagos.at(Stage.SETTLEMENT, ports);

    private Map<String, Integer> taken() {
        Map<String, Integer> now = Map.copyOf(typed);
        typed.clear();
        return now;
    }

    @Test
    void monitors_report_of_the_parties_that_counted_one_or_else_of_the_organiser() {
        assertThat(monitors.parties(REFERENCE)).containsExactly(FR);
        runs.open(REFERENCE, ports.clock.instant());
        boarded(GB, 1);
        boarded(FR, 0);
        assertThat(monitors.parties(REFERENCE)).containsExactly(GB);
    }

    @Test
    void the_days_count_from_the_end_of_the_operation_and_a_reminder_comes_two_days_before() {
        Instant ended = ports.clock.instant().minus(Duration.ofDays(2));
        reports.ended(REFERENCE, ended);

        CollectReports.Times times = monitors.ask(REFERENCE, FR);

        LocalDate day = LocalDate.ofInstant(ended, PARIS).plusDays(7);
        assertThat(times.due()).isEqualTo(day.atTime(18, 0).atZone(PARIS).toInstant());
        assertThat(times.reminder())
                .isEqualTo(day.minusDays(2).atTime(18, 0).atZone(PARIS).toInstant());
        assertThat(monitors.of(REFERENCE, FR).isIn()).isFalse();
        assertThat(monitors.tasksEnded(REFERENCE)).isEqualTo(ended);
    }

    @Test
    void whoever_is_late_is_told_of_and_whoever_has_reported_is_left_alone() {
        monitors.ask(REFERENCE, FR);
        TellReportOverdue overdue = new TellReportOverdue(monitors, ports.flights);
        RemindMonitor reminder = new RemindMonitor(monitors, ports.flights);
        ports.reminders.send(reminder, REFERENCE, FR);
        ports.reminders.send(overdue, REFERENCE, FR);
        assertThat(ports.told())
                .containsExactly(
                        "FRmonitor notice.reportReminder",
                        "FRcoordinator notice.reportOverdue",
                        "rightsOfficer notice.reportOverdue",
                        "executive notice.reportOverdue");

        delivers();

        assertThat(reminder.calls(REFERENCE, FR)).isEmpty();
        assertThat(overdue.calls(REFERENCE, FR)).isEmpty();
    }

    @Test
    void a_flight_is_closed_with_every_report_in_and_a_certificate() {
        monitors.ask(REFERENCE, FR);
        refusal(Conflict.class, "closing.report.missing", () -> closing.close(REFERENCE));
        delivers();
        refusal(Conflict.class, "closing.erasure.missing", () -> closing.close(REFERENCE));
        refusal(Conflict.class, "closing.erasure.missing", () -> closing.closeCancelled(REFERENCE));
        assertThat(texts.erase(REFERENCE)).isTrue();

        closing.close(REFERENCE);

        assertThat(ports.flights.get(REFERENCE).stage()).isEqualTo(Stage.CLOSED);
        assertThat(erasures.of(REFERENCE)).singleElement().satisfies(certificate -> {
            assertThat(certificate.texts()).containsExactly(Map.entry("taken_off.reason", 2));
            assertThat(certificate.term().days()).as("the law of the real day").isEqualTo(10);
        });
        assertThat(ports.happened())
                .containsExactly(
                        TrailEvent.REPORT_ASKED, TrailEvent.REPORT_DELIVERED, TrailEvent.ERASED, TrailEvent.STAGE);
    }

    @Test
    void what_was_typed_later_has_a_certificate_of_its_own() {
        texts.erase(REFERENCE);
        typed.put("waiver.reason", 1);

        closing.closeCancelled(REFERENCE);

        assertThat(ports.flights.get(REFERENCE).stage()).isEqualTo(Stage.CANCELLED);
        assertThat(erasures.of(REFERENCE))
                .extracting(ErasureCertificate::number, ErasureCertificate::total)
                .containsExactly(tuple(1, 2), tuple(2, 1));
    }

    @Test
    void a_flight_of_before_closes_as_it_began() {
        closing.closeAsBegun(REFERENCE, Stage.CLOSED);

        assertThat(ports.flights.get(REFERENCE).stage()).isEqualTo(Stage.CLOSED);
        assertThat(erasures.of(REFERENCE)).isEmpty();
    }

    @Test
    void a_report_is_delivered_once_and_only_when_it_was_sent() {
        refusal(Conflict.class, "closing.report.notAwaited", this::delivers);
        monitors.ask(REFERENCE, FR);
        refusal(
                BadInput.class,
                "closing.report.notSent",
                () -> monitors.deliver(REFERENCE, FR, said(false, true, true)));
        refusal(
                BadInput.class,
                "closing.report.notSent",
                () -> monitors.deliver(REFERENCE, FR, said(true, false, true)));
        refusal(
                BadInput.class,
                "closing.report.notSent",
                () -> monitors.deliver(REFERENCE, FR, said(true, true, false)));
        delivers();
        refusal(Conflict.class, "closing.report.notAwaited", this::delivers);
    }

    @Test
    void a_hold_is_set_by_legal_and_rights_officers_and_lifted_by_the_group_that_set_it() {
        ports.user.is("frcoordinator", "FRcoordinator", "executive", "manager", "auditor");
        refusal(NotYours.class, "flight.notYours", () -> keep.perform(flight, reason()));
        assertThat(keep.groups(flight)).containsExactlyInAnyOrder("rightsOfficer", "ESlegal", "FRlegal", "GBlegal");
        assertThat(lift.fits(flight)).isFalse();

        ports.user.is("gblegal1", "GBlegal");
        keep.perform(flight, reason());
        refusal(Conflict.class, "closing.hold.already", () -> keep.perform(flight, reason()));
        ports.user.is("rightsofficer1", "rightsOfficer");
        keep.perform(flight, reason());
        assertThat(texts.erase(REFERENCE)).isFalse();
        assertThat(lift.groups(flight)).containsExactlyInAnyOrder("GBlegal", "rightsOfficer");

        ports.user.is("frlegal1", "FRlegal");
        refusal(NotYours.class, "flight.notYours", () -> lift.perform(flight, nothing()));
        ports.user.is("gblegal2", "GBlegal");
        lift.perform(flight, nothing());
        assertThat(told).isEmpty();
        ports.user.is("rightsofficer2", "rightsOfficer");
        lift.perform(flight, nothing());
        assertThat(told).containsExactly(REFERENCE);

        assertThat(texts.erase(REFERENCE)).isTrue();
        assertThat(keep.fits(flight)).isFalse();
        refusal(Conflict.class, "closing.erasure.done", () -> keep.perform(flight, reason()));
    }

    @Test
    void both_acts_work_late_and_while_the_flight_is_suspended() {
        assertThat(List.of(keep, lift)).allMatch(act -> act.worksAfterDeparture() && act.worksWhileSuspended());
        assertThat(keep.fields()).containsExactly("reason");
        assertThat(lift.fields()).isEmpty();
        assertThat(List.of(keep.name(), lift.name())).containsExactly("HOLD_TEXTS", "LIFT_HOLD");
    }

    private static TypedFields reason() {
        return new TypedFields(Map.of("reason", "before the court"));
    }

    private static TypedFields nothing() {
        return new TypedFields(Map.of());
    }

    private void boarded(Party party, int observers) {
        counts.add(new Boarding(
                REFERENCE, party, 0, new Seats(3, 6, 0, 0, observers, 0), "leader", ports.clock.instant()));
    }

    private void delivers() {
        ports.user.is("frmonitor", "FRmonitor");
        monitors.deliver(REFERENCE, FR, said(true, true, true));
    }

    private Said said(boolean director, boolean officer, boolean authorities) {
        reports.ended(REFERENCE, ports.clock.instant());
        return new Said(
                LocalDate.ofInstant(ports.clock.instant(), PARIS),
                "0f".repeat(32),
                Set.of(Phase.IN_FLIGHT),
                0,
                0,
                director,
                officer,
                authorities);
    }
}
