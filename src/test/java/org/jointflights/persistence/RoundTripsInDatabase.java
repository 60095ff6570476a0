package org.jointflights.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.Refusals.refusal;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jointflights.application.annual.Appropriations;
import org.jointflights.application.annual.ClosedYears;
import org.jointflights.application.annual.FundUses;
import org.jointflights.application.banking.PaymentOrders;
import org.jointflights.application.costs.CostJson;
import org.jointflights.application.desk.DeskBoard;
import org.jointflights.application.desk.DeskDuties;
import org.jointflights.application.desk.DeskNews;
import org.jointflights.application.desk.DeskSums;
import org.jointflights.application.desk.DeskTask;
import org.jointflights.application.desk.DeskTasks;
import org.jointflights.application.desk.DeskVisits;
import org.jointflights.application.hours.AircraftFactors;
import org.jointflights.application.hours.HoursExchanges;
import org.jointflights.application.needs.Needs;
import org.jointflights.application.netting.Nettings;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.operation.StopOrders;
import org.jointflights.application.overview.FlightFailures;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.PersonLanguages;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.recovery.Recoveries;
import org.jointflights.application.recovery.ReferenceRates;
import org.jointflights.application.sampling.Samples;
import org.jointflights.application.scenario.Scenarios;
import org.jointflights.application.settlement.ExchangedAircraft;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.verification.VerificationRuns;
import org.jointflights.application.webhook.Webhook;
import org.jointflights.application.webhook.WebhookDelivery;
import org.jointflights.application.webhook.Webhooks;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.annual.Appropriation;
import org.jointflights.domain.annual.ClosedYear;
import org.jointflights.domain.annual.YearEnd;
import org.jointflights.domain.approval.VerificationRun;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.file.FileScan;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.Stop.Purpose;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.hours.AircraftFactor;
import org.jointflights.domain.hours.Efh;
import org.jointflights.domain.hours.HoursExchange;
import org.jointflights.domain.hours.HoursMovement;
import org.jointflights.domain.hours.HoursPosting;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.needs.Need;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.recovery.FoundError;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.recovery.ReferenceRate;
import org.jointflights.domain.sampling.AuditSample;
import org.jointflights.domain.sampling.CertifiedAmount;
import org.jointflights.domain.sampling.DrawnClaim;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.domain.scenario.Scenario;
import org.jointflights.domain.scenario.ScenarioOrigin;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Due;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.domain.settlement.VoucherFile;
import org.jointflights.domain.settlement.VoucherMark;
import org.jointflights.domain.webhook.WebhookAddress;
import org.jointflights.process.ProcessTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The same of our tables; everything is rolled back after each test. */
@ProcessTest
abstract class RoundTripsInDatabase extends RoundTrips {

    @Autowired
    JdbcClient database;

    @Autowired
    Webhooks webhooks;

    @Autowired
    StopOrders orders;

    @Autowired
    Samples samples;

    @Autowired
    VerificationRuns checks;

    @Autowired
    Appropriations appropriations;

    @Autowired
    FundUses uses;

    @Autowired
    ClosedYears closings;

    @Autowired
    Recoveries recoveries;

    @Autowired
    Nettings nettings;

    @Autowired
    PaymentOrders paymentOrders;

    @Autowired
    ReferenceRates referenceRates;

    @Autowired
    AircraftFactors factors;

    @Autowired
    HoursExchanges exchanges;

    @Autowired
    Needs needs;

    @Autowired
    ExchangedAircraft exchanged;

    @Autowired
    DeskVisits visits;

    @Autowired
    DeskTasks desk;

    @Autowired
    DeskSums sums;

    @Autowired
    DeskNews news;

    @Autowired
    DeskDuties duties;

    @Autowired
    DeskBoard board;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    Scenarios scenarios;

    @Autowired
    FlightFailures failures;

    @Autowired
    PersonLanguages languages;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void nothing_is_left_over() {
        database.sql("delete from carry").update();
    }

    @Test
    void a_kept_check_comes_back_with_what_did_not_fit_in_its_order_and_the_newest_first() {
        VerificationRun bad = new VerificationRun(
                AT,
                "auditor",
                4,
                31,
                17,
                250,
                3,
                List.of(
                        Sentence.of("settlement.statement.falsePostings", 1, reference, 2),
                        Sentence.of("verification.trail.break.gap", Sentence.of("verification.log.TRAIL"), 4, 6)));
        VerificationRun good = new VerificationRun(AT.plusSeconds(60), "manager1", 4, 31, 17, 251, 0, List.of());
        checks.add(bad);
        checks.add(good);

        assertThat(checks.newest(2)).containsExactly(good, bad);
        assertThat(checks.newest(1)).containsExactly(good);
    }

    @Test
    void what_somebody_has_chosen_and_when_they_were_here_goes_with_their_account() {
        Instant before = AT.truncatedTo(ChronoUnit.MILLIS);
        assertThat(visits.of("frfinance9")).isEmpty();
        visits.keep("frfinance9", new DeskVisits.Visit(null, before));
        assertThat(visits.of("frfinance9")).contains(new DeskVisits.Visit(null, before));
        visits.keep("frfinance9", new DeskVisits.Visit(before, LATER));
        assertThat(visits.of("frfinance9")).contains(new DeskVisits.Visit(before, LATER));
        assertThat(languages.of("frfinance9")).isEmpty();
        languages.keep("frfinance9", Locale.FRENCH);
        languages.keep("frfinance9", Locale.ENGLISH);
        assertThat(languages.of("frfinance9")).contains(Locale.ENGLISH);

        accounts.addFormer(new Person("frfinance9", "Zoé", "Ünal", "zoe@example.org"), AT);
        assertThat(visits.of("frfinance9")).isEmpty();
        assertThat(languages.of("frfinance9")).isEmpty();
    }

    @Test
    void tasks_of_several_flights_come_as_they_press() {
        Set<String> group = Set.of("ZZfinance");
        Flight flight = flights.get(reference);
        Instant departure = flight.departure().toInstant();
        Instant now = departure.minusSeconds(86_400);
        open("late", now.minusSeconds(60), null, "ZZfinance");
        open("leaves", null, null, "ZZfinance");
        open("soon", now.plusSeconds(60), null, "ZZfinance", "ZZlegal");
        open("colleague", now.minusSeconds(600), "gbfinance9", "ZZfinance");
        open("mine", null, "frfinance9", "ZZfinance");
        open("others", now, null, "ZZlegal");
        assertThat(openTasks.isEmpty()).as("writes them").isFalse();

        List<DeskTask> found = desk.of("frfinance9", group, now, 10);
        assertThat(found)
                .extracting(task -> task.id().substring(0, task.id().indexOf(' ')))
                .containsExactly("mine", "late", "soon", "leaves", "colleague");
        assertThat(found.get(2))
                .isEqualTo(new DeskTask(
                        "soon " + reference,
                        "userTask_x",
                        reference,
                        flight.destination(),
                        flight.route().stops().stream()
                                .map(stop -> stop.airport())
                                .toList(),
                        flight.departure(),
                        List.of("ZZfinance"),
                        AT,
                        now.plusSeconds(60),
                        null));
        assertThat(desk.of("frfinance9", group, now, 2)).isEqualTo(found.subList(0, 2));
        assertThat(desk.count("frfinance9", group, now)).isEqualTo(new DeskTasks.Waiting(4, 1));
        assertThat(desk.of("frfinance9", Set.of(), now, 2)).isEmpty();
        assertThat(desk.count("frfinance9", Set.of(), now)).isEqualTo(new DeskTasks.Waiting(0, 0));
        assertThat(desk.groupsWaitedFor()).contains("ZZfinance", "ZZlegal");
        assertThat(desk.of("frfinance9", group, departure.plusSeconds(1), 10))
                .as("after the departure what has no day of its own comes last")
                .extracting(task -> task.id().substring(0, task.id().indexOf(' ')))
                .containsExactly("mine", "late", "soon", "leaves", "colleague");
    }

    private void open(String id, @Nullable Instant due, @Nullable String claimedBy, String... groups) {
        openTasks.opened(
                reference,
                new WaitingTask(
                        id + " " + reference, "userTask_x", new TreeSet<>(List.of(groups)), AT, due, claimedBy, false));
    }

    @Test
    void the_amounts_that_tasks_are_about() {
        Transfer owed = openTransfer(GB, FR, 700);
        Set<OperationReference> only = Set.of(reference);
        assertThat(sums.incoming(Set.of(owed.reference()), Set.of(FR, GB)))
                .containsExactly(new DeskSums.Sum(owed.reference(), FR, Money.euro(700)));
        transfers.settled(owed.id(), new Transfer.Paid(DAY, "FT", "frfinance1", LATER));
        assertThat(sums.incoming(Set.of(owed.reference()), Set.of(FR, GB))).isEmpty();
        decisions.put(FinancialDecision.unsigned(
                reference, GB, Fund.FRONTEX, new FundingTerms(Fund.FRONTEX, 70, "frontex", false), Money.euro(700)));
        assertThat(sums.ceilings(only)).containsExactly(new DeskSums.Sum(reference, GB, Money.euro(700)));
        assertThat(sums.shares(only, Set.of(FR, GB))).isEmpty();
        assertThat(sums.balances(only, Set.of(FR, GB))).isEmpty();
        assertThat(sums.plans(only)).isEmpty();
        assertThat(sums.shares(Set.of(), Set.of(FR))).isEmpty();
        assertThat(sums.balances(only, Set.of())).isEmpty();
    }

    @Test
    void what_has_happened_since_is_read_from_the_newest_back_for_those_who_may_see_the_flight() {
        Instant since = Instant.parse("2199-01-01T00:00:00Z");
        Party state = new Party("PT");
        TrailEntry open = entry(since.plusSeconds(1), TrailEvent.RESUMED, null, "a");
        TrailEntry theirs = entry(since.plusSeconds(2), TrailEvent.ACKNOWLEDGED, GB, "b");
        TrailEntry own = entry(since.plusSeconds(3), TrailEvent.ACKNOWLEDGED, state, "c");
        TrailEntry mine = new TrailEntry(
                reference, since.plusSeconds(4), "ptlegal1", TrailEvent.RESUMED, null, null, List.of("d"));
        List.of(open, theirs, own, mine).forEach(trail::add);
        Viewer portugal = Viewer.of(Set.of("PTlegal"));
        List<TrailEvent> told = List.of(TrailEvent.RESUMED);

        assertThat(news.since(since, "ptlegal1", portugal, told, 9))
                .as("it was never asked")
                .isEmpty();
        Instant asked = AT.truncatedTo(ChronoUnit.MILLIS);
        participations.put(Participation.invited(reference, state, asked));
        assertThat(news.since(since, "ptlegal1", portugal, told, 9)).containsExactly(own, open);
        assertThat(news.since(since, "ptlegal1", portugal, told, 1)).containsExactly(own);
        assertThat(news.since(since.plusSeconds(2), "ptlegal1", portugal, told, 9))
                .containsExactly(own);
        assertThat(news.since(since, "manager1", Viewer.of(Set.of("manager")), List.of(TrailEvent.values()), 9))
                .containsExactly(mine, own, theirs, open);

        DeskNews.Told flight = news.flights(Set.of(reference), portugal).get(reference);
        assertThat(flight)
                .isEqualTo(new DeskNews.Told(
                        flights.get(reference).organiser(),
                        flights.get(reference).destination(),
                        flights.get(reference).departure(),
                        List.of(state),
                        List.of(),
                        null,
                        false));
        assertThat(news.flights(Set.of(), portugal)).isEmpty();
    }

    private TrailEntry entry(Instant at, TrailEvent event, @Nullable Party party, String argument) {
        return new TrailEntry(reference, at, "system", event, party, null, List.of(argument));
    }

    @Test
    void what_is_open_on_other_pages_and_what_is_on_record() {
        LocalDate today = LocalDate.ofInstant(AT, ZoneOffset.UTC);
        Transfer one = openTransfer(GB, FR, 700);
        Transfer back = openTransfer(FR, GB, 500);
        long netting = nettings.add(Netting.proposed(List.of(one, back), "frfinance1", AT));
        assertThat(duties.nettings(Set.of(GB), today, 500)).contains(netting);
        assertThat(duties.nettings(Set.of(new Party("PT")), today, 500)).doesNotContain(netting);
        assertThat(duties.nettings(Set.of(GB), today.plusYears(1), 500)).doesNotContain(netting);
        nettings.agreed(netting, LATER);
        assertThat(duties.nettings(Set.of(GB), today, 500)).doesNotContain(netting);
        // 700 less 500 goes from GB to FR.
        assertThat(duties.nettingsToConfirm(Set.of(FR), 500)).contains(netting);
        assertThat(duties.nettingsToConfirm(Set.of(GB), 500)).doesNotContain(netting);

        Claim claim = claims.add(claim());
        claims.converted(claim.id(), CONVERSION);
        claims.certified(claim.id(), new Certification(Money.euro(5_000), true, "", "fxfinance1", AT));
        CertifiedAmount amount = new CertifiedAmount(claim.id(), reference, GB, Money.euro(5_000));
        long sample = samples.add(new AuditSample(
                0,
                DAY,
                DAY,
                1,
                "07-11-23",
                1,
                Money.euro(5_000),
                "e".repeat(64),
                "auditor",
                AT,
                List.of(new DrawnClaim(amount, 1))));
        DeskDuties.Found open = new DeskDuties.Found(sample, null, null, 1, "auditor");
        assertThat(duties.samples(500)).contains(open);
        samples.add(
                new SampleFinding(sample, claim.id(), Money.euro(7), SampleFinding.Cause.NOT_ELIGIBLE, "auditor", AT));
        assertThat(duties.samples(500)).doesNotContain(open);

        RecoveryOrder announced =
                RecoveryOrder.announced(recoveries.counting(sample, claim.id()).orElseThrow(), "fxfinance1", AT);
        long order = recoveries.add(announced);
        DeskDuties.Found asked = new DeskDuties.Found(order, announced.answerBy(), Money.euro(7), 1, "fxfinance1");
        assertThat(duties.recoveriesToAnswer(Set.of(GB), 500)).contains(asked);
        assertThat(duties.recoveriesToAnswer(Set.of(FR), 500)).doesNotContain(asked);
        assertThat(duties.recoveriesToDecide(announced.answerBy(), 500)).doesNotContain(asked);
        assertThat(duties.recoveriesToDecide(announced.answerBy().plusDays(1), 500))
                .contains(asked);
        recoveries.answered(order, new RecoveryOrder.Answer(true, "GB/1", "gbfinance1", LATER));
        assertThat(duties.recoveriesToAnswer(Set.of(GB), 500)).doesNotContain(asked);
        assertThat(duties.recoveriesToDecide(announced.answerBy(), 500)).contains(asked);

        YearEnd end = closings.read(2031);
        closings.ask(new ClosedYear(2031, 0, end.hash(), end.balances(), "fxfinance1", AT, null));
        assertThat(duties.years(500)).contains(new DeskDuties.Found(2031, null, null, 1, "fxfinance1"));
        assertThat(duties.bankAccounts(Set.of(new Party("PT")), 500)).isEmpty();
        assertThat(duties.absencesToAgree("frfinance9", AT)).isZero();
        assertThat(duties.absencesToConfirm("frfinance9", Instant.parse("2199-01-01T00:00:00Z")))
                .isZero();
        assertThat(duties.requests("frfinance9", Instant.parse("2199-01-01T00:00:00Z")))
                .isZero();

        DeskBoard.OnRecord record = board.onRecord();
        assertThat(record.nettings()).isPositive();
        int before = board.underWay().getOrDefault(flights.get(reference).stage(), 0);
        assertThat(before).isPositive();
        int failed = board.failedSteps();
        failures.failed("job " + reference, reference);
        assertThat(board.failedSteps()).isEqualTo(failed + 1);
        assertThat(board.failed(500)).contains(reference);
    }

    @Test
    void addresses_that_are_told_and_what_they_are_told() {
        OperationReference reference = new OperationReference("JRO-2027-0042");
        Party party = new Party("LI");
        String address = "https://hooks.example.org/" + reference;
        webhooks.add(new Webhook(0, party, WebhookAddress.named(address), "secret", "anna", AT, 7));
        Webhook made = webhooks.of(party).stream()
                .filter(one -> one.address().toString().equals(address))
                .findFirst()
                .orElseThrow();
        assertThat(made)
                .isEqualTo(new Webhook(made.id(), party, WebhookAddress.named(address), "secret", "anna", AT, 7));
        assertThat(webhooks.all()).contains(made);
        assertThat(webhooks.saw(made, 9)).isTrue();
        assertThat(webhooks.saw(made, 9)).as("told meanwhile").isFalse();

        WebhookDelivery put =
                new WebhookDelivery("d-" + reference, made.id(), "CONTRACTED", "{}", AT, 0, null, null, null);
        webhooks.put(put);
        assertThat(webhooks.due(AT.minusMillis(1), ALL)).doesNotContain(put);
        assertThat(webhooks.due(AT, ALL)).contains(put);
        assertThat(webhooks.take(put, AT, LATER)).isTrue();
        assertThat(webhooks.take(put, AT, LATER)).as("by another node").isFalse();
        webhooks.postpone(put, Failure.NO_ANSWER, LATER);
        WebhookDelivery failed =
                new WebhookDelivery(put.id(), made.id(), "CONTRACTED", "{}", AT, 1, null, null, Failure.NO_ANSWER);
        assertThat(webhooks.due(LATER, ALL)).contains(failed);
        webhooks.giveUp(put, Failure.REFUSED, LATER);
        assertThat(webhooks.due(LATER, ALL)).extracting(WebhookDelivery::id).doesNotContain(put.id());
        assertThat(webhooks.find(put.id(), party).map(WebhookDelivery::givenUp)).contains(LATER);
        assertThat(webhooks.find(put.id(), GB)).as("another party's").isEmpty();
        webhooks.again(put.id(), LATER);
        assertThat(webhooks.due(LATER, ALL)).contains(put);
        webhooks.sent(put, LATER);
        assertThat(webhooks.newest(made.id(), 1))
                .containsExactly(
                        new WebhookDelivery(put.id(), made.id(), "CONTRACTED", "{}", AT, 0, LATER, null, null));
        assertThat(webhooks.end(made.id(), GB)).as("another party's").isFalse();
        assertThat(webhooks.end(made.id(), party)).isTrue();
        assertThat(webhooks.find(put.id(), party)).isEmpty();
        assertThat(webhooks.of(party)).doesNotContain(made);
    }

    @Test
    void a_year_of_the_accounts() {
        Party state = new Party("FR");
        int year = flights.get(reference).lawDate().getYear();
        Appropriation first = new Appropriation(Fund.FRONTEX, year, state, Money.euro(5), "fxfinance1", AT);
        Appropriation second = new Appropriation(Fund.FRONTEX, year, state, Money.euro(0), "manager1", LATER);
        appropriations.add(first);
        appropriations.add(second);
        assertThat(appropriations.of(year)).startsWith(second, first);
        assertThat(appropriations.find(Fund.FRONTEX, state, year)).contains(second);
        assertThat(appropriations.find(Fund.FRONTEX, state, year + 1)).isEmpty();

        decisions.put(FinancialDecision.unsigned(
                reference, state, Fund.FRONTEX, new FundingTerms(Fund.FRONTEX, 70, "frontex", false), Money.euro(700)));
        assertThat(uses.years()).contains(year);
        assertThat(uses.of(year))
                .filteredOn(use -> use.beneficiary().equals(state) && use.fund() == Fund.FRONTEX)
                .singleElement()
                .satisfies(use -> assertThat(use.underWay().minor()).isGreaterThanOrEqualTo(700));
        assertThat(uses.committed(Fund.FRONTEX, state, year, reference).minor()).isNotNegative();
        assertThat(uses.planned(year)).isNotNull();
        assertThat(uses.states(year)).isNotNull();
        assertThat(uses.flights(year, state))
                .allSatisfy(flight -> assertThat(flight.day().getYear()).isEqualTo(year));

        YearEnd end = closings.read(2031);
        assertThat(end.postings()).isZero();
        ClosedYear asked = new ClosedYear(2031, 0, end.hash(), end.balances(), "fxfinance1", AT, null);
        closings.ask(asked);
        assertThat(closings.find(2031)).contains(asked);
        closings.ask(asked);
        closings.confirm(asked.confirmed("manager1", LATER));
        assertThat(closings.find(2031)).contains(asked.confirmed("manager1", LATER));
        assertThatThrownBy(() -> closings.confirm(asked.confirmed("manager2", LATER)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> closings.ask(asked)).isInstanceOf(Conflict.class);
        assertThat(closings.find(2030)).isEmpty();
        assertThat(closings.firstPosted()).isNotNull();
    }

    @Test
    void files_of_vouchers_are_found_when_their_accounts_have_been_closed_long_enough() {
        long claim = claims.add(claim()).id();
        VoucherFile file = new VoucherFile(
                0,
                reference,
                claim,
                new AttachedFile("a.pdf", FileKind.PDF, 1, "d".repeat(64), FileScan.CLEAN),
                "gbfinance1",
                AT,
                null,
                null);
        vouchers.add(file, new byte[] {1});
        assertThat(vouchers.ofAccountsClosedBefore(LATER)).as("open").doesNotContain(reference);
        trail.add(new TrailEntry(reference, AT, "system", TrailEvent.ACCOUNTS_CLOSED, null, null, List.of()));

        assertThat(vouchers.ofAccountsClosedBefore(AT)).doesNotContain(reference);
        assertThat(vouchers.ofAccountsClosedBefore(LATER)).contains(reference);
        assertThat(vouchers.erase(reference)).isEqualTo(1);
        assertThat(vouchers.erase(reference)).isZero();
        assertThat(vouchers.ofAccountsClosedBefore(LATER)).doesNotContain(reference);
        assertThat(vouchers.of(reference).get(0).file().isErased()).isTrue();
        assertThat(vouchers.of(reference).get(0).stands()).isTrue();
    }

    @Test
    void a_sample_is_drawn_of_what_was_certified_in_a_period_and_counts() {
        Claim first = claims.add(claim());
        Claim second = claims.add(claim());
        for (Claim claim : List.of(first, second)) {
            claims.converted(claim.id(), CONVERSION);
            claims.certified(claim.id(), new Certification(Money.euro(5_000), true, "", "fxfinance1", AT));
        }
        Claim nothing = claims.add(claim());
        claims.converted(nothing.id(), CONVERSION);
        claims.certified(nothing.id(), new Certification(Money.euro(0), true, "No.", "fxfinance1", AT));
        claims.withdrawn(second.id(), "Entered twice.");
        CertifiedAmount amount = new CertifiedAmount(first.id(), reference, GB, Money.euro(5_000));

        assertThat(samples.certified(AT, AT.plusSeconds(1)).claims())
                .filteredOn(one -> one.reference().equals(reference))
                .containsExactly(amount);
        assertThat(samples.certified(AT.plusSeconds(1), LATER.plusSeconds(2)).claims())
                .doesNotContain(amount);
        assertThat(samples.certified(AT.minusSeconds(1), AT).claims()).doesNotContain(amount);

        AuditSample drawn = new AuditSample(
                0,
                DAY,
                DAY.plusDays(1),
                3,
                "07-11-23",
                2,
                Money.euro(5_000),
                "e".repeat(64),
                "auditor",
                AT,
                List.of(new DrawnClaim(amount, 3)));
        AuditSample kept = drawn.numbered(samples.add(drawn));
        assertThat(samples.get(kept.id())).isEqualTo(kept);
        assertThat(samples.all()).contains(kept);
        assertThatThrownBy(() -> samples.get(-1)).isInstanceOf(Unknown.class);
        SampleFinding wrong =
                new SampleFinding(kept.id(), first.id(), Money.euro(7), SampleFinding.Cause.WRONG_RATE, "auditor", AT);
        SampleFinding right = new SampleFinding(kept.id(), first.id(), Money.euro(0), null, "auditor", LATER);
        samples.add(wrong);
        samples.add(right);
        assertThat(samples.findings(kept.id())).containsExactly(wrong, right);
    }

    @Test
    void a_recovery_follows_once_from_the_finding_that_counts_of_closed_accounts() {
        Claim wrong = claims.add(claim());
        claims.converted(wrong.id(), CONVERSION);
        claims.certified(wrong.id(), new Certification(Money.euro(5_000), true, "", "fxfinance1", AT));
        CertifiedAmount amount = new CertifiedAmount(wrong.id(), reference, GB, Money.euro(5_000));
        long sample = samples.add(new AuditSample(
                0,
                DAY,
                DAY,
                1,
                "07-11-23",
                1,
                Money.euro(5_000),
                "e".repeat(64),
                "auditor",
                AT,
                List.of(new DrawnClaim(amount, 1))));
        SampleFinding.Cause cause = SampleFinding.Cause.NOT_ELIGIBLE;
        samples.add(new SampleFinding(sample, wrong.id(), Money.euro(7), cause, "auditor", AT));
        FoundError first = recoveries.counting(sample, wrong.id()).orElseThrow();
        assertThat(first)
                .isEqualTo(new FoundError(
                        first.id(), sample, wrong.id(), reference, GB, Money.euro(7), cause, "auditor", AT));
        samples.add(new SampleFinding(sample, wrong.id(), Money.euro(9), cause, "auditor", LATER));
        FoundError found = recoveries.counting(sample, wrong.id()).orElseThrow();
        assertThat(found.error()).isEqualTo(Money.euro(9));
        assertThat(recoveries.toRecover()).as("accounts are open").doesNotContain(found);
        trail.add(new TrailEntry(reference, AT, "system", TrailEvent.ACCOUNTS_CLOSED, null, null, List.of()));
        assertThat(recoveries.toRecover()).contains(found).doesNotContain(first);

        RecoveryOrder announced = RecoveryOrder.announced(found, "fxfinance1", AT);
        long id = recoveries.add(announced);
        RecoveryOrder kept = recoveries.get(id);
        assertThat(kept)
                .isEqualTo(new RecoveryOrder(id, found, "fxfinance1", AT, announced.answerBy(), null, null, List.of()));
        assertThat(recoveries.toRecover()).doesNotContain(found);
        assertThat(recoveries.of(reference)).containsExactly(kept);
        assertThat(recoveries.all()).contains(kept);
        assertThatThrownBy(() -> recoveries.get(-1)).isInstanceOf(Unknown.class);

        RecoveryOrder.Answer answer = new RecoveryOrder.Answer(true, "GB/1", "gbfinance1", LATER);
        recoveries.answered(id, answer);
        transfers.add(new Transfer(0, reference, Fund.FRONTEX, GB, Party.FRONTEX, Money.euro(5), null));
        Transfer owed = transfers.of(reference).get(0);
        RecoveryOrder.Decision decision =
                new RecoveryOrder.Decision(true, "DN", "executive1", LATER, DAY.plusDays(30), 4, 7);
        recoveries.decided(id, decision, List.of(owed.id()));
        assertThat(recoveries.get(id))
                .isEqualTo(new RecoveryOrder(
                        id, found, "fxfinance1", AT, announced.answerBy(), answer, decision, List.of(owed)));

        YearMonth month = YearMonth.of(1999, 1 + (int) (id % 12));
        if (referenceRates.find(month).isEmpty()) {
            referenceRates.add(new ReferenceRate(month, new BigDecimal("2.1500"), "OJ C"), "fxfinance1", AT);
        }
        assertThat(referenceRates.find(month)).contains(new ReferenceRate(month, new BigDecimal("2.1500"), "OJ C"));
        assertThat(referenceRates.all()).extracting(ReferenceRate::month).contains(month);
    }

    @Test
    void a_netting_holds_its_transfers_from_the_last_signature_until_all_that_is_paid_instead_has_come() {
        Transfer one = openTransfer(GB, FR, 700);
        Transfer back = openTransfer(FR, GB, 500);
        LocalDate day = LocalDate.ofInstant(AT, ZoneOffset.UTC);
        assertThat(nettings.candidates(day, day, day))
                .contains(new Nettings.Candidate(one, AT, 2027), new Nettings.Candidate(back, AT, 2027));
        assertThat(nettings.candidates(day.plusDays(1), day.plusDays(1), day))
                .extracting(Nettings.Candidate::transfer)
                .doesNotContain(one);
        Netting proposed = Netting.proposed(List.of(one, back), "frfinance1", AT);
        long id = nettings.add(proposed);
        Netting kept = nettings.locked(id);
        assertThat(kept.transfers()).containsExactly(one, back);
        assertThat(kept.payments())
                .extracting(NetPayment::due)
                .containsExactly(new Due(Fund.NATIONAL, GB, FR, Money.euro(200)));
        assertThat(kept.signed()).isEqualTo(proposed.signed());
        assertThat(kept.faults()).isEmpty();
        assertThat(nettings.all()).contains(kept);
        assertThat(nettings.candidates(day, day, day))
                .extracting(Nettings.Candidate::transfer)
                .doesNotContain(one, back);
        assertThat(nettings.candidates(day, day, proposed.signBy().plusDays(1)))
                .as("once it has lapsed")
                .extracting(Nettings.Candidate::transfer)
                .contains(one, back);
        refusal(Conflict.class, "netting.transfer.taken", () -> nettings.add(proposed));
        refusal(Conflict.class, "banking.transfer.netted", () -> paymentOrders.add(order(one)));
        assertThatThrownBy(() -> nettings.get(-1)).isInstanceOf(Unknown.class);

        Netting.Signature signature =
                new Netting.Signature(GB, "gbfinance1", LATER, kept.signed().hash());
        nettings.signed(id, signature);
        assertThat(transfers.get(one.id()).netting()).as("before it binds").isNull();
        nettings.agreed(id, LATER);
        assertThat(nettings.get(id).signatures()).containsExactly(signature);
        assertThat(nettings.get(id).agreedAt()).isEqualTo(LATER);
        assertThat(transfers.get(one.id()).netting()).isEqualTo(id);
        refusal(
                Conflict.class,
                "settlement.transfer.netted",
                () -> transfers.settled(one.id(), new Transfer.Paid(DAY, "FT", "frfinance1", LATER)));
        Transfer.Netted netted = new Transfer.Netted(id, DAY, "frfinance1", LATER);
        refusal(Conflict.class, "netting.notPaid", () -> transfers.settled(one.id(), netted));
        refusal(
                Conflict.class,
                "netting.transfer.other",
                () -> transfers.settled(one.id(), new Transfer.Netted(id + 1, DAY, "frfinance1", LATER)));
        NetPayment.Arrived arrived = new NetPayment.Arrived(DAY, "NET", "frfinance1", LATER);
        long payment = kept.payments().get(0).id();
        nettings.arrived(payment, arrived);
        refusal(Conflict.class, "netting.payment.before", () -> nettings.arrived(payment, arrived));
        assertThat(nettings.get(id).payments().get(0).arrived()).isEqualTo(arrived);
        transfers.settled(one.id(), netted);
        assertThat(transfers.get(one.id()).settled()).isEqualTo(netted);
        assertThat(transfers.of(back.reference())).extracting(Transfer::isOpen).containsExactly(true);
    }

    @Test
    void a_payment_of_a_netting_stands_in_one_file_and_keeps_the_netting_from_ending() {
        Transfer one = openTransfer(GB, FR, 700);
        Transfer back = openTransfer(FR, GB, 500);
        long id = nettings.add(Netting.proposed(List.of(one, back), "frfinance1", AT));
        NetPayment payment = nettings.get(id).payments().get(0);
        EndToEnd name = new EndToEnd.OfNetPayment(id, payment.id());
        PaymentOrder order = new PaymentOrder(
                0,
                GB,
                DAY,
                "gbfinance1",
                AT,
                "",
                List.of(new PaymentOrder.Line(name, FR, payment.due().amount())),
                null);
        refusal(Conflict.class, "banking.netPayment.notBinding", () -> paymentOrders.add(order));
        nettings.agreed(id, AT);
        long ordered = paymentOrders.add(order);
        assertThat(paymentOrders.get(ordered).lines()).isEqualTo(order.lines());
        assertThat(paymentOrders.of(GB)).anySatisfy(of -> assertThat(of.lines()).isEqualTo(order.lines()));
        assertThat(paymentOrders.standing(GB)).containsEntry(name, ordered);
        refusal(Conflict.class, "banking.netPayment.ordered", () -> paymentOrders.add(order));
        Netting.Ended why = new Netting.Ended(Netting.Why.NOT_PAID, "manager1", LATER);
        refusal(Conflict.class, "netting.payment.ordered", () -> nettings.ended(id, why));
        paymentOrders.withdraw(ordered, new PaymentOrder.Withdrawn("gbfinance1", LATER, PaymentOrder.Reason.NOT_SENT));
        nettings.ended(id, why);
        refusal(Conflict.class, "banking.netPayment.notBinding", () -> paymentOrders.add(order));
    }

    @Test
    void a_netting_that_came_to_nothing_lets_its_transfers_go_and_one_that_is_paid_otherwise_does_not_bind() {
        Transfer one = openTransfer(GB, FR, 700);
        Transfer back = openTransfer(FR, GB, 500);
        long ended = nettings.add(Netting.proposed(List.of(one, back), "frfinance1", AT));
        nettings.agreed(ended, AT);
        Netting.Ended why = new Netting.Ended(Netting.Why.NOT_PAID, "manager1", LATER);
        nettings.ended(ended, why);
        assertThat(nettings.get(ended).ended()).isEqualTo(why);
        long ordered = paymentOrders.add(order(one));
        refusal(
                Conflict.class,
                "netting.transfer.ordered",
                () -> nettings.add(Netting.proposed(List.of(one, back), "frfinance1", AT)));
        paymentOrders.withdraw(ordered, new PaymentOrder.Withdrawn("gbfinance1", LATER, PaymentOrder.Reason.NOT_SENT));
        assertThat(transfers.get(one.id()).netting()).isNull();
        long late = nettings.add(Netting.proposed(List.of(one, back), "frfinance1", AT));
        Instant after = AT.plus(Duration.ofDays(22));
        long another = nettings.add(Netting.proposed(List.of(one, back), "frfinance1", after));
        refusal(Conflict.class, "netting.transfer.taken", () -> nettings.agreed(late, after));
        nettings.ended(another, why);
        long overtaken = nettings.add(Netting.proposed(List.of(one, back), "frfinance1", after));
        transfers.settled(one.id(), new Transfer.Paid(DAY, "FT", "frfinance1", LATER));
        refusal(Conflict.class, "settlement.transfer.settled", () -> nettings.agreed(overtaken, LATER));
        assertThat(nettings.get(overtaken).state(DAY)).isEqualTo(Netting.State.OVERTAKEN);
    }

    private static PaymentOrder order(Transfer transfer) {
        return new PaymentOrder(
                0,
                transfer.debtor(),
                DAY,
                "gbfinance1",
                AT,
                "",
                List.of(new PaymentOrder.Line(EndToEnd.of(transfer), transfer.creditor(), transfer.amount())),
                null);
    }

    /** Of a flight of its own, whose accounts were signed by all. */
    private Transfer openTransfer(Party debtor, Party creditor, long cents) {
        reference = flights.nextReference(2098);
        flights.add(flight(0, null));
        database.sql("insert into final_posting (reference, statement, posted_at) values (?, 1, ?)")
                .params(reference.value(), Timestamp.from(AT))
                .update();
        transfers.add(new Transfer(0, reference, Fund.NATIONAL, debtor, creditor, Money.euro(cents), null));
        return transfers.of(reference).get(0);
    }

    @Test
    void scenarios_keep_what_goes_in_are_found_by_either_address_and_go_when_unused_or_with_the_account() {
        CostInput figures = figures("48026.20");
        ScenarioOrigin ofFlight = ScenarioOrigin.of(new OperationReference("JRO-2098-0001"));
        Scenario first = new Scenario("one", "frfinance9", "Été", figures, ofFlight, null, 1, AT, AT);
        Scenario second =
                new Scenario("two", "frfinance9", "As flown", figures, ScenarioOrigin.MATCH, "2", 1, AT, LATER);
        List.of(first, second).forEach(scenarios::add);

        assertThat(scenarios.at("one")).contains(first);
        assertThat(scenarios.at("2")).contains(second);
        assertThat(scenarios.at("1")).isEmpty();
        assertThat(scenarios.of("frfinance9"))
                .containsExactly(
                        new Scenarios.Line("two", "As flown", ScenarioOrigin.MATCH, "2", AT),
                        new Scenarios.Line("one", "Été", ofFlight, null, AT));
        assertThat(scenarios.of("frfinance8")).isEmpty();

        CostInput dearer = figures("50000.00");
        assertThat(scenarios.change("one", 1, dearer, LATER)).isTrue();
        assertThat(scenarios.change("one", 1, figures, LATER))
                .as("of a version that is over")
                .isFalse();
        scenarios.rename("one", "Summer");
        scenarios.share("one", "secret");
        scenarios.share("two", null);
        assertThat(scenarios.at("secret"))
                .contains(new Scenario("one", "frfinance9", "Summer", dearer, ofFlight, "secret", 2, LATER, LATER));
        assertThat(scenarios.at("2")).isEmpty();

        scenarios.use("two", AT);
        assertThat(scenarios.dropUnusedSince(LATER)).isEqualTo(1);
        assertThat(scenarios.of("frfinance9")).extracting(Scenarios.Line::id).containsExactly("one");
        scenarios.delete("two");
        accounts.addFormer(new Person("frfinance9", "Zoé", "Ünal", "zoe@example.org"), AT);
        assertThat(scenarios.of("frfinance9")).isEmpty();
    }

    @Test
    void nobody_keeps_two_scenarios_of_one_name() {
        CostInput figures = figures("48026.20");
        scenarios.add(new Scenario("one", "frfinance9", "Été", figures, ScenarioOrigin.OWN, null, 1, AT, AT));
        scenarios.add(new Scenario("two", "frfinance8", "Été", figures, ScenarioOrigin.OWN, null, 1, AT, AT));

        refusal(
                BadInput.class,
                "scenario.taken",
                () -> scenarios.add(
                        new Scenario("three", "frfinance9", "ETE", figures, ScenarioOrigin.OWN, null, 1, AT, AT)));
    }

    private static CostInput figures(String charter) {
        return CostJson.readTyped("""
                {"currency":"EUR","participants":[{"party":"FR","committed":{"returnees":3}},
                {"party":"GB","committed":{"returnees":2,"escorts":4}}],"items":[{"id":1,"description":"Charter",
                "amount":"%s","payer":"FR","sharers":["FR","GB"],"key":"PER_SEAT"}]}
                """.formatted(charter));
    }

    @Test
    void needs_are_added_and_the_latest_counts_until_it_is_withdrawn_or_forgotten() {
        Party state = new Party("LI");
        YearMonth month = YearMonth.of(2031, 3);
        Need first = new Need(state, month, "LOS", "ZRH", 4, "anna", AT);
        Need second = new Need(state, month, "LOS", "MUC", 7, "bernard/anna", LATER);
        Need elsewhere = new Need(state, month.plusMonths(1), "ACC", "ZRH", 1, "anna", AT);
        List.of(first, elsewhere, second).forEach(needs::add);

        assertThat(needs.from(month)).containsExactly(second, elsewhere);
        assertThat(needs.from(month.plusMonths(1))).containsExactly(elsewhere);
        assertThat(needs.enteredBy(state, month)).containsExactly(second, elsewhere, first);
        assertThat(needs.enteredBy(new Party("SI"), month)).isEmpty();

        needs.add(second.withdrawn("anna", LATER));
        assertThat(needs.from(month)).containsExactly(elsewhere);

        needs.forgetBefore(month.plusMonths(1));
        assertThat(needs.enteredBy(state, month)).containsExactly(elsewhere);
        needs.forgetBefore(month.plusMonths(2));
        assertThat(needs.enteredBy(state, month)).isEmpty();
    }

    @Test
    void flights_that_needs_could_have_are_told_for_each_party_that_has_not_left_them() {
        OperationReference reference = new OperationReference("JRO-2031-0042");
        Route route = new Route(List.of(
                new Stop("FRA", Purpose.START, 0),
                new Stop("TBS", Purpose.DESTINATION, 2900),
                new Stop("EVN", Purpose.DESTINATION, 175),
                new Stop("FRA", Purpose.RETURN, 2950)));
        // One hour before midnight in Frankfurt is still March there.
        ZonedDateTime departure = ZonedDateTime.of(2031, 3, 31, 23, 0, 0, 0, ZoneId.of("Europe/Berlin"));
        flights.add(new Flight(
                reference,
                FlightType.JRO,
                new Party("DE"),
                "Georgia",
                route,
                departure,
                departure.toLocalDate(),
                100,
                Stage.PLANNING,
                AT,
                null,
                0,
                null,
                0));
        participations.put(Participation.invited(reference, new Party("DE"), AT));
        participations.put(Participation.invited(reference, new Party("AT"), AT)
                .declared(new Seats(1, 2, 0, 0, 0, 0), "FRA", "EVN", AT));
        participations.put(Participation.invited(reference, new Party("SE"), AT).declined("none", AT));

        assertThat(needs.flightsFrom(YearMonth.of(2031, 3)))
                .filteredOn(flight -> flight.reference().equals(reference))
                .extracting(flight ->
                        flight.month() + " " + flight.organiser() + " " + flight.party() + " " + flight.destination())
                .containsExactly("2031-03 DE AT EVN", "2031-03 DE DE TBS", "2031-03 DE DE EVN");
        assertThat(needs.flightsFrom(YearMonth.of(2031, 5))).isEmpty();
        for (String table : List.of("participation", "route_stop", "flight")) {
            database.sql("delete from " + table + " where reference = ?")
                    .param(reference.value())
                    .update();
        }
    }

    @Test
    void hours_of_an_aircraft_are_kept_answered_posted_and_reversed() {
        Party state = new Party("FR");
        AircraftFactor first = new AircraftFactor(0, "ZZ9", new BigDecimal("1.50"), DAY, "assumed", "manager1", AT);
        factors.add(first);
        factors.add(new AircraftFactor(0, "ZZ9", new BigDecimal("2"), DAY.plusDays(2), "later", "fxfinance1", AT));
        assertThat(factors.find("ZZ9", DAY.minusDays(1))).isEmpty();
        AircraftFactor kept = factors.find("ZZ9", DAY.plusDays(1)).orElseThrow();
        assertThat(kept)
                .isEqualTo(
                        new AircraftFactor(kept.id(), "ZZ9", new BigDecimal("1.50"), DAY, "assumed", "manager1", AT));
        factors.add(new AircraftFactor(0, "ZZ9", new BigDecimal("1.6"), DAY, "corrected", "manager1", LATER));
        assertThat(factors.find("ZZ9", DAY))
                .get()
                .extracting(AircraftFactor::source)
                .isEqualTo("corrected");
        assertThat(factors.all())
                .filteredOn(factor -> factor.type().equals("ZZ9"))
                .extracting(AircraftFactor::source)
                .containsExactly("later", "corrected", "assumed");

        assertThat(exchanged.standsOn(reference)).isFalse();
        HoursExchange entered =
                HoursExchange.entered(reference, 1, state, kept, 455, 500, Map.of(state, 1, GB, 2), "frfinance1", AT);
        long id = exchanges.add(entered);
        HoursExchange read = exchanges.get(id);
        assertThat(read).usingRecursiveComparison().ignoringFields("id").isEqualTo(entered);
        assertThat(exchanged.standsOn(reference)).isTrue();
        assertThat(exchanges.of(reference)).containsExactly(read);
        assertThat(exchanges.all()).contains(read);
        assertThatThrownBy(() -> exchanges.get(-1)).isInstanceOf(Unknown.class);

        HoursExchange.Answer agrees = new HoursExchange.Answer(GB, null, null, "gbfinance1", LATER);
        exchanges.answered(id, agrees);
        assertThat(exchanges.get(id).answers()).containsExactly(agrees);
        exchanges.posted(exchanges.get(id), LATER);
        HoursExchange posted = exchanges.get(id);
        assertThat(posted.postedAt()).isEqualTo(LATER);
        int year = LATER.atOffset(ZoneOffset.UTC).getYear();
        assertThat(exchanges.movements())
                .as("no other test posts hours that stay")
                .containsExactlyInAnyOrder(
                        new HoursMovement(year, state, HoursPosting.Kind.GIVEN, new Efh(11_375)),
                        new HoursMovement(year, state, HoursPosting.Kind.RECEIVED, new Efh(-3_792)),
                        new HoursMovement(year, GB, HoursPosting.Kind.RECEIVED, new Efh(-7_583)));

        long opposite = exchanges.add(posted.opposite(2, GB, "GB/1", "gbfinance1", LATER));
        assertThat(exchanges.get(id).reversedBy()).as("not yet").isNull();
        assertThat(exchanges.get(opposite).letter()).isEqualTo("GB/1");
        exchanges.posted(exchanges.get(opposite), LATER);
        assertThat(exchanges.get(id).reversedBy()).isEqualTo(opposite);
        assertThat(exchanged.standsOn(reference)).isFalse();
        assertThat(exchanges.movements()).extracting(HoursMovement::amount).containsOnly(Efh.ZERO);

        long third = exchanges.add(new HoursExchange(
                0,
                reference,
                3,
                state,
                kept,
                455,
                null,
                entered.shares(),
                null,
                null,
                state,
                "frfinance1",
                AT,
                List.of(),
                null,
                null,
                null));
        HoursExchange.Answer refuses =
                new HoursExchange.Answer(GB, HoursExchange.Cause.OTHER, "GB/2", "gbfinance1", LATER);
        exchanges.answered(third, refuses);
        assertThat(exchanges.get(third).answers()).containsExactly(refuses);
        HoursExchange.Withdrawal withdrawn = new HoursExchange.Withdrawal("frfinance1", LATER);
        exchanges.withdrawn(third, withdrawn);
        assertThat(exchanges.get(third).withdrawal()).isEqualTo(withdrawn);
        assertThatThrownBy(() -> exchanges.add(entered)).isInstanceOf(Conflict.class);
    }

    /** Two people certify the same voucher on two claims at the same moment: the database lets one through. */
    @Test
    void of_two_who_certify_one_voucher_at_the_same_moment_one_does() throws Exception {
        List<Long> claimed = new ArrayList<>();
        apart(() -> {
            reference = flights.nextReference(2098);
            flights.add(flight(0, null));
            for (int number = 1; number <= 2; number++) {
                Claim claim = claims.add(claim());
                marks.add(claim.id(), VoucherMark.of(claim));
                claimed.add(claim.id());
            }
        });
        CyclicBarrier together = new CyclicBarrier(2);
        List<Boolean> held = claimed.stream()
                .map(claim -> CompletableFuture.supplyAsync(() -> {
                    try {
                        apart(() -> {
                            waits(together);
                            marks.hold(claim);
                        });
                        return true;
                    } catch (Conflict lost) {
                        return false;
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(held).containsExactlyInAnyOrder(true, false);
        long winner = claimed.get(held.indexOf(true));
        long loser = claimed.get(held.indexOf(false));
        apart(() -> claims.withdrawn(winner, "The other one is right."));
        apart(() -> marks.hold(loser));
        apart(this::forgetFlight);
    }

    /** What was committed for others to see goes again. */
    private void forgetFlight() {
        for (String table : List.of("voucher_mark", "voucher")) {
            database.sql("delete from " + table + " where claim_id in (select id from claim where reference = ?)")
                    .param(reference.value())
                    .update();
        }
        for (String table : List.of("claim", "route_stop", "flight")) {
            database.sql("delete from " + table + " where reference = ?")
                    .param(reference.value())
                    .update();
        }
    }

    private void apart(Runnable act) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> act.run());
    }

    private static void waits(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What another has written while this transaction waited is what it goes by; written here past what remembers. */
    @Test
    void whoever_holds_a_flight_sees_what_came_while_they_waited() {
        runs.open(reference, AT);
        assertThat(orders.of(reference)).isEmpty();
        assertThat(answers.of(reference)).isEmpty();
        assertThat(restraints.of(reference)).isEmpty();
        assertThat(flights.get(reference).isSuspended()).isFalse();
        database.sql("""
                        insert into stop_order (reference, number, cause, reason, ordered_by, as_group, at)
                        values (?, 1, 'MEDICAL', 'Unfit', 'gbdoctor1', 'GBdoctor', ?)
                        """).params(reference.value(), Timestamp.from(AT)).update();
        database.sql("""
                        insert into gate_answer (reference, party, gate, point, stop, verdict, reason, answered_by, at, run)
                        values (?, 'GB', 'G2', 'D_14', 0, 'STOP', 'Unfit', 'gblegal1', ?, 1)
                        """).params(reference.value(), Timestamp.from(AT)).update();
        database.sql("""
                        insert into restraint (reference, number, party, assessments, started, recorded_by)
                        values (?, 1, 'GB', 1, ?, 'gbescortleader')
                        """).params(reference.value(), Timestamp.from(AT)).update();
        database.sql("update flight set suspended_for = 'A storm' where reference = ?")
                .param(reference.value())
                .update();
        assertThat(orders.of(reference)).as("read once").isEmpty();

        orders.hold(reference);

        assertThat(orders.of(reference)).hasSize(1);
        assertThat(answers.of(reference)).hasSize(1);
        assertThat(restraints.of(reference)).hasSize(1);
        assertThat(flights.get(reference).isSuspended()).isTrue();
    }
}
