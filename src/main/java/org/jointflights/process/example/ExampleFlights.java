package org.jointflights.process.example;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleSteps.Claimed;
import org.jointflights.process.example.ExampleSteps.Line;
import org.jointflights.process.example.LedgerRows.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings in five real operations at the first start, before anybody can sign in and before any job runs: played by the
 * example users through the tasks of live flights, on days that lie around the day of the start. Two are closed and keep
 * their real days. What the ledger does not say (route, single cost items, seats of a state that withdrew) is assumed and
 * marked so.
 */
@Component
@Profile("example")
@ConditionalOnProperty("jointflights.example-flights")
class ExampleFlights implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExampleFlights.class);
    private static final OperationReference KOSOVO_2010 = new OperationReference("RO-2010-001");
    private static final OperationReference NIGERIA_2010 = new OperationReference("RO-2010-037");
    private static final OperationReference NIGERIA_2014 = new OperationReference("RO-2014-012");
    private static final OperationReference ALBANIA_2015 = new OperationReference("RO-2015-058");
    private static final Party DE = new Party("DE");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party IT = new Party("IT");
    private static final Party SE = new Party("SE");

    /** Of those that Britain did not organise. */
    private static final Map<OperationReference, Party> ORGANISERS =
            Map.of(FlightToTheEnd.ANDES_2009, new Party("ES"), KOSOVO_2010, new Party("AT"), NIGERIA_2014, IT);

    private static final int[] GATE_DAYS = {28, 21, 14, 10, 7, 5, 3, 2, 1};

    /** A doctor, an interpreter and a monitor. */
    private static final int FULL_CREW = 3;

    private final ExampleSteps steps;
    private final ExampleUsers users;
    private final LedgerOperations operations;
    private final PlanRoute routes;
    private final Flights flights;
    private final FlightToTheEnd toTheEnd;
    private final EngineRehearsalClock clock;
    private final TransactionOperations transaction;
    private boolean running;

    ExampleFlights(
            ExampleSteps steps,
            ExampleUsers users,
            LedgerOperations operations,
            PlanRoute routes,
            Flights flights,
            FlightToTheEnd toTheEnd,
            EngineRehearsalClock clock,
            TransactionOperations transaction) {
        this.steps = steps;
        this.users = users;
        this.operations = operations;
        this.routes = routes;
        this.flights = flights;
        this.toTheEnd = toTheEnd;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        running = true;
        Set<OperationReference> there =
                flights.all().stream().map(Flight::reference).collect(Collectors.toSet());
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Map<OperationReference, Runnable> plays = new LinkedHashMap<>();
        // Who began with an earlier version may have closed the year that this one posts into.
        if (there.isEmpty()) {
            plays.put(FlightToTheEnd.ANDES_2009, toTheEnd::play);
        }
        plays.put(KOSOVO_2010, this::closed);
        plays.put(NIGERIA_2010, () -> sharing(now));
        plays.put(NIGERIA_2014, () -> awaitingTheGo(now));
        plays.put(ALBANIA_2015, () -> boarding(ALBANIA_2015, now));
        plays.keySet().removeAll(there);
        plays.forEach(this::bringIn);
    }

    /** Boards the flight to Tirana once more under another reference, as of the hour that the clock shows: a flight is flown once. */
    void boardAgain(OperationReference alike) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        bringIn(alike, () -> boarding(alike, now));
    }

    /** Whole or not at all: who is killed meanwhile begins with this flight at the next start. */
    private void bringIn(OperationReference flight, Runnable play) {
        LOG.info("Bringing in the example flight {}.", flight);
        try {
            transaction.executeWithoutResult(status -> play.run());
        } finally {
            clock.backToNow();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens its door. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Vienna to Pristina and Tirana on 14 January 2010, with its accounts. */
    private void closed() {
        Route route = routes.plan("VIE", "PRN, TIA");
        ZonedDateTime departure = ZonedDateTime.of(2010, 1, 14, 9, 0, 0, 0, ZoneId.of("Europe/Vienna"));
        List<Row> ledger = LedgerRows.of(KOSOVO_2010.value());
        clock.play(daysBefore(departure, 70));
        operations.propose(KOSOVO_2010, ledger, "Kosovo and Albania", route, departure, departure.toLocalDate(), 180);
        clock.play(daysBefore(departure, 64));
        for (Row row : states(ledger)) {
            steps.takesPart(
                    KOSOVO_2010, row.party(), seats(row), "VIE", row.party().equals(GB) ? "TIA" : "PRN");
        }
        Money charter = paid(ledger, new Party("AT"));
        clock.play(daysBefore(departure, 60));
        steps.plan(KOSOVO_2010, "Assumed carrier", charter, 180, "Austrian monitoring body");
        clock.play(daysBefore(departure, 55));
        List<Line> lines = new ArrayList<>();
        lines.add(Line.common(
                "CHARTER", "Aircraft, with stops (assumed item)", charter, new Party("AT"), "PER_RETURNEE"));
        ledger.stream()
                .filter(row -> !row.party().equals(new Party("AT")))
                .forEach(row -> lines.add(
                        row.party().isFrontex()
                                ? Line.direct("FRONTEX_MISSION", "Frontex staff aboard", row.paid(), row.party())
                                : Line.direct(
                                        "ESCORTS",
                                        "Own escorts and transport (assumed item)",
                                        row.paid(),
                                        row.party())));
        steps.budget(KOSOVO_2010, lines);
        clock.play(daysBefore(departure, 50));
        steps.acceptShares(KOSOVO_2010, Set.of());
        clock.play(daysBefore(departure, 42));
        steps.ceilings(KOSOVO_2010, ceilings(ledger), party -> "FRONTEX");
        clock.play(daysBefore(departure, 38));
        steps.signatures(KOSOVO_2010);
        clock.play(daysBefore(departure, 35));
        steps.goAndContract(KOSOVO_2010, charter);
        steps.mayLandIn(KOSOVO_2010, "AL");
        passGates(clock, users, steps, KOSOVO_2010, departure, 0);
        clock.play(departure.minusHours(3).toInstant());
        users.fireTimersUntil(clock.instant(), KOSOVO_2010);
        steps.fly(KOSOVO_2010, aboard(ledger));
        clock.play(Deadlines.daysAfter(departure, 3).toInstant());
        steps.reports(KOSOVO_2010);
        clock.play(Deadlines.daysAfter(departure, 40).toInstant());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            steps.claim(
                    KOSOVO_2010,
                    line.payer(),
                    List.of(new Claimed(
                            i + 1,
                            line.amount(),
                            "INV-2010-" + (i + 1),
                            departure.toLocalDate().plusDays(20))));
        }
        clock.play(Deadlines.daysAfter(departure, 75).toInstant());
        steps.settle(KOSOVO_2010, departure.toLocalDate().plusDays(75), toTheEnd::amountDue);
        users.runJobs(KOSOVO_2010);
        // The term of what was typed is over as well.
        users.fireTimersUntil(clock.instant(), KOSOVO_2010);
    }

    /** Stansted to Lagos, really flown on 17 November 2010: most have accepted their share, three have not looked yet. */
    private void sharing(Instant now) {
        ZonedDateTime departure =
                now.plus(Duration.ofDays(70)).atZone(ZoneId.of("Europe/London")).withHour(23);
        List<Row> ledger = LedgerRows.of(NIGERIA_2010.value());
        clock.play(now.minus(Duration.ofDays(30)));
        operations.propose(
                NIGERIA_2010, ledger, "Nigeria", routes.plan("STN", "LOS"), departure, LocalDate.of(2010, 11, 17), 290);
        clock.play(now.minus(Duration.ofDays(22)));
        states(ledger).forEach(row -> steps.takesPart(NIGERIA_2010, row.party(), seats(row), "STN", "LOS"));
        Money own = paid(ledger, GB);
        // The charter's part of the organiser's line is assumed to be what it was on the flight of 19 March 2014.
        Money charter = Money.euro(27_520_870);
        clock.play(now.minus(Duration.ofDays(12)));
        steps.plan(NIGERIA_2010, "Assumed carrier", charter, 290, "UK monitoring board");
        clock.play(now.minus(Duration.ofDays(6)));
        List<Line> lines = new ArrayList<>();
        lines.add(Line.common("CHARTER", "Aircraft there and back (assumed item)", charter, GB, "LEG_SHARE_BY_SEATS"));
        lines.add(Line.direct("ESCORTS", "UK escorts (assumed item)", own.minus(charter), GB));
        ledger.stream()
                .filter(row -> !row.party().equals(GB) && row.paid().minor() > 0)
                .forEach(row -> lines.add(Line.direct(
                        row.party().isFrontex() ? "FRONTEX_MISSION" : "CONNECTING_FLIGHT",
                        "Own costs as in the ledger",
                        row.paid(),
                        row.party())));
        steps.budget(NIGERIA_2010, lines);
        clock.play(now.minus(Duration.ofDays(2)));
        steps.acceptShares(NIGERIA_2010, Set.of(FR, GB, SE));
    }

    /** Rome to Lagos, really flown on 19 March 2014: everybody has signed but the executive; Germany withdrew before. */
    private void awaitingTheGo(Instant now) {
        ZonedDateTime departure =
                now.plus(Duration.ofDays(44)).atZone(ZoneId.of("Europe/Rome")).withHour(10);
        List<Row> ledger = LedgerRows.of(NIGERIA_2014.value());
        clock.play(now.minus(Duration.ofDays(50)));
        operations.propose(
                NIGERIA_2014, ledger, "Nigeria", routes.plan("FCO", "LOS"), departure, LocalDate.of(2014, 3, 19), 250);
        clock.play(now.minus(Duration.ofDays(42)));
        for (Row row : states(ledger)) {
            Seats answered = row.party().equals(DE) ? new Seats(2, 4, 0, 0, 0, 0) : seats(row);
            steps.takesPart(NIGERIA_2014, row.party(), answered, "FCO", "LOS");
        }
        Money charter = Money.euro(19_380_000);
        clock.play(now.minus(Duration.ofDays(34)));
        steps.plan(NIGERIA_2014, "Carrier of 2014", charter, 250, "Italian monitoring body");
        clock.play(now.minus(Duration.ofDays(30)));
        steps.withdraws(
                NIGERIA_2014,
                DE,
                WithdrawalCause.OTHER,
                "Cancelled by the state, as in the ledger; no reason is on record.");
        clock.play(now.minus(Duration.ofDays(26)));
        List<Line> lines = new ArrayList<>();
        lines.add(Line.common("CHARTER", "Rome – Lagos – Rome", charter, IT, "LEG_SHARE_BY_SEATS"));
        lines.add(Line.direct(
                "ESCORTS", "Italian escorts (assumed item)", paid(ledger, IT).minus(charter), IT));
        ledger.stream()
                .filter(row -> !row.party().equals(IT) && row.paid().minor() > 0)
                .forEach(row -> lines.add(
                        Line.direct("CONNECTING_FLIGHT", "Own costs as in the ledger", row.paid(), row.party())));
        steps.budget(NIGERIA_2014, lines);
        clock.play(now.minus(Duration.ofDays(18)));
        steps.acceptShares(NIGERIA_2014, Set.of());
        clock.play(now.minus(Duration.ofDays(12)));
        steps.ceilings(NIGERIA_2014, ceilings(ledger), party -> "FRONTEX");
        clock.play(now.minus(Duration.ofDays(4)));
        steps.signatures(NIGERIA_2014);
    }

    /** Stansted and Lille to Tirana, really flown on 19 November 2015: people are being boarded now. */
    private void boarding(OperationReference flight, Instant now) {
        ZonedDateTime departure = now.plus(Duration.ofHours(3)).atZone(ZoneId.of("Europe/London"));
        List<Row> ledger = LedgerRows.of(ALBANIA_2015.value());
        clock.play(now.minus(Duration.ofDays(75)));
        operations.propose(
                flight, ledger, "Albania", routes.plan("STN, LIL", "TIA"), departure, LocalDate.of(2015, 11, 19), 220);
        clock.play(now.minus(Duration.ofDays(68)));
        for (Row row : states(ledger)) {
            steps.takesPart(flight, row.party(), seats(row), row.party().equals(GB) ? "STN" : "LIL", "TIA");
        }
        Money charter = Money.euro(11_000_000);
        clock.play(now.minus(Duration.ofDays(60)));
        steps.plan(flight, "Assumed carrier", charter, 220, "UK monitor aboard, two Belgian monitors");
        clock.play(now.minus(Duration.ofDays(55)));
        List<Line> lines = List.of(
                Line.common(
                        "CHARTER",
                        "Stansted – Lille – Tirana – Stansted (assumed item)",
                        charter,
                        GB,
                        "LEG_SHARE_BY_SEATS"),
                Line.direct(
                        "ESCORTS", "UK escorts (assumed item)", paid(ledger, GB).minus(charter), GB),
                Line.direct(
                        "GROUND_TRANSPORT",
                        "Own costs as in the ledger",
                        paid(ledger, new Party("BE")),
                        new Party("BE")));
        steps.budget(flight, lines);
        clock.play(now.minus(Duration.ofDays(50)));
        steps.acceptShares(flight, Set.of());
        clock.play(now.minus(Duration.ofDays(44)));
        steps.ceilings(flight, ceilings(ledger), party -> party.equals(FR) ? "NATIONAL" : "FRONTEX");
        clock.play(now.minus(Duration.ofDays(40)));
        steps.signatures(flight);
        clock.play(now.minus(Duration.ofDays(35)));
        steps.goAndContract(flight, charter);
        passGates(clock, users, steps, flight, departure, 0);
        clock.play(now);
        users.fireTimersUntil(now, flight);
    }

    static Party organiser(OperationReference flight) {
        return ORGANISERS.getOrDefault(flight, GB);
    }

    /** Confirms every gate that is still to come on its day, from 28 days before departure on, and before the last day. */
    static void passGates(
            EngineRehearsalClock clock,
            ExampleUsers users,
            ExampleSteps steps,
            OperationReference flight,
            ZonedDateTime departure,
            int lastDay) {
        for (int day : GATE_DAYS) {
            Instant moment = daysBefore(departure, day).plus(Duration.ofHours(1));
            if (day > lastDay && moment.isAfter(clock.instant())) {
                clock.play(moment);
                users.fireTimersUntil(moment, flight);
                steps.confirmOpenGates(flight);
            }
        }
    }

    private static Instant daysBefore(ZonedDateTime departure, int days) {
        return Deadlines.daysBefore(departure, days).toInstant();
    }

    static List<Row> states(List<Row> ledger) {
        return ledger.stream().filter(row -> !row.party().isFrontex()).toList();
    }

    /** The ledger counts the people on duty in one figure; doctor, interpreter and monitor are assumed among a larger team. */
    static Seats seats(Row row) {
        int escorts = row.staff() - FULL_CREW;
        return escorts < FULL_CREW
                ? new Seats(row.returnees(), row.staff(), 0, 0, 0, 0)
                : new Seats(row.returnees(), escorts, 1, 1, 1, 0);
    }

    static Map<Party, Seats> aboard(List<Row> ledger) {
        return states(ledger).stream().collect(Collectors.toMap(Row::party, ExampleFlights::seats));
    }

    private static Money paid(List<Row> ledger, Party party) {
        return ledger.stream()
                .filter(row -> row.party().equals(party))
                .findFirst()
                .orElseThrow()
                .paid();
    }

    /** What Frontex paid is taken as what it was ready to pay. */
    private static Map<Party, Money> ceilings(List<Row> ledger) {
        Map<Party, Money> ceilings = new TreeMap<>();
        states(ledger).stream()
                .filter(row -> row.returnees() > 0)
                .forEach(row -> ceilings.put(row.party(), row.paid()));
        return ceilings;
    }
}
