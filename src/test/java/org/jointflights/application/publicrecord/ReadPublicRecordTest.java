package org.jointflights.application.publicrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.closing.InMemoryMonitorReports;
import org.jointflights.application.flight.FlightServices;
import org.jointflights.application.incidents.InMemoryComplaints;
import org.jointflights.application.incidents.InMemorySeriousIncidents;
import org.jointflights.application.operation.InMemoryHeadCounts;
import org.jointflights.application.operation.InMemoryOperationRuns;
import org.jointflights.application.operation.OperationRuns.Outcome;
import org.jointflights.application.operation.ReadFlownSeats;
import org.jointflights.application.settlement.SettlementServices;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.closing.MonitorReport.Delivery;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.ResumingAdvice;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Suspension;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.ReportChannel;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.domain.operation.TakenOff;
import org.jointflights.domain.publicrecord.Ending;
import org.jointflights.domain.publicrecord.PublicCosts;
import org.jointflights.domain.publicrecord.PublicRecord;
import org.jointflights.domain.publicrecord.PublicRecord.Aboard;
import org.jointflights.domain.publicrecord.ReportsIn;
import org.jointflights.domain.publicrecord.ToldCount;
import org.jointflights.domain.settlement.Posting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** France's flight from Paris to Lagos has ended; everything that is typed of it says so, and the record says none of it. */
class ReadPublicRecordTest {

    private static final String TYPED = "typed by somebody";
    private static final String PERSON = "frperson1";
    private static final String LAW = "Decision 2004/573/EC";
    private static final ToldCount FEW = ToldCount.of(0);

    private final InMemoryPorts ports = new InMemoryPorts();
    private final InMemoryMonitorReports reports = new InMemoryMonitorReports();
    private final InMemorySeriousIncidents incidents = new InMemorySeriousIncidents();
    private final InMemoryComplaints complaints = new InMemoryComplaints();
    private final SettlementServices settlement = new SettlementServices(ports);
    private final InMemoryOperationRuns runs = settlement.operation.runs;
    private final InMemoryHeadCounts counts = settlement.operation.counts;
    private final ReadFlownSeats flown = settlement.operation.flown;
    private final ReadPublicRecord records = new ReadPublicRecord(
            new FlightServices(ports).access,
            ports.kinds,
            ports.participations,
            new ReadAboard(runs, flown, ports.participations, reports),
            new ReadEvents(ports.stopOrders, ports.suspensions, incidents, complaints),
            new ReadPublicCosts(ports.trail, settlement.read, ports.participations, flown));
    private final Instant now = ports.clock.instant();

    @ParameterizedTest
    @ValueSource(strings = {"manager", "auditor", "rightsOfficer", "executive", "FRcoordinator"})
    void whoever_publishes_it_reads_it(String group) {
        ParisToLagos.at(Stage.SETTLEMENT, ports);

        assertThat(as(group).reference()).isEqualTo(REFERENCE);
        assertThat(records.isOpen(ports.flights.get(REFERENCE))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda-admin", "GBcoordinator", "FXcoordinator", "FRfinance", "FRmonitor", "FRlegal"})
    void nobody_else_who_may_look_at_the_flight_does(String group) {
        ParisToLagos.at(Stage.SETTLEMENT, ports);

        refusal(NotYours.class, "publicrecord.notYours", () -> as(group));
        assertThat(records.isOpen(ports.flights.get(REFERENCE))).isFalse();
    }

    @Test
    void a_coordinator_of_another_flight_does_not() {
        ParisToLagos.at(Stage.SETTLEMENT, ports);

        refusal(NotYours.class, "overview.flight.notYours", () -> as("SEcoordinator"));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_flight_has_one_once_it_has_ended(Stage stage) {
        ParisToLagos.at(stage, ports);

        if (Set.of(Stage.SETTLEMENT, Stage.CLOSED, Stage.CANCELLED, Stage.GIVEN_UP)
                .contains(stage)) {
            assertThat(as("manager").reference()).isEqualTo(REFERENCE);
        } else {
            refusal(Unknown.class, "publicrecord.notYet", () -> as("manager"));
        }
        assertThat(records.isOpen(ports.flights.get(REFERENCE))).isEqualTo(stage.compareTo(Stage.SETTLEMENT) >= 0);
    }

    @Test
    void inspectors_11_what_is_told_of_a_flight_that_was_carried_out() {
        ParisToLagos.at(Stage.SETTLEMENT, ports);
        ports.kinds.put(REFERENCE, new FlightKind(LAW, TYPED, null));
        fly(new Seats(14, 29, 1, 1, 1, 0), new Seats(22, 38, 0, 0, 0, 0), Outcome.FLOWN);

        PublicRecord told = as("manager");

        assertThat(told.kind()).isEqualTo(FlightType.JRO);
        assertThat(told.law()).isEqualTo(LAW);
        assertThat(told.month()).isEqualTo(YearMonth.of(2016, 5));
        assertThat(told.organiser()).isEqualTo(FR);
        assertThat(told.states()).containsExactly(FR, GB);
        assertThat(told.destination()).isEqualTo("Nigeria");
        assertThat(told.ending()).isEqualTo(Ending.CARRIED_OUT);
        assertThat(told.aboard()).isEqualTo(new Aboard(ToldCount.of(36), ToldCount.of(70), true, ReportsIn.AWAITED));
        assertThat(told.costs()).isNull();
    }

    @Test
    void how_it_ended_otherwise() {
        ParisToLagos.at(Stage.CANCELLED, ports);
        assertThat(as("manager").ending()).isEqualTo(Ending.NOT_FLOWN);
        assertThat(as("manager").aboard()).isNull();

        fly(new Seats(3, 9, 1, 1, 0, 0), new Seats(1, 9, 0, 0, 0, 0), Outcome.ABORTED);
        assertThat(as("manager").ending()).isEqualTo(Ending.TURNED_BACK);
        assertThat(as("manager").aboard()).isEqualTo(new Aboard(FEW, ToldCount.of(20), false, ReportsIn.NOT_ASKED));

        runs.ended(REFERENCE, Outcome.REFUSED_ON_ARRIVAL, now);
        assertThat(as("manager").ending()).isEqualTo(Ending.REFUSED_ON_ARRIVAL);
        runs.ended(REFERENCE, Outcome.RECALLED, now);
        assertThat(as("manager").ending()).isEqualTo(Ending.NOT_FLOWN);
    }

    @Test
    void reports_are_in_when_all_are() {
        ParisToLagos.at(Stage.SETTLEMENT, ports);
        fly(ParisToLagos.FRENCH, ParisToLagos.BRITISH, Outcome.FLOWN);
        reports.ask(new MonitorReport(REFERENCE, FR, now, now, null));
        reports.ask(new MonitorReport(REFERENCE, GB, now, now, null));
        deliver(FR);
        assertThat(reportsIn()).isEqualTo(ReportsIn.AWAITED);

        deliver(GB);

        assertThat(reportsIn()).isEqualTo(ReportsIn.ALL);
    }

    @Test
    void stops_incidents_and_complaints_are_counted_and_few_of_them_hidden() {
        ParisToLagos.at(Stage.SETTLEMENT, ports);
        for (int number = 1; number <= 4; number++) {
            happens(number);
        }
        assertThat(as("manager").events()).isEqualTo(new PublicRecord.Events(FEW, 1, FEW, FEW));

        happens(5);

        ToldCount five = ToldCount.of(5);
        assertThat(as("manager").events()).isEqualTo(new PublicRecord.Events(five, 1, five, five));
    }

    @Test
    void what_came_by_the_exceptional_channel_is_not_counted_before_it_is_assessed_for_officers_neither() {
        ParisToLagos.at(Stage.SETTLEMENT, ports);
        for (int number = 1; number <= 5; number++) {
            incident(number, number == 5 ? ReportChannel.EXCEPTIONAL : ReportChannel.ORDINARY);
        }

        assertThat(as("rightsOfficer").events().incidents()).isEqualTo(FEW);
    }

    @Test
    void
            inspectors_12_costs_are_told_once_the_accounts_are_closed_and_who_bears_them_where_that_tells_nobodys_number() {
        ParisToLagos.at(Stage.CLOSED, ports);
        fly(new Seats(14, 29, 1, 1, 1, 0), new Seats(22, 38, 0, 0, 0, 0), Outcome.FLOWN);
        account();
        assertThat(as("manager").costs()).isNull();

        ports.writeTrail.record(REFERENCE, TrailEvent.ACCOUNTS_CLOSED);

        PublicCosts costs = as("manager").costs();
        assertThat(costs).isNotNull();
        assertThat(costs.total()).isEqualTo(Money.euro(100_000_00));
        assertThat(costs.granted()).isEqualTo(Money.euro(40_000_00));
        assertThat(costs.borne())
                .containsExactlyInAnyOrderEntriesOf(
                        java.util.Map.of(FR, Money.euro(20_000_00), GB, Money.euro(40_000_00)));
    }

    @Test
    void who_bears_the_cost_is_not_told_where_three_of_a_state_stayed_behind() {
        ParisToLagos.at(Stage.CLOSED, ports);
        fly(new Seats(14, 29, 1, 1, 1, 0), new Seats(19, 38, 0, 0, 0, 0), Outcome.FLOWN);
        account();
        ports.writeTrail.record(REFERENCE, TrailEvent.ACCOUNTS_CLOSED);

        PublicCosts costs = as("manager").costs();

        assertThat(costs).isNotNull();
        assertThat(costs.total()).isEqualTo(Money.euro(100_000_00));
        assertThat(costs.borne()).isNull();
    }

    @Test
    void nothing_that_was_typed_nobody_and_no_day_is_in_it() {
        ParisToLagos.at(Stage.CLOSED, ports);
        ports.kinds.put(REFERENCE, new FlightKind(LAW, TYPED, null));
        fly(ParisToLagos.FRENCH, ParisToLagos.BRITISH, Outcome.FLOWN);
        counts.add(new TakenOff(REFERENCE, GB, GatePoint.STOPOVER, 1, 6, Cause.OTHER, TYPED, PERSON, now));
        for (int number = 1; number <= 5; number++) {
            happens(number);
        }
        account();
        ports.user.is(PERSON, "FRcoordinator");
        ports.writeTrail.record(REFERENCE, TrailEvent.ACCOUNTS_CLOSED);

        String told = as("FRcoordinator").toString();

        assertThat(told)
                .contains("Nigeria")
                .doesNotContain(TYPED, PERSON, "no aircraft", "2016-05-20", "2027-05-20", "FILE-");
    }

    private PublicRecord as(String group) {
        ports.user.is("somebody", group);
        return records.of(REFERENCE);
    }

    private ReportsIn reportsIn() {
        Aboard aboard = as("manager").aboard();
        assertThat(aboard).isNotNull();
        return aboard.reports();
    }

    private void fly(Seats french, Seats british, Outcome outcome) {
        runs.open(REFERENCE, now);
        counts.add(new Boarding(REFERENCE, FR, 0, french, PERSON, now));
        counts.add(new Boarding(REFERENCE, GB, 1, british, PERSON, now));
        runs.departed(REFERENCE, now);
        runs.ended(REFERENCE, outcome, now);
    }

    private void deliver(Party party) {
        reports.deliver(
                REFERENCE,
                party,
                new Delivery(LocalDate.EPOCH, "0".repeat(64), Set.of(Phase.IN_FLIGHT), 0, 0, PERSON, now));
    }

    /** One more stop, incident and complaint; with the first the flight is suspended and resumed too. */
    private void happens(int number) {
        ports.stopOrders.add(new StopOrder(REFERENCE, number, ES, Cause.OTHER, TYPED, PERSON, "FRlegal", now, null));
        incident(number, ReportChannel.ORDINARY);
        LocalDate today = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
        complaints.add(Complaint.registered(REFERENCE, number, PERSON, now, today, today, "fr", FR, "FILE-" + number));
        if (number == 1) {
            ports.suspensions.add(
                    Suspension.begun(REFERENCE, 1, PERSON, now).advised(new ResumingAdvice(true, TYPED, PERSON, now)));
        }
    }

    private void incident(int number, ReportChannel channel) {
        incidents.add(SeriousIncident.reported(
                REFERENCE, number, channel, PERSON, now, IncidentCategory.CATEGORY_4, Phase.IN_FLIGHT, 1, TYPED));
    }

    /** The French paid all; a fund gives two fifths, and they bear a third of the rest. */
    private void account() {
        settlement.postings.add(
                REFERENCE,
                List.of(
                        posting(1, Fund.NATIONAL, Posting.Kind.PAID, FR, 100_000_00),
                        posting(2, Fund.FRONTEX, Posting.Kind.GRANT, FR, 40_000_00),
                        posting(3, Fund.FRONTEX, Posting.Kind.GRANT, Party.FRONTEX, -40_000_00),
                        posting(4, Fund.NATIONAL, Posting.Kind.SHARE, FR, -20_000_00),
                        posting(5, Fund.NATIONAL, Posting.Kind.SHARE, GB, -40_000_00)),
                Instant.EPOCH);
    }

    private static Posting posting(int number, Fund fund, Posting.Kind kind, Party party, long cents) {
        return new Posting(
                number,
                1,
                1L,
                null,
                fund,
                kind,
                party,
                Money.euro(cents),
                "1",
                "",
                Sentence.of("common.said", TYPED),
                null);
    }
}
