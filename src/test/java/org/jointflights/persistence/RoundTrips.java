package org.jointflights.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.closing.MonitorReports;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.ItemTerms;
import org.jointflights.application.costs.PublishedRate;
import org.jointflights.application.costs.Rates;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.ShareAnswer;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.FlightKinds;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.flight.Suspensions;
import org.jointflights.application.flight.WithdrawalRules;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.application.incidents.Complaints;
import org.jointflights.application.incidents.SeriousIncidents;
import org.jointflights.application.logbook.LogEntries;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.notice.Mail;
import org.jointflights.application.notice.MailChoices;
import org.jointflights.application.notice.Mails;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.operation.GateAnswers;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.operation.OperationRuns;
import org.jointflights.application.operation.Restraints;
import org.jointflights.application.people.Accounts;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.PasswordState;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.absence.Substitutions;
import org.jointflights.application.people.administration.AdministrationEntries;
import org.jointflights.application.people.administration.AdministrationEntry;
import org.jointflights.application.people.administration.PeopleChange;
import org.jointflights.application.people.administration.PeopleRequest;
import org.jointflights.application.people.administration.PeopleRequest.Decided;
import org.jointflights.application.people.administration.PeopleRequests;
import org.jointflights.application.people.administration.ProvidedAccount;
import org.jointflights.application.people.administration.ProvidedAccounts;
import org.jointflights.application.people.token.ApiToken;
import org.jointflights.application.people.token.ApiTokens;
import org.jointflights.application.people.token.TokenScope;
import org.jointflights.application.planning.Crews;
import org.jointflights.application.planning.PlanRoute;
import org.jointflights.application.planning.Quotes;
import org.jointflights.application.settlement.CarryBook;
import org.jointflights.application.settlement.Claims;
import org.jointflights.application.settlement.Postings;
import org.jointflights.application.settlement.Statements;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.application.settlement.VoucherFiles;
import org.jointflights.application.settlement.VoucherMarks;
import org.jointflights.application.system.Node;
import org.jointflights.application.system.Nodes;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.work.TaskDone;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.absence.Substitution;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.closing.MonitorReport.Delivery;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.costs.Carry;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Limit;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.file.FileScan;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.ResumingAdvice;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Suspension;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.funding.CategoryTerms;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.ComplaintCount;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.ReportChannel;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.incidents.SeriousIncident.Assessment;
import org.jointflights.domain.incidents.SeriousIncident.Conclusion;
import org.jointflights.domain.incidents.SeriousIncident.FormalReport;
import org.jointflights.domain.incidents.SeriousIncident.Inquiry;
import org.jointflights.domain.incidents.SeriousIncident.State;
import org.jointflights.domain.logbook.LogEntry;
import org.jointflights.domain.logbook.LogEntry.Addressed;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.jointflights.domain.notice.MailChoice;
import org.jointflights.domain.notice.MailManner;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.domain.operation.TakenOff;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.ElectronicInvoice;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.domain.settlement.Voucher;
import org.jointflights.domain.settlement.VoucherFile;
import org.jointflights.domain.settlement.VoucherMark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What is written is read back as it was, column by column: what every port promises, whatever stands behind it. */
@Transactional
abstract class RoundTrips {

    /** Other tests leave notices in the same database. */
    static final int ALL = 1_000_000;

    static final Party FR = new Party("FR");
    static final Party GB = new Party("GB");
    static final Instant AT = Instant.parse("2027-03-01T09:00:00.123456Z");
    static final Instant LATER = AT.plusSeconds(3600);
    static final LocalDate DAY = LocalDate.of(2027, 3, 28);
    private static final Currency POUND = Currency.getInstance("GBP");
    private static final ExchangeRate RATE =
            new ExchangeRate(POUND, new BigDecimal("0.7800"), YearMonth.of(2027, 2), "assumed");
    static final Conversion CONVERSION =
            new Conversion(new Money(7_800, POUND), Money.euro(10_000), RateRule.MONTH_OF_FLIGHT, List.of(RATE));
    private static final CostItem BUSES = CostItem.common(
                    1, "Buses", CostCategory.GROUND_TRANSPORT, Money.euro(1), GB, Set.of(FR, GB), Key.EQUAL)
            .converted(CONVERSION);
    private static final String LONG = "é“—".repeat(300);

    @Autowired
    Flights flights;

    @Autowired
    FlightKinds kinds;

    @Autowired
    Restraints restraints;

    @Autowired
    PeopleRequests requests;

    @Autowired
    AdministrationEntries administration;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ProvidedAccounts provided;

    @Autowired
    Nodes nodes;

    @Autowired
    PlanRoute routes;

    @Autowired
    Participations participations;

    @Autowired
    Quotes quotes;

    @Autowired
    Crews crews;

    @Autowired
    Contracts contracts;

    @Autowired
    Permits permits;

    @Autowired
    Cancellations cancellations;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Budgets budgets;

    @Autowired
    Splits splits;

    @Autowired
    Rates rates;

    @Autowired
    FinancialDecisions decisions;

    @Autowired
    SignedVersions versions;

    @Autowired
    OperationRuns runs;

    @Autowired
    GateAnswers answers;

    @Autowired
    HeadCounts counts;

    @Autowired
    MonitorReports reports;

    @Autowired
    SeriousIncidents incidents;

    @Autowired
    Complaints complaints;

    @Autowired
    LogEntries log;

    @Autowired
    Substitutions substitutions;

    @Autowired
    Claims claims;

    @Autowired
    VoucherFiles vouchers;

    @Autowired
    VoucherMarks marks;

    @Autowired
    Statements statements;

    @Autowired
    Transfers transfers;

    @Autowired
    Postings postings;

    @Autowired
    WithdrawalRules rules;

    @Autowired
    TrailEntries trail;

    @Autowired
    WorkLog work;

    @Autowired
    Outbox outbox;

    @Autowired
    Mails mails;

    @Autowired
    MailChoices choices;

    @Autowired
    Parties parties;

    OperationReference reference;

    @Autowired
    CarryBook book;

    @BeforeEach
    void aFlight() {
        reference = flights.nextReference(2099);
        flights.add(flight(0, null));
    }

    Flight flight(long revision, String suspendedFor) {
        return new Flight(
                reference,
                FlightType.JRO,
                FR,
                "Côte d'Ivoire",
                routes.plan("CDG, STN", "LOS"),
                ZonedDateTime.of(2027, 5, 20, 9, 30, 0, 0, ZoneId.of("Europe/Paris")),
                DAY,
                200,
                Stage.PLANNING,
                AT,
                suspendedFor,
                0,
                LONG,
                revision);
    }

    @Test
    void a_flight_and_its_route() {
        assertThat(flights.get(reference)).isEqualTo(flight(0, null));
        flights.put(flight(0, "The permit was withdrawn."));

        assertThat(flights.find(reference)).contains(flight(1, "The permit was withdrawn."));
        assertThat(flights.all()).contains(flight(1, "The permit was withdrawn."));
        assertThatThrownBy(() -> flights.put(flight(0, null))).isInstanceOf(Conflict.class);
        assertThat(flights.nextReference(2099).value()).isGreaterThan(reference.value());
        assertThat(flights.find(new OperationReference("JRO-2098-9999"))).isEmpty();
    }

    @Test
    void an_answer_to_an_offer() {
        Participation invited = Participation.invited(reference, GB, AT);
        participations.put(invited);
        assertThat(participations.get(reference, GB)).isEqualTo(invited);
        Participation declared = invited.declared(new Seats(1, 2, 3, 4, 5, 6), "STN", "LOS", LATER);
        participations.put(declared);

        assertThat(participations.of(reference)).containsExactly(declared);
        Participation withdrawn = declared.withdrawn(
                WithdrawalCause.LEGAL,
                "a court's decision",
                LATER,
                LATER.atZone(ZoneOffset.UTC).plusDays(9));
        participations.put(withdrawn);
        assertThat(participations.get(reference, GB)).isEqualTo(withdrawn);
        assertThat(withdrawn.daysBefore()).isEqualTo(9);
        assertThatThrownBy(() -> participations.get(reference, new Party("SE"))).isInstanceOf(Unknown.class);
    }

    @Test
    void quotes_a_crew_a_contract_permits_and_a_cancellation() {
        CarrierQuote quote = new CarrierQuote(
                reference,
                1,
                "Air One",
                Money.euro(26_200_000),
                200,
                DAY,
                new CarrierQuote.FeePercents(1, 2, 3),
                false,
                null,
                AT);
        quotes.put(quote);
        quotes.put(quote.chosen("It flies at night."));
        assertThat(quotes.of(reference)).containsExactly(quote.chosen("It flies at night."));
        quotes.put(quote.chosen(null));
        assertThat(quotes.of(reference)).containsExactly(quote.chosen(null));

        Crew crew = new Crew("Border police", "Medical service", "English", "CGLPL");
        crews.put(reference, crew);
        crews.put(reference, crew);
        assertThat(crews.of(reference)).contains(crew);

        Contract contract = new Contract(reference, FR, "Air One", new Money(26_200_000, POUND), AT, null, null);
        contracts.put(contract);
        assertThat(contracts.standing(reference)).contains(contract);
        contracts.put(contract.withPriceAsked(LATER));
        assertThat(contracts.standing(reference)).contains(contract.withPriceAsked(LATER));
        Contract released = contract.released(LATER, new Money(5, POUND));
        contracts.put(released);
        assertThat(contracts.standing(reference)).isEmpty();
        assertThat(contracts.of(reference)).containsExactly(released);

        Permit permit = new Permit(reference, Permit.Kind.OVERFLIGHT, "DZ 17", DAY);
        permits.put(permit);
        permits.put(permit);
        assertThat(permits.of(reference)).containsExactly(permit);
        Permit asked =
                new Permit(reference, Permit.Kind.TRANSIT, FR, null, AT, Permit.Answer.EXTENDED, true, LATER, null);
        Permit granted =
                new Permit(reference, Permit.Kind.TRANSIT, GB, "T-1", AT, Permit.Answer.GRANTED, false, LATER, DAY);
        permits.put(asked);
        permits.put(granted);
        assertThat(permits.of(reference)).containsExactly(permit, asked, granted);
        Permit named =
                new Permit(reference, Permit.Kind.OVERFLIGHT, FR, "O-1", AT, Permit.Answer.GRANTED, false, LATER, DAY);
        permits.put(named);
        assertThat(permits.of(reference))
                .as("one without a state is replaced by the first with")
                .containsExactly(named, asked, granted);

        Cancellation cancellation = new Cancellation(reference, LONG, null, AT, Duration.ofHours(26), "manager1");
        cancellations.add(cancellation);
        assertThat(cancellations.of(reference)).contains(cancellation);
    }

    @Test
    void a_suspension_with_its_advice() {
        assertThat(suspensions.current(reference)).isEmpty();
        Suspension suspended = Suspension.begun(reference, 1, "rightsofficer1", AT);
        suspensions.add(suspended);
        assertThat(suspensions.current(reference)).contains(suspended);

        Suspension advised = suspended.advised(new ResumingAdvice(false, LONG, "rightsofficer2", LATER));
        suspensions.put(advised);
        assertThat(suspensions.current(reference)).contains(advised);
        assertThatThrownBy(() -> suspensions.put(advised))
                .as("two officers at the same moment")
                .isInstanceOf(Conflict.class);

        suspensions.put(advised.resumed("executive1", LATER));
        assertThat(suspensions.current(reference)).isEmpty();
        assertThat(suspensions.count(reference)).isEqualTo(1);
        assertThatThrownBy(() -> suspensions.put(advised.resumed("executive2", LATER)))
                .isInstanceOf(Conflict.class);
        suspensions.add(Suspension.begun(reference, 2, "executive1", LATER));
        assertThat(suspensions.current(reference).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void a_budget_line_with_its_conversion() {
        BudgetLine line = new BudgetLine(
                reference,
                new Price(new Money(7_000, POUND), new Money(800, POUND), false),
                Set.of(FR, GB),
                BUSES,
                false,
                "Assumed.");
        budgets.put(line);
        budgets.put(line);

        assertThat(budgets.get(reference, 1)).isEqualTo(line);
        assertThat(budgets.of(reference)).containsExactly(line);
        BudgetLine agreed = new BudgetLine(
                reference,
                new Price(new Money(7_000, POUND), new Money(800, POUND), false),
                Set.of(FR, GB),
                BUSES.by(Map.of(FR, 3L, GB, 1L)),
                false,
                null,
                new ItemTerms(
                        Map.of(FR, 3L, GB, 1L),
                        Map.of(FR, new Limit(new Money(5, POUND), new Money(Long.MAX_VALUE, POUND)))));
        List<Quote> quotes = List.of(new Quote(Set.of(FR), Money.euro(5)), new Quote(Set.of(FR, GB), Money.euro(7)));
        budgets.putQuotes(reference, quotes);
        budgets.putQuotes(reference, quotes);
        assertThat(budgets.quotes(reference)).isEqualTo(quotes);
        budgets.put(agreed);
        assertThat(budgets.get(reference, 1)).isEqualTo(agreed);
        budgets.converted(List.of(agreed));
        assertThat(budgets.of(reference)).containsExactly(agreed);
        budgets.put(line);
        assertThat(budgets.get(reference, 1)).isEqualTo(line);
        budgets.remove(reference, 1);
        assertThat(budgets.of(reference)).isEmpty();
        assertThat(budgets.nextPosition(reference)).isEqualTo(2);
    }

    @Test
    void a_split_with_its_answers() {
        Share share = new Share(
                1, GB, Money.euro(3_333), BigFraction.of(10_000, 3), Sentence.of("costs.why", "GB", Money.euro(3_333)));
        Split split = new Split(
                reference,
                1,
                2,
                Split.Status.OPEN,
                CostInput.of(
                        List.of(
                                Participant.committed(FR, new Seats(1, 2, 3, 4, 5, 6)),
                                Participant.committed(GB, Seats.NONE)),
                        null,
                        List.of(BUSES)),
                List.of(share),
                List.of(Sentence.of("costs.anything", "1")),
                AT);
        budgets.put(new BudgetLine(reference, Price.withoutVat(Money.euro(1)), Set.of(), BUSES, false, null));
        splits.add(split);
        assertThat(splits.current(reference)).contains(split);
        splits.mark(reference, 1, Split.Status.AGREED);
        assertThat(splits.of(reference))
                .singleElement()
                .extracting(Split::status)
                .isEqualTo(Split.Status.AGREED);

        ShareAnswer answer = new ShareAnswer(GB, false, LONG, "gbfinance1", AT);
        splits.answer(reference, 1, answer);
        assertThat(splits.answers(reference, 1)).containsExactly(answer);
        assertThatThrownBy(() -> splits.answer(reference, 1, answer)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_rate() {
        Currency rupee = Currency.getInstance("MUR");
        PublishedRate rate = new PublishedRate(
                new ExchangeRate(rupee, new BigDecimal("52.10"), YearMonth.of(2099, 1), "ECB"), "frcoordinator", AT);
        rates.add(rate);

        assertThat(rates.find(rupee, YearMonth.of(2099, 1))).contains(rate);
        assertThat(rates.all()).contains(rate);
        assertThatThrownBy(() -> rates.add(rate)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_version_its_signatures_and_the_decision_they_sign() {
        FinancialDecision decision = FinancialDecision.unsigned(
                reference,
                GB,
                Fund.FRONTEX,
                new FundingTerms(Fund.PREPARATORY_ACTION, 70, "law.2009", true),
                Money.euro(7));
        decisions.put(decision.with(Map.of(
                CostCategory.ESCORTS, new CategoryTerms(50, Money.euro(2_000)),
                CostCategory.VISAS, new CategoryTerms(0, null))));
        assertThat(decisions.of(reference).get(0).categories())
                .containsExactly(
                        entry(CostCategory.ESCORTS, new CategoryTerms(50, Money.euro(2_000))),
                        entry(CostCategory.VISAS, new CategoryTerms(0, null)));
        decisions.put(decision);
        decisions.put(decision);
        assertThat(decisions.of(reference)).containsExactly(decision);
        PlanVersion version = new PlanContent(
                        reference,
                        FR,
                        LONG.repeat(20),
                        AT.atZone(ZoneOffset.UTC),
                        null,
                        new Route(List.of(
                                new Stop("CDG", Stop.Purpose.START, 0),
                                new Stop("LOS", Stop.Purpose.DESTINATION, 4700))),
                        null,
                        Map.of(
                                FR, new PlanContent.Part(new Seats(1, 2, 3, 4, 5, 6), null, null),
                                GB, new PlanContent.Part(Seats.NONE, null, null)),
                        WithdrawalRule.COMMITTED,
                        List.of(CostItem.direct(1, "\t\"\\ ÷ 🛩", CostCategory.CHARTER, Money.euro(99), FR, FR)),
                        List.of(),
                        List.of(decision))
                .freeze(1, AT);
        versions.add(version);
        assertThat(versions.current(reference)).contains(version);
        PlanVersion committed =
                version.routed(ApprovalRoute.ONE_FINANCE_AND_MANAGER).committed(LATER);
        versions.put(committed);
        assertThat(versions.of(reference)).extracting(StoredVersion::proven).containsExactly(committed);
        assertThat(versions.byHash(version.hash()).orElseThrow().proven()).isEqualTo(committed);
        assertThat(versions.all())
                .filteredOn(stored -> stored.reference().equals(reference))
                .hasSize(1);

        Signature frontex = signature(version, SigningRole.DECISION_FOR_FRONTEX, "fxfinance1");
        Signature state = signature(version, SigningRole.DECISION_FOR_STATE, "gbfinance1");
        versions.add(frontex);
        assertThat(decisions.of(reference)).noneMatch(FinancialDecision::isSigned);
        versions.add(state);
        assertThat(versions.signatures(reference)).containsExactly(frontex, state);
        assertThat(decisions.of(reference)).allMatch(FinancialDecision::isSigned);
        versions.makeVoid(reference, 1, Sentence.of("common.said", LONG), LATER);
        assertThat(versions.signatures(reference)).noneMatch(Signature::counts);
        assertThat(versions.signatures())
                .filteredOn(one -> one.reference().equals(reference))
                .hasSize(2);
        StoredVersion voided = versions.of(reference).get(0);
        assertThat(voided.voidedFor()).isEqualTo(Sentence.of("common.said", LONG));
        assertThat(voided.voided()).isEqualTo(LATER);
        decisions.remove(reference, GB);
        assertThat(decisions.of(reference)).isEmpty();
        assertThatThrownBy(() -> versions.add(state)).isInstanceOf(NotYours.class);
    }

    private Signature signature(PlanVersion version, SigningRole role, String person) {
        return new Signature(reference, 1, version.hash(), role, GB, person, AT, false, null, null);
    }

    @Test
    void an_operation_its_gates_and_its_heads() {
        runs.open(reference, AT);
        assertThat(answers.of(reference)).isEmpty();
        GateAnswer answer = new GateAnswer(
                reference,
                new Question(GB, Gate.NON_REFOULEMENT, GatePoint.D_14, 0),
                GateAnswer.Verdict.STOP,
                LONG,
                "gblegal1",
                LATER);
        answers.add(answer);
        TakenOff takenOff =
                new TakenOff(reference, GB, GatePoint.BOARDING, 1, 2, Cause.MEDICAL, "Unfit", "gbdoctor", AT);
        counts.add(takenOff);
        Boarding boarding = new Boarding(reference, GB, 1, new Seats(1, 2, 3, 4, 5, 6), 7, "gbescortleader", AT);
        counts.add(boarding);
        HandOver handOver = new HandOver(reference, GB, 1, 0, 1, null, "gbescortleader", LATER);
        counts.add(handOver);
        runs.departed(reference, AT);
        runs.ended(reference, OperationRuns.Outcome.FLOWN, LATER);

        assertThat(answers.of(reference)).containsExactly(answer);
        assertThat(counts.takenOff(reference)).containsExactly(takenOff);
        assertThat(counts.boardings(reference)).containsExactly(boarding);
        assertThat(counts.handOvers(reference)).containsExactly(handOver);
        assertThat(runs.latest(reference)).contains(new OperationRuns.Run(1, AT, AT, OperationRuns.Outcome.FLOWN));
    }

    @Test
    void a_monitors_report_that_is_asked_for_and_delivered_once() {
        MonitorReport asked = new MonitorReport(reference, FR, AT, LATER, null);
        reports.ask(new MonitorReport(reference, GB, AT, AT, null));
        reports.ask(asked);
        reports.ask(new MonitorReport(reference, GB, LATER, LATER, null));
        MonitorReport british = new MonitorReport(reference, GB, AT, LATER, null);
        assertThat(reports.of(reference)).containsExactly(asked, british);

        Delivery delivery = new Delivery(
                LocalDate.of(2027, 5, 25),
                "0f".repeat(32),
                Set.of(Phase.IN_FLIGHT, Phase.BEFORE_DEPARTURE),
                2,
                1,
                "frmonitor",
                LATER);
        reports.deliver(reference, FR, delivery);

        assertThat(reports.of(reference))
                .containsExactly(new MonitorReport(reference, FR, AT, LATER, delivery), british);
        assertThatThrownBy(() -> reports.deliver(reference, FR, delivery)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_serious_incident_from_the_first_report_to_the_last() {
        SeriousIncident reported = SeriousIncident.reported(
                reference,
                1,
                ReportChannel.ORDINARY,
                "frdoctor",
                AT,
                IncidentCategory.CATEGORY_2,
                Phase.IN_FLIGHT,
                3,
                LONG);
        SeriousIncident nobodys = SeriousIncident.reported(
                reference,
                2,
                ReportChannel.EXCEPTIONAL,
                "frdoctor",
                AT,
                IncidentCategory.CATEGORY_4,
                Phase.RETURN,
                0,
                LONG);
        incidents.add(reported);
        incidents.add(nobodys);
        assertThat(incidents.of(reference)).containsExactly(reported, nobodys);
        assertThat(incidents.get(reference, 2).reportedBy()).isNull();

        SeriousIncident launched = reported.assessed(new Assessment(
                "rightsofficer1", AT, IncidentCategory.CATEGORY_4, LONG, new Inquiry(GB, "Who was there?")));
        incidents.put(launched);
        assertThat(incidents.get(reference, 1)).isEqualTo(launched);
        assertThatThrownBy(() -> incidents.put(launched))
                .as("two officers at the same moment")
                .isInstanceOf(Conflict.class);
        assertThat(incidents.counts(List.of(reference)))
                .as("what came by the exceptional channel is not counted before it is assessed")
                .containsExactly(new IncidentCount(reference, IncidentCategory.CATEGORY_4, State.LAUNCHED, 1));
        SeriousIncident without = launched.reportedFormally(FormalReport.none(LATER));
        incidents.put(without);
        assertThat(incidents.get(reference, 1)).isEqualTo(without);
        SeriousIncident concluded = without.concluded(new Conclusion("rightsofficer2", LATER, LONG));
        incidents.put(concluded);
        incidents.put(nobodys.assessed(new Assessment("rightsofficer1", AT, IncidentCategory.CATEGORY_1, "No.", null)));

        assertThat(incidents.of(reference))
                .extracting(SeriousIncident::state)
                .containsExactly(State.FINAL, State.NOT_LAUNCHED);
        assertThat(incidents.get(reference, 1)).isEqualTo(concluded);
        assertThat(incidents.counts(List.of())).isEmpty();
        assertThatThrownBy(() -> incidents.get(reference, 3)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_complaint_from_its_receipt_to_its_close() {
        Complaint received = Complaint.registered(
                reference, 1, "gbmonitor", AT, LocalDate.of(2027, 3, 1), DAY.minusMonths(1), "AR", GB, "EU-2027-114");
        complaints.add(received);
        assertThat(complaints.of(reference)).containsExactly(received);
        assertThat(complaints.get(reference, 1).language()).isEqualTo("ar");
        Complaint acknowledged =
                received.acknowledged(new Complaint.Acknowledgement("rightsofficer1", AT, DAY.minusMonths(1)), DAY);
        complaints.put(acknowledged);
        assertThatThrownBy(() -> complaints.put(acknowledged)).isInstanceOf(Conflict.class);
        Complaint admissible = acknowledged.decided(new Complaint.Admissibility("rightsofficer1", LATER, true, LONG));
        complaints.put(admissible);
        assertThat(complaints.get(reference, 1)).isEqualTo(admissible);
        Complaint forwarded = admissible.forwarded(new Complaint.Forwarding("GBlegal", LATER));
        complaints.put(forwarded);
        Complaint answered = forwarded.answered(Complaint.FollowUp.none(LATER));
        complaints.put(answered);
        assertThat(complaints.get(reference, 1)).isEqualTo(answered);
        Complaint closed = answered.closed(new Complaint.Closing("rightsofficer2", LATER, LONG));
        complaints.put(closed);

        assertThat(complaints.get(reference, 1)).isEqualTo(closed);
        assertThat(complaints.counts(List.of(reference)))
                .containsExactly(new ComplaintCount(reference, Complaint.State.CLOSED, 1));
        assertThat(complaints.counts(List.of())).isEmpty();
        assertThatThrownBy(() -> complaints.get(reference, 2)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_substitution_from_its_entry_to_its_end() {
        substitutions.hold();
        substitutions.add(new Substitution(
                0,
                "frlegal1",
                "frlegal2",
                Set.of("FRlegal", "FRdoctor"),
                DAY,
                DAY.plusDays(1),
                AT,
                LATER,
                "frfinance1",
                null,
                "admin",
                null,
                null));
        Substitution entered = substitutions.notOverAt(AT).stream()
                .filter(one -> one.absent().equals("frlegal1"))
                .findFirst()
                .orElseThrow();
        assertThat(entered.groupsInOrder()).containsExactly("FRdoctor", "FRlegal");
        assertThat(entered.until()).isEqualTo(DAY.plusDays(1));
        assertThat(substitutions.get(entered.id())).isEqualTo(entered);
        substitutions.act("frlegal2", entered.id());
        assertThat(substitutions.actingIn("frlegal2", AT)).as("not confirmed").isEmpty();
        assertThat(substitutions.confirm(entered.id(), "admin2")).isTrue();
        assertThat(substitutions.confirm(entered.id(), "admin")).isFalse();
        assertThat(substitutions.actingIn("frlegal2", AT)).as("not agreed to").isEmpty();
        assertThat(substitutions.agree(entered.id(), AT)).isTrue();
        assertThat(substitutions.agree(entered.id(), LATER)).isFalse();
        assertThat(substitutions.get(entered.id()).agreedAt()).isEqualTo(AT);
        assertThat(substitutions.actingIn("frlegal2", AT)).isPresent();
        assertThat(substitutions.actingIn("frlegal2", LATER)).as("over").isEmpty();
        assertThat(substitutions.end(entered.id(), AT)).isTrue();
        assertThat(substitutions.end(entered.id(), AT)).isFalse();
        assertThat(substitutions.actingIn("frlegal2", AT)).isEmpty();
        assertThat(substitutions.notOverAt(AT)).noneMatch(one -> one.id() == entered.id());
        assertThatThrownBy(() -> substitutions.get(-1)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_message_its_file_and_who_has_read_it() {
        LogEntry message = new LogEntry(
                0,
                reference,
                null,
                "gbmonitor",
                "GBmonitor",
                AT,
                Addressed.SOME,
                Set.of(FR, Party.FRONTEX),
                LONG,
                null);
        LogEntry head = message.numbered(log.add(message, new byte[0]));
        byte[] content = new byte[3 << 20];
        content[content.length - 1] = 7;
        AttachedFile file =
                new AttachedFile("plan.pdf", FileKind.PDF, content.length, "a".repeat(64), FileScan.NOT_SCANNED);
        LogEntry answer = new LogEntry(
                0, reference, head.id(), "frdoctor", "FRdoctor", LATER, Addressed.SOME, Set.of(GB), "", file);
        LogEntry added = answer.numbered(log.add(answer, content));

        assertThat(log.of(reference)).containsExactly(head, added);
        assertThat(log.find(reference, added.id())).contains(added);
        assertThat(log.find(new OperationReference("JRO-2098-0001"), added.id()))
                .isEmpty();
        assertThat(log.content(added.id()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(content));
        assertThat(log.content(head.id())).isEmpty();
        log.read(List.of(head.id()), "frdoctor", AT);
        log.read(List.of(head.id(), added.id()), "frdoctor", LATER);
        log.read(List.of(), "gbmonitor", LATER);
        assertThat(log.readings(reference))
                .isEqualTo(Map.of(
                        head.id(), List.of(new LogEntries.Reading("frdoctor", AT)),
                        added.id(), List.of(new LogEntries.Reading("frdoctor", LATER))));
    }

    @Test
    void a_claim_from_entry_to_certification() {
        Claim entered = claims.add(claim());
        assertThat(claims.get(entered.id())).isEqualTo(entered);
        claims.converted(entered.id(), CONVERSION);
        Certification certification = new Certification(Money.euro(5_000), true, "Half of it.", "fxfinance1", LATER);
        claims.certified(entered.id(), certification);

        Claim certified = claims.of(reference).get(0);
        assertThat(certified.conversion()).isEqualTo(CONVERSION);
        assertThat(certified.certification()).isEqualTo(certification);
        claims.withdrawn(entered.id(), "Entered twice.");
        assertThat(claims.get(entered.id()).counts()).isFalse();
        assertThatThrownBy(() -> claims.certified(entered.id(), certification)).isInstanceOf(Conflict.class);
    }

    @Test
    void the_files_of_a_voucher_and_by_what_it_is_known_again() {
        long first = claims.add(claim()).id();
        long second = claims.add(claim()).id();
        byte[] content = new byte[3 << 20];
        content[content.length - 1] = 7;
        AttachedFile file =
                new AttachedFile("invoice.xml", FileKind.XML, content.length, "b".repeat(64), FileScan.CLEAN);
        ElectronicInvoice invoice =
                new ElectronicInvoice("R 1", DAY, new Money(7_800, POUND), new Money(7_900, POUND), "GB123");
        VoucherFile pdf = new VoucherFile(
                0,
                reference,
                first,
                new AttachedFile("invoice.pdf", FileKind.PDF, 3, "c".repeat(64), FileScan.NOT_SCANNED),
                "gbfinance1",
                AT,
                null,
                null);
        VoucherFile xml = new VoucherFile(0, reference, first, file, "gbfinance2", LATER, invoice, null);
        VoucherFile added = pdf.numbered(vouchers.add(pdf, new byte[] {1, 2, 3}));
        VoucherFile read = xml.numbered(vouchers.add(xml, content));

        assertThat(vouchers.of(reference)).containsExactly(added, read);
        assertThat(vouchers.content(read.id()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(content));
        vouchers.takeAway(read, "gbfinance1", LATER);
        assertThat(vouchers.of(reference))
                .containsExactly(
                        added,
                        new VoucherFile(
                                read.id(),
                                reference,
                                first,
                                new AttachedFile("", FileKind.XML, content.length, file.hash(), FileScan.CLEAN),
                                "gbfinance2",
                                LATER,
                                null,
                                LATER));
        assertThat(vouchers.content(read.id())).isEmpty();

        marks.add(first, VoucherMark.of(claims.get(first)));
        marks.add(first, VoucherMark.of(claims.get(first)));
        marks.add(second, VoucherMark.of(claims.get(second)));
        marks.add(second, VoucherMark.of(file, invoice));
        assertThat(marks.shared(reference))
                .contains(
                        new VoucherMarks.Shared(first, second, reference, GB),
                        new VoucherMarks.Shared(second, first, reference, GB));
        marks.add(first, VoucherMark.alike(claims.get(first)));
        marks.add(second, VoucherMark.alike(claims.get(second)));
        assertThat(marks.alike(reference)).as("they share more").isEmpty();
        marks.remove(second, VoucherMark.of(claims.get(second)));
        assertThat(marks.shared(reference)).isEmpty();
        assertThat(marks.alike(reference))
                .containsExactlyInAnyOrder(
                        new VoucherMarks.Shared(first, second, reference, GB),
                        new VoucherMarks.Shared(second, first, reference, GB));
        marks.hold(first);
        marks.hold(second);
        marks.remove(second, VoucherMark.of(file, invoice));
        claims.withdrawn(second, "Entered twice.");
        assertThat(marks.shared(reference)).isEmpty();
        claims.converted(first, CONVERSION);
        claims.certified(first, new Certification(Money.euro(0), true, "No.", "fxfinance1", LATER));
        assertThatThrownBy(() -> vouchers.add(pdf, new byte[] {1})).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> vouchers.takeAway(added, "gbfinance1", LATER)).isInstanceOf(Conflict.class);
    }

    Claim claim() {
        return new Claim(
                0,
                reference,
                GB,
                Claim.Kind.COST,
                null,
                CostCategory.GROUND_TRANSPORT,
                LONG,
                new Money(7_800, POUND),
                new Voucher("V-1", DAY),
                "gbfinance1",
                AT,
                null,
                null,
                null);
    }

    @Test
    void by_which_law_a_flight_is_flown() {
        assertThat(kinds.of(reference)).isEmpty();
        kinds.put(reference, new FlightKind("law", null, null));
        assertThat(kinds.of(reference)).contains(new FlightKind("law", null, null));
        kinds.put(reference, new FlightKind("another law", "Treaty of 6 August 2025", FR));
        assertThat(kinds.of(reference)).contains(new FlightKind("another law", "Treaty of 6 August 2025", FR));
    }

    @Test
    void restraints_and_their_reviews() {
        Restraint first = new Restraint(reference, 1, GB, 3, AT, "gbescortleader", List.of());
        Restraint second = new Restraint(reference, 2, FR, 1, LATER, "frescortleader", List.of());
        restraints.add(first);
        restraints.add(second);
        assertThat(restraints.of(reference)).containsExactly(first, second);

        Restraint.Review two = new Restraint.Review(2, "gbdoctor", LATER);
        Restraint.Review none = new Restraint.Review(0, "gbescortleader", LATER.plusSeconds(1));
        restraints.add(first, two);
        restraints.add(restraints.of(reference).get(0), none);
        assertThat(restraints.of(reference))
                .containsExactly(new Restraint(reference, 1, GB, 3, AT, "gbescortleader", List.of(two, none)), second);
    }

    @Test
    void what_the_plan_says_about_empty_seats() {
        assertThat(rules.of(reference)).isEqualTo(WithdrawalRule.COMMITTED);
        rules.put(reference, WithdrawalRule.USED);
        rules.put(reference, WithdrawalRule.TAPERED);
        assertThat(rules.of(reference)).isEqualTo(WithdrawalRule.TAPERED);
    }

    @Test
    void the_accounts() {
        statements.askToClaim(reference, List.of(GB, FR));
        statements.claimsComplete(reference, GB);
        assertThat(statements.askedToClaim(reference)).containsExactly(FR);
        Statement computed = Statement.computed(reference, 1, AT, List.of());
        statements.add(computed);
        String hash = computed.signed().hash();
        Statement.Answer objection = new Statement.Answer(GB, LONG, "gbfinance1", AT, null, hash);
        statements.answer(reference, 1, objection);
        Statement answered = new Statement(reference, 1, AT, computed.signed(), List.of(objection));
        assertThat(statements.current(reference)).contains(answered);
        assertThat(statements.byHash(hash)).contains(answered);
        assertThat(statements.all()).contains(answered);
        statements.reply(reference, 1, "It is right.");
        assertThat(statements.current(reference).orElseThrow().answers())
                .containsExactly(new Statement.Answer(GB, LONG, "gbfinance1", AT, "It is right.", hash));
        assertThat(statements.objections(reference)).isEqualTo(Map.of(GB, 1));
        Arbitration decided = Arbitration.decided(
                computed, Arbitration.Decision.STANDS, null, new TreeSet<>(Set.of(GB, FR)), "executive1", LATER);
        statements.decided(reference, 1, decided);
        assertThat(statements.current(reference).orElseThrow().arbitration()).isEqualTo(decided);
        assertThat(statements.byArbitration(decided.signed().hash()).map(Statement::version))
                .contains(1);
        assertThatThrownBy(() -> statements.decided(reference, 1, decided)).isInstanceOf(Conflict.class);

        transfers.add(new Transfer(0, reference, Fund.FRONTEX, GB, FR, Money.euro(5), null));
        Transfer open = transfers.of(reference).get(0);
        assertThat(open.isOpen()).isTrue();
        Transfer.Settled waived = new Transfer.Waived("FR/1", DAY, LONG, "frfinance1", LATER);
        transfers.settled(open.id(), waived);
        assertThat(transfers.get(open.id()).settled()).isEqualTo(waived);

        long claim = claims.add(claim()).id();
        Posting paid = posting(1, claim, open.id(), null);
        Posting reversed = posting(2, null, null, 1);
        postings.add(reference, List.of(paid, reversed), Instant.EPOCH);
        assertThat(postings.of(reference)).containsExactly(paid, reversed);
        assertThatThrownBy(() -> transfers.settled(open.id(), new Transfer.Paid(DAY, "B-1", "frfinance1", AT)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_rounding_left_over_is_kept_exactly_and_once_per_flight() {
        BigInteger beyond64Bits = BigInteger.ONE.shiftLeft(40_000);
        BigFraction left = BigFraction.of(BigInteger.TEN, beyond64Bits);
        List<Party> both = List.of(FR, GB);
        CarryAccounts accounts = CarryAccounts.of(
                List.of(new Carry(Money.EUR, both, FR, left), new Carry(Money.EUR, both, GB, left.negate())));
        long claim = claims.add(claim()).id();
        FinalShare carried =
                new FinalShare(claim, LONG, FR, both, left, Money.euro(0), Money.euro(1), BigFraction.of(-2, 3));
        FinalShare limited = new FinalShare(
                claim, LONG, GB, List.of(), BigFraction.of(5, 2), Money.euro(3), Money.euro(3), BigFraction.ZERO);
        FinalPosting posting = new FinalPosting(reference, 2, AT, List.of(carried, limited));
        int flightsBefore = book.flights();
        int differingBefore = book.differing();
        assertThat(book.of(reference)).isEmpty();
        assertThat(book.lock().carries()).isEmpty();

        book.post(posting, accounts);

        assertThat(book.of(reference)).contains(posting);
        assertThat(book.accounts().carries()).isEqualTo(accounts.carries());
        assertThat(book.limited()).contains(limited).doesNotContain(carried);
        assertThat(book.flights()).isEqualTo(flightsBefore + 1);
        assertThat(book.differing()).isEqualTo(differingBefore + 1);
        assertThatThrownBy(() -> book.post(posting, accounts)).isInstanceOf(Conflict.class);
    }

    @Test
    void an_account_where_nothing_is_left_over_is_gone() {
        CarryAccounts accounts = CarryAccounts.of(List.of(
                new Carry(Money.EUR, List.of(FR, GB), FR, BigFraction.of(1, 3)),
                new Carry(Money.EUR, List.of(FR, GB), GB, BigFraction.of(-1, 3))));
        book.post(new FinalPosting(reference, 1, AT, List.of()), accounts);
        OperationReference next = flights.nextReference(2099);
        reference = next;
        flights.add(flight(0, null));

        book.post(
                new FinalPosting(next, 1, AT, List.of()),
                CarryAccounts.of(List.of(
                        new Carry(Money.EUR, List.of(FR, GB), FR, BigFraction.ZERO),
                        new Carry(Money.EUR, List.of(FR, GB), GB, BigFraction.ZERO))));

        assertThat(book.accounts().carries()).isEmpty();
    }

    private static Posting posting(int number, Long claim, Long transfer, Integer reverses) {
        return new Posting(
                number,
                1,
                claim,
                transfer,
                Fund.FRONTEX,
                Posting.Kind.PAID,
                GB,
                Money.euro(-5),
                "1/3",
                "14 : 22",
                Sentence.of("common.list", new PartyName(GB), Sentence.of("common.pair", Money.euro(-5), LONG)),
                reverses);
    }

    @Test
    void what_happened_who_did_it_and_who_was_told() {
        TrailEntry entry = new TrailEntry(
                reference, AT, "frcoordinator", TrailEvent.COMMENT, GB, new Party("FR"), List.of("a", LONG));
        trail.add(entry);
        assertThat(trail.of(reference)).containsExactly(entry);

        TaskDone done = new TaskDone("task-" + reference, "userTask_x", reference, null, "frcoordinator", AT);
        work.add(done);
        assertThat(work.whoCompleted("task-" + reference)).contains(done);
        assertThat(work.of(reference)).containsExactly(done);

        Notice notice = new Notice(
                reference,
                "GBcoordinator",
                Sentence.of("notice.offer", "b"),
                AT,
                "once-" + reference,
                "4711",
                "anna",
                null);
        outbox.put(notice);
        outbox.put(notice);
        assertThat(outbox.of(reference)).containsExactly(notice);
        assertThat(outbox.find("once-" + reference)).contains(notice);
        assertThat(outbox.find("never-" + reference)).isEmpty();
        assertThat(outbox.to(Set.of("GBcoordinator", "FRcoordinator"))).contains(notice);
        assertThat(outbox.unspread(ALL)).contains(notice);
        assertThat(outbox.spread(notice, AT)).isTrue();
        assertThat(outbox.spread(notice, AT)).isFalse();
        assertThat(outbox.unspread(ALL)).doesNotContain(notice);
        mailsAreKept(reference, notice);

        Notice ofNoFlight = new Notice(
                null,
                "auditor",
                Sentence.of("people.administration.told", "a", "b", "c"),
                AT,
                "none-" + reference,
                null);
        outbox.put(ofNoFlight);
        assertThat(outbox.to(Set.of("auditor"))).contains(ofNoFlight);
        assertThat(outbox.unspread(ALL)).contains(ofNoFlight);

        Parties.Member member = new Parties.Member(new Party("LI"), "Ausländer- und Passamt", AT);
        assertThat(parties.contains(member.party())).isFalse();
        parties.add(member);
        assertThat(parties.contains(member.party())).isTrue();
        assertThat(parties.all()).contains(member);
        parties.correct(member.party(), "Another one");
        assertThat(parties.all()).contains(new Parties.Member(member.party(), "Another one", AT));
    }

    @Test
    void what_administrators_asked_for_and_did() {
        PeopleChange add = new PeopleChange(
                PeopleChange.Kind.ADD_PERSON,
                new Person("frfinance9", "Zoé", "Ünal", "zoe@example.org"),
                new Assignment(Role.FINANCE, FR));
        PeopleChange end = new PeopleChange(PeopleChange.Kind.END_ACCOUNT, new Person("admin9", "A", "B"), null);
        PeopleRequest first = requests.add(add, "admin", AT);
        PeopleRequest second = requests.add(end, "admin2", LATER);

        assertThat(requests.find(first.number())).contains(first);
        assertThat(requests.find(first.number()).orElseThrow().fingerprint())
                .isEqualTo(first.fingerprint())
                .isNotEqualTo(second.fingerprint());
        assertThat(requests.undecidedSince(AT.minusNanos(1_000))).contains(first, second);
        assertThat(requests.undecidedSince(AT)).contains(second).doesNotContain(first);
        Decided declined = new Decided(PeopleRequest.Decision.DECLINED, "admin", LATER, LONG.substring(0, 900));
        assertThat(requests.decide(first.number(), declined)).isTrue();
        assertThat(requests.decide(
                        first.number(), new Decided(PeopleRequest.Decision.CONFIRMED, "admin2", LATER, null)))
                .isFalse();
        assertThat(requests.find(first.number()).orElseThrow().decided()).isEqualTo(declined);
        assertThat(requests.undecidedSince(AT.minusSeconds(1))).doesNotContain(first);

        Sentence what = Sentence.of("people.administration.alone", add.sentence());
        long number = administration.add(AT, "admin", "frfinance9", what);
        long next = administration.add(LATER, "admin", null, what);
        assertThat(administration.before(Long.MAX_VALUE, 2))
                .containsExactly(
                        new AdministrationEntry(next, LATER, "admin", null, what),
                        new AdministrationEntry(number, AT, "admin", "frfinance9", what));
        assertThat(administration.before(next, 1))
                .extracting(AdministrationEntry::number)
                .containsExactly(number);
        assertThat(administration.before(next, 1).get(0).what().in(Locale.ENGLISH))
                .isEqualTo("Done by one administrator: Add Zoé Ünal as Finance approver (FR), "
                        + "with the sign-in name frfinance9 and the mail address: zoe@example.org");
    }

    @Test
    void accounts_and_passwords() {
        assertThat(accounts.passwordOf("frfinance9")).isEqualTo(PasswordState.FIRST);
        accounts.passwordSet("frfinance9", true);
        assertThat(accounts.passwordOf("frfinance9")).isEqualTo(new PasswordState(1, true));
        accounts.passwordSet("frfinance9", false);
        assertThat(accounts.passwordOf("frfinance9")).isEqualTo(new PasswordState(2, false));

        assertThat(accounts.former("frfinance9")).isEmpty();
        accounts.addFormer(new Person("frfinance9", "Zoé", "Ünal", "zoe@example.org"), AT);
        assertThat(accounts.former("frfinance9")).contains(new Person("frfinance9", "Zoé", "Ünal"));

        assertThat(accounts.hasActed("frfinance9")).isFalse();
        trail.add(new TrailEntry(reference, AT, "frfinance9", TrailEvent.RESUMED, null, null, List.of("a")));
        assertThat(accounts.hasActed("frfinance9")).isTrue();
        work.add(new TaskDone("task-" + reference, "userTask_x", reference, null, "frfinance8", AT));
        assertThat(accounts.hasActed("frfinance8")).isTrue();
    }

    @Test
    void tokens() {
        Instant made = Instant.parse("2027-03-01T09:00:00.123Z");
        ApiToken reading = new ApiToken(0, "frfinance9", "Relevé “é”", Set.of(TokenScope.READ), 3, made, DAY, null);
        ApiToken both = new ApiToken(
                0, "frfinance9", "both", Set.of(TokenScope.READ, TokenScope.COMPUTE), 4, made, DAY.plusDays(1), null);
        tokens.add(reading, "a".repeat(64));
        tokens.add(both, "b".repeat(64));
        tokens.add(new ApiToken(0, "frfinance8", "both", both.scopes(), 4, made, DAY, null), "c".repeat(64));

        assertThat(tokens.of("frfinance9"))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("number")
                .containsExactly(reading, both);
        ApiToken kept = tokens.withHash("b".repeat(64)).orElseThrow();
        assertThat(kept).usingRecursiveComparison().ignoringFields("number").isEqualTo(both);
        assertThat(tokens.find(kept.number())).contains(kept);
        assertThat(tokens.withHash("d".repeat(64))).isEmpty();

        tokens.used(kept.number(), DAY);
        tokens.used(kept.number(), DAY.minusDays(1));
        assertThat(tokens.find(kept.number()).orElseThrow().lastUsed()).isEqualTo(DAY);
        assertThat(tokens.of("frfinance9").get(0).lastUsed()).isNull();

        assertThat(tokens.remove(kept.number())).isTrue();
        assertThat(tokens.remove(kept.number())).isFalse();
        assertThat(tokens.find(kept.number())).isEmpty();
        assertThat(tokens.of("frfinance9")).hasSize(1);
    }

    @Test
    void nodes() {
        // Of other tests on the same database, whatever their clocks showed.
        nodes.forgetBefore(Instant.parse("2100-01-01T00:00:00Z"));
        Node later = new Node("b", "höst", 8080, "", LATER, LATER, 0);
        Node first = new Node("a", "host", 443, "1.0.0", AT, AT, 0);
        nodes.seen(later);
        nodes.seen(first);
        assertThat(nodes.all()).containsExactly(first, later);

        nodes.seen(new Node("a", "another", 1, "2", LATER, LATER, -300));
        assertThat(nodes.all()).containsExactly(new Node("a", "host", 443, "1.0.0", AT, LATER, -300), later);

        nodes.forgetBefore(LATER);
        assertThat(nodes.all()).hasSize(2);
        nodes.forgetBefore(LATER.plusMillis(1));
        assertThat(nodes.all()).isEmpty();
    }

    @Test
    void accounts_of_a_provider() {
        ProvidedAccount account = new ProvidedAccount("frfinance9", "https://id.example.org", "sub-1");
        provided.add(account);

        assertThat(provided.ofPerson("frfinance9")).contains(account);
        assertThat(provided.ofSubject("https://id.example.org", "sub-1")).contains(account);
        assertThat(provided.ofSubject("https://elsewhere.example", "sub-1")).isEmpty();
        assertThat(provided.ofPerson("frfinance8")).isEmpty();
    }

    private void mailsAreKept(OperationReference reference, Notice notice) {
        Mail mail = new Mail("at-once-" + reference, "anna", null, 0);
        assertThat(mails.put(notice, mail, AT)).isTrue();
        assertThat(mails.put(notice, new Mail("other-" + reference, "anna", null, 0), LATER))
                .isTrue();
        assertThat(mails.due(AT, 1000)).contains(mail);
        assertThat(mails.take(mail, AT, LATER)).isTrue();
        assertThat(mails.take(mail, AT, LATER)).isFalse();
        Mail taken = new Mail(mail.id(), "anna", null, 1);
        assertThat(mails.due(LATER.minusMillis(1), 1000)).doesNotContain(taken);
        assertThat(mails.due(LATER, 1000)).contains(taken);
        assertThat(mails.noticesIn(mail)).containsExactly(notice);
        assertThat(mails.noticesIn(new Mail("other-" + reference, "anna", null, 0)))
                .as("she gets it by the first mail alone")
                .isEmpty();
        mails.postpone(taken, Failure.NO_ANSWER, LATER.plusSeconds(1));
        assertThat(mails.due(LATER, 1000)).doesNotContain(taken);
        mails.giveUp(taken, Failure.REFUSED, LATER);
        assertThat(mails.due(LATER.plusSeconds(60), 1000)).doesNotContain(taken);
        Mails.DeadMail dead = new Mails.DeadMail(mail.id(), "anna", 1, Failure.REFUSED, LATER);
        assertThat(mails.givenUp(1000)).contains(dead);
        assertThat(mails.findGivenUp(mail.id())).contains(dead);
        assertThat(mails.countGivenUp()).isEqualTo(mails.givenUp(1000).size());
        assertThat(mails.revive(mail.id(), LATER)).isTrue();
        assertThat(mails.revive(mail.id(), LATER)).isFalse();
        assertThat(mails.due(LATER, 1000)).contains(mail);
        mails.sent(mail, LATER);
        assertThat(mails.due(LATER, 1000)).doesNotContain(mail);
        assertThat(outbox.of(reference))
                .singleElement()
                .extracting(Notice::sent)
                .isEqualTo(LATER);

        Mail digest = new Mail("digest-" + reference, "anna", DAY, 0);
        Notice second =
                new Notice(null, "GBcoordinator", Sentence.of("notice.offer", "b"), AT, "second-" + reference, null);
        outbox.put(second);
        assertThat(mails.put(second, digest, AT)).isTrue();
        assertThat(mails.due(AT, 1000)).contains(digest);
        assertThat(mails.take(digest, AT, LATER)).isTrue();
        assertThat(mails.put(second, digest, AT))
                .as("a digest is closed when it is first tried")
                .isFalse();

        MailChoice choice = new MailChoice(MailManner.DIGEST, 18, ZoneId.of("Europe/Paris"), Locale.FRENCH);
        String person = "p" + reference;
        assertThat(choices.of(person)).isEmpty();
        choices.keep(person, MailChoice.UNSAID);
        assertThat(choices.of(person)).contains(MailChoice.UNSAID);
        choices.keep(person, choice);
        assertThat(choices.of(person)).contains(choice);
    }
}
