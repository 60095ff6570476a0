package org.jointflights.application.settlement;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.Split;
import org.jointflights.application.file.SomeFileChecks;
import org.jointflights.application.flight.FlightServices;
import org.jointflights.application.operation.OperationServices;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.People;
import org.jointflights.application.settlement.CertifyClaims.Finding;
import org.jointflights.application.work.FindPreparers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.file.FileScan;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateMissing;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Voucher;
import org.jspecify.annotations.Nullable;

/**
 * The services of a settlement, eleven days after the flight. The British organised it and have two thirds of the seats,
 * the French one third. Agreed were a charter of 1,000 euro by seats and a doctor of the French, which the British were to
 * pay, and a coach of the French, which they were to pay themselves.
 */
public final class SettlementServices {

    public static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    public static final Party FR = new Party("FR");
    public static final Party FX = Party.FRONTEX;
    public static final Party GB = new Party("GB");
    public static final Seats FRENCH = new Seats(10, 8, 0, 0, 0, 0);
    public static final Seats BRITISH = new Seats(20, 16, 0, 0, 0, 0);
    static final ZonedDateTime DEPARTURE = ZonedDateTime.parse("2027-04-20T10:00:00+01:00[Europe/London]");
    private static final Sentence WHY = Sentence.of("costs.key.PER_SEAT");
    static final Money CHARTER = Money.euro(100_000);

    public final InMemoryPorts ports;
    public final OperationServices operation;
    public final InMemoryClaims claims = new InMemoryClaims();
    public final InMemoryVoucherFiles files = new InMemoryVoucherFiles(claims);
    public final InMemoryVoucherMarks marks = new InMemoryVoucherMarks(claims);
    public final List<OperationReference> shownAnew = new ArrayList<>();
    public FileScan scan = FileScan.NOT_SCANNED;
    public final InMemoryStatements statements = new InMemoryStatements();
    public final InMemoryTransfers transfers = new InMemoryTransfers();
    public final InMemoryPostings postings = new InMemoryPostings();
    public final InMemoryCarryBook book = new InMemoryCarryBook();

    final ReadAgreedCosts agreed;
    final ReadCertifiedCosts certified;
    public final OpenAccounts open;
    public final EnterClaims enter;
    public final ConvertActuals convert;
    public final CertifyClaims certify;
    public final ComputeAccounts compute;
    public final SignStatements sign;
    public final AnswerObjections objections;
    public final DecideDispute disputes;
    public final PlanTransfers plan;
    public final ConfirmPayments payments;
    public final CloseAccounts close;
    public final ReadAccounts read;
    public final ReadRounding rounding;
    public final AddVoucherFile vouchers;
    public final ReadVouchers readVouchers;

    /** Over these ports, with no flight yet. */
    public SettlementServices(InMemoryPorts ports) {
        this.ports = ports;
        operation = new OperationServices(ports);
        agreed = new ReadAgreedCosts(
                ports.flights, ports.participations, ports.splits, operation.flown, ports.cancellations);
        certified = new ReadCertifiedCosts(claims, ports.decisions, ports.versions, agreed);
        open = new OpenAccounts(
                ports.flights,
                ports.contracts,
                ports.cancellations,
                claims,
                statements,
                agreed,
                ports.writeTrail,
                ports.clock);
        FindDoubles doubles = new FindDoubles(
                marks, ports.flights, ports.participations, ports.notices, shownAnew::add, any -> false);
        enter = new EnterClaims(
                claims, statements, agreed, ports.flights, doubles, ports.user, ports.writeTrail, ports.clock);
        convert = new ConvertActuals(claims, ports.rates, ports.flights);
        certify = new CertifyClaims(
                claims,
                ports.cancellations,
                files,
                doubles,
                new CheckConditions(owed, ports.decisions),
                ports.user,
                ports.writeTrail,
                ports.clock);
        compute = new ComputeAccounts(certified, postings, statements, book, ports.writeTrail, ports.clock);
        FourEyesOnAccounts eyes = new FourEyesOnAccounts(
                claims,
                ports.rates,
                new FindPreparers(ports.work, task -> task.equals("userTask_countAboard"), ports.trail),
                ports.trail,
                ports.user);
        sign = new SignStatements(
                statements,
                postings,
                agreed,
                eyes,
                new CheckConditions(owed, ports.decisions),
                ports.user,
                ports.writeTrail,
                ports.clock);
        objections = new AnswerObjections(sign, statements, claims, ports.flights, ports.user, ports.writeTrail);
        disputes = new DecideDispute(
                sign, statements, claims, ports.flights, eyes, ports.writeTrail, ports.notices, ports.clock);
        PostShares shares = new PostShares(book, certified, postings, ports.writeTrail, ports.clock);
        plan = new PlanTransfers(postings, transfers, book, shares, sign, ports.writeTrail, ports.notices, ports.clock);
        payments = new ConfirmPayments(
                postings, transfers, sign, ports.user, ports.writeTrail, ports.notices, ports.clock);
        close = new CloseAccounts(postings, transfers, sign, ports.writeTrail);
        read = new ReadAccounts(
                new FlightServices(ports).access,
                claims,
                postings,
                statements,
                book,
                transfers,
                agreed,
                ports.versions);
        rounding = new ReadRounding(book, ports.user);
        CheckVoucherAccess access = new CheckVoucherAccess(new FlightServices(ports).access, read, claims, ports.user);
        vouchers = new AddVoucherFile(
                access, files, doubles, SomeFileChecks.by(content -> scan), ports.user, ports.writeTrail, ports.clock);
        readVouchers = new ReadVouchers(access, claims, files, doubles, people());
    }

    private static People people() {
        return new InMemoryPeople(new InMemoryAccounts(id -> false));
    }

    /** A fee that the British owe by contract, as the machine enters it; it is not converted yet. */
    Claim penalty() {
        return claims.add(new Claim(
                0,
                REFERENCE,
                GB,
                Claim.Kind.PENALTY,
                null,
                CostCategory.CANCELLATION,
                "Fee",
                Money.euro(5),
                new Voucher("V", LocalDate.of(2027, 3, 1)),
                "system",
                ports.clock.instant(),
                null,
                null,
                null));
    }

    final InMemoryOwedReports owed = new InMemoryOwedReports();

    SettlementServices() {
        this(new InMemoryPorts());
        addFlight(REFERENCE);
        split(REFERENCE, 1, Split.Status.AGREED, Withdrawals.COMMITTED);
        ports.clock.advance(Duration.ofDays(61));
    }

    void remindClaimants(OperationReference reference) {
        ports.reminders.send(new RemindClaimants(statements), reference, null);
    }

    void remindDebtors(OperationReference reference) {
        ports.reminders.send(new RemindDebtors(transfers), reference, null);
    }

    void addFlight(OperationReference reference) {
        ports.flights.add(new Flight(
                reference,
                FlightType.JRO,
                GB,
                "Kosovo",
                new Route(List.of(
                        new Stop("STN", Purpose.START, 0),
                        new Stop("LIL", Purpose.PICK_UP, 250),
                        new Stop("PRN", Purpose.DESTINATION, 1700))),
                DEPARTURE,
                LocalDate.of(2015, 4, 20),
                200,
                Stage.SETTLEMENT,
                ports.clock.instant(),
                null,
                0,
                null,
                0));
        take(reference, FR, Status.COMMITTED, FRENCH, null);
        take(reference, GB, Status.COMMITTED, BRITISH, null);
    }

    void take(OperationReference reference, Party party, Status status, Seats seats, @Nullable Integer daysBefore) {
        String airport = party.equals(FR) ? "LIL" : "STN";
        ports.participations.put(new Participation(
                reference, party, status, seats, airport, null, null, ports.clock.instant(), daysBefore));
    }

    void split(OperationReference reference, int number, Split.Status status, Withdrawals withdrawals) {
        CostInput input = new CostInput(
                4,
                List.of(Participant.committed(FR, FRENCH), Participant.committed(GB, BRITISH)),
                null,
                List.of(
                        CostItem.common(1, "Charter", CostCategory.CHARTER, CHARTER, GB, Set.of(FR, GB), Key.PER_SEAT),
                        CostItem.direct(2, "Coach", CostCategory.GROUND_TRANSPORT, Money.euro(60_000), FR, FR),
                        CostItem.direct(3, "Doctor", CostCategory.MEDICAL, Money.euro(5_000), GB, FR)),
                withdrawals,
                List.of(),
                GroupCostBasis.LEGS);
        Share french = new Share(1, FR, Money.euro(33_333), BigFraction.of(100_000, 3), WHY);
        Share british = new Share(1, GB, Money.euro(66_667), BigFraction.of(200_000, 3), WHY);
        ports.splits.add(new Split(
                reference, number, 1, status, input, List.of(french, british), List.of(), ports.clock.instant()));
    }

    /** Charter and coach are claimed. */
    public static SettlementServices withClaims() {
        SettlementServices services = new SettlementServices();
        services.claimCharterAndCoach(REFERENCE);
        return services;
    }

    /** Somebody of a group signs in, for example frfinance1 of FRfinance. */
    public void as(String id) {
        String group =
                id.substring(0, 2).toUpperCase(Locale.ROOT) + id.substring(2).replaceAll("[0-9]", "");
        ports.user.is(id, group);
    }

    NewClaim planned(int line, Money amount, @Nullable String voucher) {
        return new NewClaim(
                line,
                null,
                "Invoice",
                amount,
                voucher == null ? null : new Voucher(voucher, LocalDate.of(2027, 4, 20)));
    }

    /** The British claim the charter, the French their coach; the first finance officer of each enters it. */
    void claimCharterAndCoach(OperationReference reference) {
        as("gbfinance1");
        enter.enter(reference, GB, planned(1, CHARTER, voucher("GB-1", reference)));
        as("frfinance1");
        enter.enter(reference, FR, planned(2, Money.euro(60_000), voucher("FR-1", reference)));
        convertAll(reference);
    }

    /** One voucher pays for one claim: those of another flight have other numbers. */
    private static String voucher(String number, OperationReference reference) {
        return reference.equals(REFERENCE) ? number : number + " of " + reference;
    }

    void convertAll(OperationReference reference) {
        try {
            convert.convert(reference);
        } catch (RateMissing missing) {
            throw new AssertionError(missing);
        }
    }

    void certifyAll(OperationReference reference) {
        as("fxfinance1");
        for (Claim claim : certify.open(reference)) {
            certify.certify(reference, claim.id(), Finding.ELIGIBLE, true, null, false, null);
        }
    }

    /** A payment of one cent that nobody received. */
    static Posting stray(int number) {
        return new Posting(
                number,
                1,
                null,
                99L,
                Fund.NATIONAL,
                Posting.Kind.PAYMENT,
                GB,
                Money.euro(1),
                "1",
                "",
                Sentence.of("common.said", "why"),
                null);
    }

    /** Charter and coach are claimed and certified, and the first version of the accounts is there. */
    void computeFirstVersion() {
        claimCharterAndCoach(REFERENCE);
        certifyAll(REFERENCE);
        compute.compute(REFERENCE);
    }

    /** The second finance officer of every party signs. */
    void signAll(OperationReference reference) {
        for (Party party : sign.toSign(reference)) {
            as(party.code().toLowerCase(Locale.ROOT) + "finance2");
            sign.sign(reference, party);
        }
    }

    /** All have signed the first version, and it is planned who pays whom. */
    void planFirstVersion() {
        computeFirstVersion();
        signAll(REFERENCE);
        plan.plan(REFERENCE);
    }

    /** What all parties paid. */
    public static Money paid(FlightAccounts accounts) {
        return accounts.lines().stream().map(FlightAccounts.Line::paid).reduce(Money.zero(Money.EUR), Money::plus);
    }
}
