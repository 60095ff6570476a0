package org.jointflights.process.settlement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.PublishedRate;
import org.jointflights.application.costs.Rates;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.operation.OperationRuns;
import org.jointflights.application.settlement.Claims;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.application.settlement.Postings;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Flights that are over, and the people who settle them, in whichever application a test starts. */
abstract class SettlementFixture {

    static final Party FR = new Party("FR");
    static final Party GB = new Party("GB");
    static final Party ES = new Party("ES");
    static final Party SE = new Party("SE");
    static final Party BE = new Party("BE");
    static final Party FI = new Party("FI");
    static final Party FX = Party.FRONTEX;
    static final Currency GBP = Currency.getInstance("GBP");
    static final ZonedDateTime DEPARTURE = ZonedDateTime.of(2027, 5, 20, 9, 30, 0, 0, ZoneId.of("Europe/Paris"));
    /** One voucher pays for one claim, on whichever flight: each has a number of its own. */
    private static final AtomicInteger VOUCHERS = new AtomicInteger();

    static final LocalDate VOUCHER_DAY = LocalDate.of(2027, 5, 25);

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    RuntimeService engine;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @Autowired
    Splits splits;

    @Autowired
    Budgets budgets;

    @Autowired
    Rates rates;

    @Autowired
    Contracts contracts;

    @Autowired
    Cancellations cancellations;

    @Autowired
    Claims claims;

    @Autowired
    Postings postings;

    @Autowired
    Transfers transfers;

    @Autowired
    ReadAccounts accounts;

    @Autowired
    FinancialDecisions decisions;

    @Autowired
    SignedVersions versions;

    @Autowired
    OperationRuns runs;

    @Autowired
    HeadCounts counts;

    @BeforeEach
    void open() {
        users.open();
        clock.set(Instant.parse("2027-06-01T09:00:00Z"));
    }

    /** A flight of these states, on record as far as its departure. */
    OperationReference flight(Party organiser, Map<Party, Seats> committed) {
        OperationReference reference = flights.nextReference(2027);
        Route route = new Route(List.of(
                new Stop("CDG", Stop.Purpose.START, 0),
                new Stop("LOS", Stop.Purpose.DESTINATION, 4700),
                new Stop("CDG", Stop.Purpose.RETURN, 4700)));
        Instant now = clock.instant();
        flights.add(new Flight(
                reference,
                FlightType.JRO,
                organiser,
                "Nigeria",
                route,
                DEPARTURE,
                DEPARTURE.toLocalDate(),
                200,
                Stage.SETTLEMENT,
                now,
                null,
                0,
                null,
                0));
        committed.forEach((party, seats) -> participations.put(Participation.invited(reference, party, now)
                .declared(seats, "CDG", null, now)
                .committed(now)));
        return reference;
    }

    void agreed(OperationReference reference, Map<Party, Seats> committed, List<CostItem> items) {
        agreed(reference, committed, items, WithdrawalRule.COMMITTED);
    }

    void agreed(OperationReference reference, Map<Party, Seats> committed, List<CostItem> items, WithdrawalRule rule) {
        Map<Party, Seats> all = new HashMap<>(committed);
        items.forEach(item -> {
            all.putIfAbsent(item.payer(), Seats.NONE);
            item.sharers().forEach(party -> all.putIfAbsent(party, Seats.NONE));
        });
        List<Participant> participants = all.entrySet().stream()
                .map(entry -> Participant.committed(entry.getKey(), entry.getValue()))
                .toList();
        CostInput input = CostInput.of(participants, null, items, Withdrawals.of(rule, List.of()));
        agreed(reference, input);
    }

    void agreed(OperationReference reference, CostInput input) {
        input.items()
                .forEach(item -> budgets.put(
                        new BudgetLine(reference, Price.withoutVat(item.amount()), item.sharers(), item, false, null)));
        splits.add(split(reference, 1, Split.Status.AGREED, input));
    }

    /** As the application keeps a split: with the shares that follow from its input. */
    Split split(OperationReference reference, int number, Split.Status status, CostInput input) {
        List<Share> shares = CostSharing.share(input).postings().stream()
                .map(posting -> new Share(
                        posting.item().id(), posting.party(), posting.posted(), posting.exact(), posting.reason()))
                .toList();
        return new Split(reference, number, number, status, input, shares, List.of(), clock.instant());
    }

    /** A decision that both sides have signed, with all that were made before, on a version of its own. */
    void decide(OperationReference reference, Party beneficiary, Fund fund, int percent, long ceilingInEuro) {
        decisions.put(FinancialDecision.unsigned(
                reference,
                beneficiary,
                fund,
                new FundingTerms(fund, percent, "basis", false),
                Money.euro(ceilingInEuro * 100)));
        List<FinancialDecision> all = decisions.of(reference);
        int number = versions.of(reference).size() + 1;
        if (number > 1) {
            versions.makeVoid(reference, number - 1, Sentence.of("common.said", "another decision"), clock.instant());
        }
        Flight flight = flights.get(reference);
        PlanVersion version = new PlanContent(
                        reference,
                        flight.organiser(),
                        flight.destination(),
                        flight.departure(),
                        null,
                        flight.route(),
                        null,
                        Map.of(),
                        WithdrawalRule.COMMITTED,
                        List.of(),
                        List.of(),
                        all)
                .freeze(number, clock.instant());
        versions.add(version);
        for (FinancialDecision decision : all) {
            Party state = decision.beneficiary();
            signs(version, SigningRole.DECISION_FOR_FRONTEX, state, "fxfinance1");
            signs(version, SigningRole.DECISION_FOR_STATE, state, state.code().toLowerCase(Locale.ROOT) + "finance1");
        }
    }

    private void signs(PlanVersion version, SigningRole role, Party beneficiary, String person) {
        versions.add(new Signature(
                version.reference(),
                version.number(),
                version.hash(),
                role,
                beneficiary,
                person,
                clock.instant(),
                false,
                null,
                null));
    }

    /** Those people were counted aboard before the aircraft left. */
    void used(OperationReference reference, Map<Party, Seats> seats) {
        runs.open(reference, clock.instant());
        seats.forEach((party, aboard) -> counts.add(new Boarding(
                reference, party, 0, aboard, party.code().toLowerCase(Locale.ROOT) + "escortleader", clock.instant())));
        runs.departed(reference, clock.instant());
    }

    void rate(String currency, String units) {
        Currency known = Currency.getInstance(currency);
        if (rates.find(known, YearMonth.of(2027, 5)).isEmpty()) {
            rates.add(new PublishedRate(
                    new ExchangeRate(known, new BigDecimal(units), YearMonth.of(2027, 5), "assumed"),
                    "system",
                    clock.instant()));
        }
    }

    ProcessInstance start(OperationReference reference, Party organiser) {
        ProcessInstance instance = engine.startProcessInstanceByKey(
                "settlement", reference.value(), Map.of("reference", reference.value(), "organiser", organiser.code()));
        users.runJobs(reference);
        return instance;
    }

    TasklistUsers.Person finance(Party party, int number) {
        return users.as(party.code().toLowerCase(Locale.ROOT) + "finance" + number, party + "finance");
    }

    /** A claim of a planned item with a voucher; more to come if {@code another}. */
    void claims(OperationReference reference, Party party, String item, String amount, boolean another) {
        Map<String, Object> fields = claim(item, amount, another);
        finance(party, 1).completes("userTask_enterActualCost", reference, fields);
    }

    static Map<String, Object> claim(String item, String amount, boolean another) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "claimed",
                "yes",
                "item",
                item,
                "description",
                "Item " + item,
                "amount",
                amount,
                "voucherNumber",
                "V-" + item + "-" + VOUCHERS.incrementAndGet(),
                "voucherDate",
                VOUCHER_DAY.toString(),
                "another",
                another ? "yes" : "no"));
        if (item.equals("OWN")) {
            fields.put("category", "OTHER");
        }
        return fields;
    }

    void claimsNothing(OperationReference reference, Party party) {
        finance(party, 1).completes("userTask_enterActualCost", reference, Map.of("claimed", "no"));
    }

    /** Everybody who is still asked says that there is nothing. */
    void nobodyElseClaims(OperationReference reference) {
        for (Task open : users.open("userTask_enterActualCost", reference)) {
            Party party = new Party((String) tasks.getVariable(open.getId(), "party"));
            finance(party, 1).completes(open, Map.of("claimed", "no"));
        }
        users.runJobs(reference);
    }

    /** FX's second finance person certifies what is open; {@code clause} for cancelled flights. */
    void certifyAll(OperationReference reference, String clause) {
        for (Task open : users.open("userTask_certifyClaim", reference)) {
            Map<String, Object> fields =
                    new HashMap<>(Map.of("decision", "ELIGIBLE", "voucherChecked", "yes", "reason", ""));
            if (!clause.isEmpty()) {
                fields.put("clause", clause);
            }
            finance(FX, 2).completes(open, fields);
        }
        users.runJobs(reference);
    }

    void certify(OperationReference reference, Claim claim, Map<String, Object> fields) {
        Task open = users.open("userTask_certifyClaim", reference).stream()
                .filter(task -> ((Number) tasks.getVariable(task.getId(), "claim")).longValue() == claim.id())
                .findFirst()
                .orElseThrow();
        finance(FX, 2).completes(open, fields);
        users.runJobs(reference);
    }

    Claim claimOf(OperationReference reference, Party party) {
        return claims.of(reference).stream()
                .filter(claim -> claim.counts() && claim.claimant().equals(party))
                .findFirst()
                .orElseThrow();
    }

    /** The second finance person; of Frontex, whose second certifies, the third. */
    TasklistUsers.Person signer(Party party) {
        return finance(party, party.isFrontex() ? 3 : 2);
    }

    /** Somebody of every party who has neither entered nor certified a claim signs. */
    void everybodySigns(OperationReference reference) {
        for (Task open : users.open("userTask_signStatement", reference)) {
            Party party = new Party((String) tasks.getVariable(open.getId(), "party"));
            signer(party).completes(open, Map.of("answer", "SIGN"));
        }
        users.runJobs(reference);
    }

    void everybodyPays(OperationReference reference) {
        everybodyPays(reference, "2027-06-01");
    }

    void everybodyPays(OperationReference reference, String valueDate) {
        for (Task open : users.open("userTask_confirmPayment", reference)) {
            var transfer = transfers.get(((Number) tasks.getVariable(open.getId(), "transfer")).longValue());
            finance(transfer.creditor(), 1)
                    .completes(
                            open,
                            Map.of(
                                    "outcome",
                                    "PAID",
                                    "amountReceived",
                                    transfer.amount().decimal().toPlainString(),
                                    "valueDate",
                                    valueDate,
                                    "bankReference",
                                    "SEPA " + transfer.id()));
        }
        users.runJobs(reference);
    }

    FlightAccounts read(OperationReference reference) {
        return accounts.of(reference);
    }

    String borne(OperationReference reference, Party party) {
        return read(reference).lines().stream()
                .filter(line -> line.party().equals(party))
                .map(line -> line.borne().decimal().toPlainString())
                .findFirst()
                .orElse("0.00");
    }

    String payable(OperationReference reference, Party party) {
        return read(reference)
                .payableByFrontex()
                .getOrDefault(party, Money.euro(0))
                .decimal()
                .toPlainString();
    }

    static Seats seats(int returnees, int staff) {
        return new Seats(returnees, staff, 0, 0, 0, 0);
    }

    static CostItem common(int position, CostCategory category, long cents, Party payer, Set<Party> sharers, Key key) {
        return CostItem.common(position, category.name(), category, Money.euro(cents), payer, sharers, key);
    }

    static CostItem direct(int position, CostCategory category, long cents, Party party) {
        return CostItem.direct(position, category.name(), category, Money.euro(cents), party, party);
    }

    static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
