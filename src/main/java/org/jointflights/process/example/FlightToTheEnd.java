package org.jointflights.process.example;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.application.settlement.Claims;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.ReferenceRate;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.process.example.ExampleSteps.Claimed;
import org.jointflights.process.example.ExampleSteps.Line;
import org.jointflights.process.example.ExampleUsers.OpenForm;
import org.jointflights.process.example.LedgerRows.Row;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Madrid to Quito and Bogotá on 16 September 2009, to the end of its money: the Commission paid 70 % of it, as the ledger says.
 * Sweden withdraws late and pays for its seats, Italy pays in pounds, France objects, and an auditor's finding is recovered. States,
 * seats of those who flew and the grant's rate are the ledger's; it gives no amounts, and says of Sweden only that an observer was there.
 */
@Component
@Profile("example")
@ConditionalOnProperty("jointflights.example-flights")
class FlightToTheEnd {

    static final OperationReference ANDES_2009 = new OperationReference("RO-2009-022");

    private static final Party ES = new Party("ES");
    private static final Party FR = new Party("FR");
    private static final Party IT = new Party("IT");
    private static final Party SE = new Party("SE");
    private static final Party COMMISSION = new Party("EU");

    private static final Seats SWEDISH = new Seats(3, 6, 0, 0, 0, 0);
    private static final Money CHARTER = Money.euro(298_000_00);
    private static final Money OVERCHARGED = Money.euro(301_500_00);
    private static final Money HANDLING = Money.euro(18_450_25);
    private static final Money WITHIN_THE_TARIFF = Money.euro(17_900_10);
    private static final String WHY_CUT = "The tariff of the airport, without overtime.";

    private final ExampleSteps steps;
    private final ExampleUsers users;
    private final LedgerOperations operations;
    private final PlanRoute routes;
    private final Claims claims;
    private final Transfers transfers;
    private final ExampleRecovery recovery;
    private final EngineRehearsalClock clock;

    private final ZonedDateTime departure = ZonedDateTime.of(2009, 9, 16, 9, 0, 0, 0, ZoneId.of("Europe/Madrid"));

    FlightToTheEnd(
            ExampleSteps steps,
            ExampleUsers users,
            LedgerOperations operations,
            PlanRoute routes,
            Claims claims,
            Transfers transfers,
            ExampleRecovery recovery,
            EngineRehearsalClock clock) {
        this.steps = steps;
        this.users = users;
        this.operations = operations;
        this.routes = routes;
        this.claims = claims;
        this.transfers = transfers;
        this.recovery = recovery;
        this.clock = clock;
    }

    /** From the proposal to what is left of the recovery: Sweden has not said yet that it has its part of it. */
    void play() {
        List<Row> ledger = LedgerRows.of(ANDES_2009.value());
        agree(ledger);
        fly(ledger);
        settle();
        recover();
    }

    private void agree(List<Row> ledger) {
        clock.play(before(70));
        operations.propose(
                ANDES_2009,
                ledger,
                "Ecuador and Colombia",
                routes.plan("MAD", "UIO, BOG"),
                departure,
                departure.toLocalDate(),
                260,
                LedgerOperations.ASSUMED_AMOUNTS);
        clock.play(before(64));
        for (Row row : ExampleFlights.states(ledger)) {
            Seats seats = row.party().equals(SE) ? SWEDISH : ExampleFlights.seats(row);
            boolean first = row.party().equals(FR) || row.party().equals(SE);
            steps.takesPart(ANDES_2009, row.party(), seats, "MAD", first ? "UIO" : "BOG");
        }
        clock.play(before(60));
        steps.plan(ANDES_2009, "Assumed carrier", CHARTER, 260, "Spanish monitoring body");
        clock.play(before(55));
        steps.budget(ANDES_2009, lines());
        clock.play(before(50));
        steps.acceptShares(ANDES_2009, Set.of());
        clock.play(before(42));
        Map<Party, Money> ceilings = new TreeMap<>();
        ceilings.put(ES, Money.euro(300_000_00));
        ceilings.put(IT, Money.euro(4_200_00));
        ceilings.put(FR, Money.euro(0));
        ceilings.put(SE, Money.euro(0));
        Map<Party, Fund> funds = Map.of(ES, Fund.PREPARATORY_ACTION, IT, Fund.FRONTEX);
        steps.ceilings(
                ANDES_2009,
                ceilings,
                party -> funds.getOrDefault(party, Fund.NATIONAL).name());
        clock.play(before(38));
        steps.signatures(ANDES_2009);
        clock.play(before(35));
        steps.goAndContract(ANDES_2009, CHARTER);
        steps.mayLandIn(ANDES_2009, "CO");
    }

    private static List<Line> lines() {
        return List.of(
                Line.common(
                        "CHARTER",
                        "Madrid – Quito – Bogotá – Madrid (assumed item)",
                        CHARTER,
                        ES,
                        "LEG_SHARE_BY_SEATS"),
                Line.common("HANDLING", "Handling at both airports (assumed item)", HANDLING, ES, "PER_SEAT"),
                Line.direct("ESCORTS", "Spanish escorts (assumed item)", Money.euro(61_230_40), ES),
                Line.direct("CONNECTING_FLIGHT", "Connecting flight (assumed item)", Money.euro(4_870_00), FR),
                Line.direct("CONNECTING_FLIGHT", "Connecting flight (assumed item)", pounds(4_310_50), IT),
                Line.direct(
                        "FRONTEX_MISSION", "Frontex staff aboard (assumed item)", Money.euro(3_600_00), Party.FRONTEX));
    }

    private void fly(List<Row> ledger) {
        ExampleFlights.passGates(clock, users, steps, ANDES_2009, departure, 9);
        clock.play(before(9));
        steps.withdraws(
                ANDES_2009,
                SE,
                WithdrawalCause.NO_PEOPLE,
                "Assumed: nobody is to be returned from Sweden on this flight.");
        users.completeAll(
                "userTask_acknowledgeWithdrawal",
                ANDES_2009,
                form -> Map.of("note", "The seats stay empty; Sweden keeps its share."));
        ExampleFlights.passGates(clock, users, steps, ANDES_2009, departure, 0);
        clock.play(departure.minusHours(3).toInstant());
        users.fireTimersUntil(clock.instant(), ANDES_2009);
        steps.fly(ANDES_2009, ExampleFlights.aboard(ledger));
        clock.play(after(3));
        steps.reports(ANDES_2009);
    }

    private void settle() {
        LocalDate invoiced = departure.toLocalDate().plusDays(14);
        clock.play(after(40));
        steps.claim(
                ANDES_2009,
                ES,
                List.of(
                        new Claimed(1, OVERCHARGED, "INV-2009-1", invoiced),
                        new Claimed(2, HANDLING, "INV-2009-2", invoiced),
                        new Claimed(3, Money.euro(60_914_15), "INV-2009-3", invoiced)));
        steps.claim(ANDES_2009, FR, List.of(new Claimed(4, Money.euro(4_870_00), "INV-2009-4", invoiced)));
        steps.claim(ANDES_2009, IT, List.of(new Claimed(5, pounds(4_295_75), "INV-2009-5", invoiced)));
        steps.claim(ANDES_2009, Party.FRONTEX, List.of(new Claimed(6, Money.euro(3_412_60), "INV-2009-6", invoiced)));
        users.completeAll("userTask_enterActualCost", ANDES_2009, form -> Map.of("claimed", "no"));
        clock.play(after(52));
        steps.certify(ANDES_2009, this::found);
        clock.play(after(58));
        users.completeAll("userTask_signStatement", ANDES_2009, FlightToTheEnd::franceObjects);
        clock.play(after(61));
        users.complete(
                "esfinance1",
                "userTask_answerObjection",
                ANDES_2009,
                Map.of(
                        "decision",
                        "CORRECT",
                        "claim",
                        Long.toString(charter().id()),
                        "answer",
                        "France is right: the night was the carrier’s. The invoice was corrected."));
        steps.claim(ANDES_2009, ES, List.of(new Claimed(1, CHARTER, "INV-2009-1B", invoiced.plusDays(45))));
        users.completeAll("userTask_enterActualCost", ANDES_2009, form -> Map.of("claimed", "no"));
        clock.play(after(66));
        steps.settle(ANDES_2009, departure.toLocalDate().plusDays(66), this::amountDue);
        users.runJobs(ANDES_2009);
        clock.play(after(75));
        // The term of what was typed is over as well.
        users.fireTimersUntil(clock.instant(), ANDES_2009);
    }

    /** What the form of a payment asks to be confirmed. */
    Money amountDue(OpenForm form) {
        return transfers.get(form.number("transfer")).amount();
    }

    /** The handling is cut; everything else stands. */
    private Map<String, ?> found(OpenForm form) {
        Claim claim = claims.get(form.number("claim"));
        Map<String, Object> finding = new HashMap<>(Map.of("decision", "ELIGIBLE", "voucherChecked", "yes"));
        if (claim.amount().equals(HANDLING)) {
            finding.putAll(Map.of(
                    "decision",
                    "PARTLY",
                    "eligibleAmount",
                    WITHIN_THE_TARIFF.decimal().toPlainString(),
                    "reason",
                    WHY_CUT));
        }
        return finding;
    }

    private static Map<String, ?> franceObjects(OpenForm form) {
        return form.party().equals(FR)
                ? Map.of(
                        "answer",
                        "OBJECT",
                        "reason",
                        "The carrier charged a night at Bogotá that nobody had agreed on.")
                : Map.of("answer", "SIGN");
    }

    /** The claim for the charter that counts. */
    private Claim charter() {
        return claims.of(ANDES_2009).stream()
                .filter(claim -> claim.counts() && Integer.valueOf(1).equals(claim.budgetLine()))
                .findFirst()
                .orElseThrow();
    }

    /** Of 298,000.00 certified, 2,800.00 should not have been; what follows comes to its creditors in time, late or not at all. */
    private void recover() {
        Claim charter = charter();
        clock.play(day(2010, 2, 15));
        recovery.finds(
                departure.toLocalDate().plusDays(66),
                "16-09-20-09",
                charter,
                Money.euro(2_800_00),
                SampleFinding.Cause.OTHER_AMOUNT);
        clock.play(day(2010, 2, 22));
        long order = recovery.announced(charter);
        clock.play(day(2010, 3, 15));
        recovery.contested(order, "ES/2010/114 (assumed)");
        clock.play(day(2010, 3, 29));
        recovery.issued(order, "DN-2010-1 (assumed)");
        clock.play(day(2010, 4, 20));
        ReferenceRate rate = new ReferenceRate(
                YearMonth.of(2010, 4),
                new BigDecimal("1.00"),
                "European Central Bank, main refinancing operations, in force since 13 May 2009");
        recovery.entered(rate);
        recovery.paid(order, FR, LocalDate.of(2010, 4, 19), rate, "SEPA-" + ANDES_2009 + "-R-FR");
        clock.play(day(2010, 6, 15));
        recovery.paid(order, COMMISSION, LocalDate.of(2010, 6, 14), rate, "SEPA-" + ANDES_2009 + "-R-EU");
        recovery.waived(order, IT, LocalDate.of(2010, 6, 15), "IT/2010/9 (assumed)");
    }

    private static Money pounds(long pence) {
        return new Money(pence, Currency.getInstance("GBP"));
    }

    private Instant before(int days) {
        return Deadlines.daysBefore(departure, days).toInstant();
    }

    private Instant after(int days) {
        return Deadlines.daysAfter(departure, days).toInstant();
    }

    private Instant day(int year, int month, int day) {
        return LocalDate.of(year, month, day)
                .atTime(10, 0)
                .atZone(departure.getZone())
                .toInstant();
    }
}
