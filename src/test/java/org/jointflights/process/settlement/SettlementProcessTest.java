package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.settlement.CloseAccounts;
import org.jointflights.application.settlement.ComputeAccounts;
import org.jointflights.application.settlement.ConfirmPayments;
import org.jointflights.application.settlement.PlanTransfers;
import org.jointflights.application.settlement.SignStatements;
import org.jointflights.application.settlement.Statements;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Every path and way out of the settlement, through the tasks of its people. */
class SettlementProcessTest extends SettlementCase {

    private static final Map<Party, Seats> COMMITTED = Map.of(FR, seats(10, 10), GB, seats(10, 10));

    @Autowired
    PlanTransfers planning;

    @Autowired
    ConfirmPayments payments;

    @Autowired
    CloseAccounts closing;

    @Autowired
    SignStatements signing;

    @Autowired
    Statements statements;

    @Autowired
    VerifySignatures verify;

    @Autowired
    ComputeAccounts computing;

    @Autowired
    Outbox outbox;

    @Autowired
    TrailEntries trail;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Test
    void from_vouchers_to_closed_accounts() {
        OperationReference flight = charterFlight(50);
        ProcessInstance instance = start(flight, FR);

        assertThat(users.open("userTask_enterActualCost", flight)).hasSize(3);
        claims(flight, FR, "1", "100,000.00", false);
        nobodyElseClaims(flight);
        assertThat(instance).isWaitingAt("userTask_certifyClaim");
        certifyAll(flight, "");
        assertThat(instance).isWaitingAt("userTask_signStatement");
        assertThat(borne(flight, GB)).isEqualTo("25000.00");
        everybodySigns(flight);
        assertThat(instance).isWaitingAt("userTask_confirmPayment");
        assertThat(transfers.of(flight)).extracting(Transfer::fund).containsExactly(Fund.FRONTEX, Fund.NATIONAL);
        everybodyPays(flight);

        assertThat(instance).isEnded().hasPassed("serviceTask_closeAccounts", "endEvent_accountsClosed");
        assertThat(read(flight).ledger().isEven()).isTrue();
        assertThat(trail.of(flight))
                .extracting(entry -> entry.what().code())
                .contains("trail.accounts.opened", "trail.accounts.signed", "trail.accounts.closed");
    }

    @Test
    void a_flight_without_any_cost_closes_when_it_is_signed() {
        OperationReference flight = charterFlight(100);
        ProcessInstance instance = start(flight, FR);
        nobodyElseClaims(flight);
        everybodySigns(flight);

        assertThat(instance).isEnded();
        assertThat(postings.of(flight)).isEmpty();
    }

    @Test
    void a_party_enters_as_many_costs_as_it_has_without_disturbing_the_others() {
        OperationReference flight = charterFlight(100);
        start(flight, FR);
        claims(flight, FR, "1", "60,000.00", true);
        claimsNothing(flight, GB);
        assertThat(users.open("userTask_enterActualCost", flight)).hasSize(2);
        Map<String, Object> second = new HashMap<>(claim("1", "40,000.00", false));
        second.put("voucherNumber", "V-1b");
        finance(FR, 1).completes("userTask_enterActualCost", flight, second);

        assertThat(claims.of(flight)).hasSize(2);
        assertThat(users.open("userTask_enterActualCost", flight)).hasSize(1);
    }

    @Test
    void a_missing_rate_is_entered_and_the_conversion_goes_on() {
        OperationReference flight = charterFlight(100);
        ProcessInstance instance = start(flight, FR);
        Map<String, Object> inYen = new HashMap<>(claim("OWN", "1000000", false));
        inYen.put("currency", "JPY");
        finance(GB, 1).completes("userTask_enterActualCost", flight, inYen);
        nobodyElseClaims(flight);

        assertThat(instance).isWaitingAt("userTask_enterRate");
        finance(FR, 1).completes("userTask_enterRate", flight, Map.of("rate", "160", "rateSource", "InforEuro"));
        users.runJobs(flight);

        assertThat(instance).isWaitingAt("userTask_certifyClaim");
        assertThat(claimOf(flight, GB).euro()).isEqualTo(Money.euro(625_000));
    }

    @Test
    void late_claimants_are_reminded_sixty_days_after_the_flight() {
        OperationReference flight = charterFlight(100);
        start(flight, FR);
        claimsNothing(flight, GB);

        users.fireTimer("boundaryEvent_claimsDue", flight);
        users.runJobs(flight);

        assertThat(outbox.of(flight))
                .extracting(notice -> notice.recipient())
                .containsExactlyInAnyOrder("FRfinance", "FXfinance");
        assertThat(users.timers("boundaryEvent_claimsDue", flight)).isEmpty();
        assertThat(users.open("userTask_enterActualCost", flight)).hasSize(2);
    }

    @Test
    void claims_are_due_in_the_evening_of_the_sixtieth_day() {
        OperationReference flight = charterFlight(100);
        start(flight, FR);

        assertThat(users.timers("boundaryEvent_claimsDue", flight).get(0).getDuedate())
                .isEqualTo("2027-07-19T16:00:00Z");
    }

    @Test
    void whoever_owes_is_told_whom_to_pay_and_how_much_as_soon_as_everybody_has_signed() {
        OperationReference flight = signed(charterFlight(50));

        assertThat(outbox.of(flight))
                .filteredOn(notice -> notice.text().code().equals("notice.pay"))
                .extracting(
                        notice -> notice.recipient(), notice -> notice.text().in(Locale.ENGLISH))
                .containsExactlyInAnyOrder(
                        tuple(
                                "FXfinance",
                                "Flight " + flight + ": the accounts are signed. Please pay 50,000.00 EUR to France."),
                        tuple(
                                "GBfinance",
                                "Flight " + flight + ": the accounts are signed. Please pay 25,000.00 EUR to France."));
    }

    @Test
    void debtors_are_reminded_after_thirty_days() {
        OperationReference flight = signed(charterFlight(50));

        users.fireTimer("boundaryEvent_paymentsDue", flight);
        users.runJobs(flight);

        assertThat(outbox.of(flight))
                .filteredOn(notice -> notice.text().code().equals("notice.paymentDue"))
                .extracting(notice -> notice.recipient())
                .containsExactlyInAnyOrder("FXfinance", "GBfinance");
        assertThat(users.open("userTask_confirmPayment", flight)).hasSize(2);
    }

    @Test
    void without_a_voucher_a_cost_is_not_eligible_and_stays_with_its_party() {
        OperationReference flight = charterFlight(100);
        start(flight, FR);
        Map<String, Object> unproven = new HashMap<>(claim("1", "100,000.00", false));
        unproven.remove("voucherNumber");
        unproven.remove("voucherDate");
        finance(FR, 1).completes("userTask_enterActualCost", flight, unproven);
        nobodyElseClaims(flight);
        Claim claim = claimOf(flight, FR);

        assertThatThrownBy(() -> certify(flight, claim, Map.of("decision", "ELIGIBLE", "voucherChecked", "YES")))
                .hasStackTraceContaining("no voucher");
        assertThat(claims.get(claim.id()).certification()).isNull();
        certify(flight, claim, Map.of("decision", "NOT_ELIGIBLE", "reason", "no voucher"));

        assertThat(borne(flight, FR)).isEqualTo("100000.00");
        assertThat(borne(flight, GB)).isEqualTo("0.00");
    }

    @Test
    void nobody_certifies_what_they_claimed_themselves() {
        OperationReference flight = charterFlight(100);
        start(flight, FR);
        claims(flight, FX, "OWN", "500.00", false);
        nobodyElseClaims(flight);
        Task open = users.open("userTask_certifyClaim", flight).get(0);

        assertThatThrownBy(
                        () -> finance(FX, 1).completes(open, Map.of("decision", "ELIGIBLE", "voucherChecked", "YES")))
                .hasRootCauseInstanceOf(NotYours.class);
        assertThat(claimOf(flight, FX).certification()).isNull();
        tasks.setAssignee(open.getId(), null);
        certifyAll(flight, "");
        assertThat(claimOf(flight, FX).certification()).isNotNull();
    }

    @Test
    void nobody_signs_for_costs_they_entered_themselves() {
        OperationReference flight = computed(charterFlight(50));
        Task open = finance(FR, 1).open("userTask_signStatement", flight);

        assertThatThrownBy(() -> finance(FR, 1).completes(open, Map.of("answer", "SIGN")))
                .hasRootCauseInstanceOf(NotYours.class);
        assertThat(signing.toSign(flight)).contains(FR);
    }

    @Test
    void an_objection_that_is_not_upheld_asks_only_the_objector_again() {
        OperationReference flight = computed(charterFlight(50));
        finance(GB, 2).completes("userTask_signStatement", flight, Map.of("answer", "OBJECT", "reason", "too much"));
        everybodySigns(flight);
        assertThat(users.openTasks(flight)).containsExactly("userTask_answerObjection");

        finance(FR, 1)
                .completes(
                        "userTask_answerObjection",
                        flight,
                        Map.of("decision", "STANDS", "answer", "As agreed in May."));
        assertThat(users.open("userTask_signStatement", flight)).hasSize(1);
        assertThat(users.shown(users.open("userTask_signStatement", flight).get(0), "replyText"))
                .asString()
                .contains("As agreed in May.");
        finance(GB, 2).completes("userTask_signStatement", flight, Map.of("answer", "SIGN"));
        users.runJobs(flight);

        assertThat(users.open("userTask_confirmPayment", flight)).hasSize(2);
    }

    @Test
    void a_second_objection_goes_to_the_arbiter_whose_decision_is_signed_and_binds_whoever_objected() {
        OperationReference flight = objectedTwice();
        assertThat(users.openTasks(flight)).containsExactly("userTask_decideDispute");
        Task dispute = users.as("executive1").open("userTask_decideDispute", flight);
        assertThat(dispute.getDueDate()).isNotNull();

        users.as("executive1").completes(dispute, Map.of("decision", "STANDS", "answer", "As agreed in May."));
        users.runJobs(flight);

        Statement statement = signing.current(flight);
        Arbitration decided = Objects.requireNonNull(statement.arbitration());
        assertThat(decided.by()).isEqualTo("executive1");
        assertThat(decided.objectors()).containsExactly(GB);
        assertThat(decided.signed().json()).contains(statement.signed().hash()).doesNotContain("As agreed in May.");
        assertThat(signing.toSign(flight)).isEmpty();
        assertThat(faults(flight)).isEmpty();
        assertThat(users.open("userTask_confirmPayment", flight)).hasSize(2);
        assertThat(outbox.of(flight))
                .filteredOn(notice -> notice.text().code().equals("notice.arbitrated"))
                .extracting(notice -> notice.recipient())
                .containsExactly("GBfinance");
        everybodyPays(flight);
        assertThat(users.instance("settlement", flight)).isNull();
    }

    @Test
    void the_arbiter_may_have_a_claim_entered_anew_and_everybody_signs_again() {
        OperationReference flight = objectedTwice();
        users.as("executive1")
                .completes(
                        "userTask_decideDispute",
                        flight,
                        Map.of(
                                "decision",
                                "CORRECT",
                                "claim",
                                claimOf(flight, FR).id() + "",
                                "answer",
                                "It was 90,000."));
        users.runJobs(flight);
        claims(flight, FR, "1", "90,000.00", false);
        users.runJobs(flight);
        certifyAll(flight, "");

        assertThat(signing.current(flight).version()).isEqualTo(2);
        assertThat(users.open("userTask_signStatement", flight)).hasSize(3);
        assertThat(statements.all().stream()
                        .filter(one -> one.reference().equals(flight) && one.version() == 1)
                        .findFirst()
                        .orElseThrow()
                        .arbitration())
                .isNotNull();
        assertThat(faults(flight)).isEmpty();
    }

    private OperationReference objectedTwice() {
        OperationReference flight = computed(charterFlight(50));
        finance(GB, 2).completes("userTask_signStatement", flight, Map.of("answer", "OBJECT", "reason", "too much"));
        everybodySigns(flight);
        finance(FR, 1)
                .completes("userTask_answerObjection", flight, Map.of("decision", "STANDS", "answer", "It is right."));
        finance(GB, 2).completes("userTask_signStatement", flight, Map.of("answer", "OBJECT", "reason", "still"));
        users.runJobs(flight);
        return flight;
    }

    @Test
    void a_payment_that_is_never_confirmed_goes_to_the_manager_and_the_accounts_end_at_zero_or_waived() {
        OperationReference flight = signed(charterFlight(50));
        assertThat(users.timers("boundaryEvent_paymentsEnd", flight).get(0).getDuedate())
                .isAfter(
                        users.timers("boundaryEvent_paymentsDue", flight).get(0).getDuedate());
        neverConfirmed(flight);
        assertThat(users.openTasks(flight)).containsExactly("userTask_decidePayment", "userTask_decidePayment");

        decidesPayments(flight, Map.of("outcome", "ASK_AGAIN", "reason", "both were away"));
        assertThat(users.open("userTask_confirmPayment", flight)).hasSize(2);
        assertThat(outbox.of(flight))
                .filteredOn(notice -> notice.text().code().equals("notice.paymentAskedAgain"))
                .extracting(notice -> notice.recipient())
                .containsExactlyInAnyOrder("FRfinance", "FXfinance", "FRfinance", "GBfinance");
        neverConfirmed(flight);

        List<Task> open = users.open("userTask_decidePayment", flight);
        users.as("manager1").completes(open.get(0), decision("PAID", "treasury extract 77"));
        users.as("manager1").completes(open.get(1), decision("WAIVED", "M/2027/3"));
        users.runJobs(flight);

        assertThat(users.instance("settlement", flight)).isNull();
        assertThat(read(flight).ledger().isEven()).isTrue();
        assertThat(transfers.of(flight)).noneMatch(Transfer::isOpen);
    }

    private static Map<String, Object> decision(String outcome, String document) {
        return Map.of(
                "outcome",
                outcome,
                "document",
                document,
                "documentDate",
                "2027-06-01",
                "reason",
                "the service is gone");
    }

    private void neverConfirmed(OperationReference flight) {
        users.fireTimer("boundaryEvent_paymentsEnd", flight);
        users.runJobs(flight);
    }

    private void decidesPayments(OperationReference flight, Map<String, ?> decision) {
        for (Task open : users.open("userTask_decidePayment", flight)) {
            users.as("manager1").completes(open, decision);
        }
        users.runJobs(flight);
    }

    @Test
    void claims_that_never_come_are_closed_a_month_after_they_were_due_and_asked_again_of_whoever_objects() {
        OperationReference flight = charterFlight(100);
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);

        assertThat(users.timers("boundaryEvent_claimsClosed", flight).get(0).getDuedate())
                .isEqualTo("2027-08-18T16:00:00Z");
        users.fireTimer("boundaryEvent_claimsClosed", flight);
        users.runJobs(flight);
        assertThat(users.open("userTask_enterActualCost", flight)).isEmpty();
        assertThat(outbox.of(flight))
                .filteredOn(notice -> notice.text().code().equals("notice.claimsClosed"))
                .extracting(notice -> notice.recipient())
                .contains("GBfinance", "FRfinance")
                .doesNotContain("GBcoordinator");
        certifyAll(flight, "");
        assertThat(claims.of(flight)).hasSize(1);

        finance(GB, 2)
                .completes("userTask_signStatement", flight, Map.of("answer", "OBJECT", "reason", "we paid 500 euro"));
        everybodySigns(flight);
        clock.advance(Duration.ofDays(90));
        finance(FR, 1)
                .completes(
                        "userTask_answerObjection",
                        flight,
                        Map.of("decision", "ASK_AGAIN", "answer", "Please enter it."));
        assertThat(users.openTasks(flight)).containsExactly("userTask_enterActualCost");
        assertThat(users.timers("boundaryEvent_claimsClosed", flight).get(0).getDuedate())
                .as("a time of its own")
                .isAfter(Date.from(clock.instant().plus(Duration.ofDays(40))));
        claims(flight, GB, "OWN", "500.00", false);
        users.runJobs(flight);
        assertThat(claims.of(flight)).hasSize(2);
    }

    @Test
    void a_corrected_claim_is_reversed_posted_anew_and_signed_by_all_again() {
        OperationReference flight = computed(charterFlight(50));
        List<Posting> first = postings.of(flight);
        finance(GB, 2)
                .completes("userTask_signStatement", flight, Map.of("answer", "OBJECT", "reason", "invoice is 90,000"));
        everybodySigns(flight);
        Claim wrong = claimOf(flight, FR);
        finance(FR, 1)
                .completes(
                        "userTask_answerObjection",
                        flight,
                        Map.of("decision", "CORRECT", "claim", wrong.id() + "", "answer", "Credit note of 10,000."));
        assertThat(users.open("userTask_enterActualCost", flight)).hasSize(1);
        assertThat(users.shown(users.open("userTask_enterActualCost", flight).get(0), "correction"))
                .asString()
                .contains("Credit note of 10,000.");
        claims(flight, FR, "1", "90,000.00", false);
        users.runJobs(flight);
        certifyAll(flight, "");

        List<Posting> all = postings.of(flight);
        assertThat(all.subList(0, first.size())).isEqualTo(first);
        List<Posting> reversals =
                all.stream().filter(posting -> posting.reverses() != null).toList();
        assertThat(reversals).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            assertThat(reversals.get(i).amount())
                    .isEqualTo(first.get(i).amount().negated());
        }
        assertThat(read(flight).ledger().standing()).allMatch(posting -> posting.statement() == 2);
        assertThat(borne(flight, GB)).isEqualTo("22500.00");
        assertThat(users.open("userTask_signStatement", flight)).hasSize(3);
        everybodySigns(flight);
        everybodyPays(flight);
        assertThat(users.instance("settlement", flight)).isNull();
    }

    @Test
    void claims_that_come_out_as_before_are_left_alone_by_a_correction() {
        OperationReference flight = charterFlight(100);
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);
        claims(flight, GB, "OWN", "500.00", false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        int before = postings.of(flight).size();
        finance(GB, 2).completes("userTask_signStatement", flight, Map.of("answer", "OBJECT", "reason", "mine"));
        everybodySigns(flight);
        finance(FR, 1)
                .completes(
                        "userTask_answerObjection",
                        flight,
                        Map.of(
                                "decision",
                                "CORRECT",
                                "claim",
                                claimOf(flight, GB).id() + "",
                                "answer",
                                "Enter it again."));
        claimsNothing(flight, GB);
        users.runJobs(flight);

        long ofCharter = claimOf(flight, FR).id();
        assertThat(postings.of(flight).subList(before, postings.of(flight).size()))
                .isNotEmpty()
                .noneMatch(posting -> Long.valueOf(ofCharter).equals(posting.claim()));
    }

    @Test
    void only_the_creditor_waives() {
        OperationReference flight = signed(charterFlight(50));
        Transfer owed = transfers.of(flight).stream()
                .filter(transfer -> transfer.debtor().equals(GB))
                .findFirst()
                .orElseThrow();
        Task open = confirmationOf(flight, owed);
        Map<String, Object> waiver = Map.of(
                "outcome", "WAIVED", "letter", "FR/2027/17", "letterDate", "2027-06-01", "reason", "small amount");

        assertThatThrownBy(() -> finance(GB, 1).completes(open, waiver))
                .hasStackTraceContaining("does not have one of the following permissions: 'TASK_WORK'");
        assertThatThrownBy(() -> finance(GB, 1)
                        .does(() -> payments.waive(flight, owed.id(), "GB/1", VOUCHER_DAY.plusDays(7), "why not")))
                .isInstanceOf(NotYours.class);
        assertThat(transfers.get(owed.id()).isOpen()).isTrue();

        tasks.setAssignee(open.getId(), null);
        finance(FR, 1).completes(open, waiver);
        users.runJobs(flight);
        assertThat(transfers.get(owed.id()).settled()).isInstanceOf(Transfer.Waived.class);
        assertThat(users.instance("settlement", flight)).isNotNull();
        everybodyPays(flight);
        assertThat(users.instance("settlement", flight)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "letterDate, 2027-06-02, Today is",
        "letterDate, 2027-05-31, was computed on",
        "letterDate, '', is empty",
        "letter, '', is empty",
        "reason, '', is empty",
        "amountReceived, 5.00, Empty it"
    })
    void bad_waivers_are_refused_and_the_amount_stays_owed(String field, String value, String sentence) {
        OperationReference flight = signed(charterFlight(50));
        Transfer owed = transfers.of(flight).stream()
                .filter(transfer -> transfer.debtor().equals(GB))
                .findFirst()
                .orElseThrow();
        Map<String, Object> fields = new HashMap<>(Map.of(
                "outcome", "WAIVED", "letter", "FR/2027/17", "letterDate", "2027-06-01", "reason", "small amount"));
        fields.put(field, value);
        Task open = confirmationOf(flight, owed);

        assertThatThrownBy(() -> finance(FR, 1).completes(open, fields))
                .hasRootCauseInstanceOf(BadInput.class)
                .hasStackTraceContaining(sentence);
        assertThat(transfers.get(owed.id()).isOpen()).isTrue();
    }

    @Test
    void accounts_do_not_close_while_anything_is_open() {
        OperationReference flight = signed(charterFlight(50));

        assertThatThrownBy(() -> closing.close(flight))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("2 transfers");
    }

    @Test
    void transfers_are_not_planned_before_everybody_has_signed() {
        OperationReference flight = computed(charterFlight(50));

        assertThatThrownBy(() -> planning.plan(flight)).isInstanceOf(Conflict.class);
        assertThat(transfers.of(flight)).isEmpty();
    }

    @Test
    void accounts_are_not_computed_before_every_claim_is_certified() {
        OperationReference flight = charterFlight(50);
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);

        assertThatThrownBy(() -> computing.compute(flight)).isInstanceOf(Conflict.class);
        assertThat(postings.of(flight)).isEmpty();
    }

    @Test
    void one_person_does_not_confirm_a_transfer_twice() {
        OperationReference flight = signed(charterFlight(50));
        Transfer first = transfers.of(flight).get(0);
        finance(first.creditor(), 1)
                .does(() -> payments.confirm(flight, first.id(), first.amount(), VOUCHER_DAY.plusDays(7), "SEPA 1"));

        assertThatThrownBy(() -> finance(first.creditor(), 1)
                        .does(() -> payments.confirm(
                                flight, first.id(), first.amount(), VOUCHER_DAY.plusDays(7), "SEPA 2")))
                .isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @CsvSource({
        "frfinance1, en, 200, is owed now",
        "gbcoordinator, fr, 200, Subventions",
        "manager1, en, 200, 20/40",
        "auditor, en, 200, Payable by Frontex",
        "escoordinator, en, 403, ''"
    })
    void the_statement_is_open_to_parties_managers_and_auditors_only(
            String user, String language, int status, String text) throws Exception {
        OperationReference flight = computed(charterFlight(50));
        MvcResult answer = page(user, language, "/flights/" + flight + "/statement");

        assertThat(answer.getResponse().getStatus()).isEqualTo(status);
        assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .containsIgnoringCase(text);
    }

    @Test
    void a_state_that_declined_or_left_before_its_share_was_agreed_sees_the_flight_and_not_its_accounts()
            throws Exception {
        OperationReference flight = charterFlight(50);
        participations.put(
                Participation.invited(flight, ES, clock.instant()).declined("No returnees", clock.instant()));
        participations.put(Participation.invited(flight, SE, clock.instant())
                .declared(seats(2, 4), "CDG", null, clock.instant())
                .withdrawn(WithdrawalCause.LEGAL, "Court order", clock.instant(), DEPARTURE));
        signed(flight);
        Transfer owed = transfers.of(flight).stream()
                .filter(transfer -> transfer.debtor().equals(GB))
                .findFirst()
                .orElseThrow();
        finance(FR, 1)
                .completes(
                        confirmationOf(flight, owed),
                        Map.of(
                                "outcome",
                                "WAIVED",
                                "letter",
                                "FR/2027/17",
                                "letterDate",
                                "2027-06-01",
                                "reason",
                                "small amount"));

        for (String outside : List.of("escoordinator", "sefinance1")) {
            assertThat(page(outside, "en", "/flights/" + flight + "/print")
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .as(outside)
                    .contains("25,000.00 EUR", "waived in writing")
                    .doesNotContain("/statement", "FR/2027/17");
            for (String closed : List.of(
                    "/flights/" + flight + "/statement",
                    "/flights/" + flight + "/statement.pdf",
                    "/flights/" + flight + "/statement.xlsx",
                    "/api/flights/" + flight + "/final-posting")) {
                MvcResult answer = page(outside, "en", closed);
                assertThat(answer.getResponse().getStatus()).as(closed).isEqualTo(403);
                assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                        .contains("are for the parties that share its cost");
            }
        }
        for (String inside : List.of("frfinance1", "gbcoordinator", "fxfinance1", "manager1")) {
            assertThat(page(inside, "en", "/flights/" + flight + "/statement")
                            .getResponse()
                            .getStatus())
                    .as(inside)
                    .isEqualTo(200);
            assertThat(page(inside, "en", "/flights/" + flight + "/print")
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .as(inside)
                    .contains("/flights/" + flight + "/statement", "waived by letter FR/2027/17");
        }
    }

    @Test
    void whoever_bears_a_posting_reads_the_accounts_also_without_a_part_in_the_agreed_split() throws Exception {
        OperationReference flight = computed(charterFlight(50));
        participations.put(
                Participation.invited(flight, ES, clock.instant()).declined("No returnees", clock.instant()));
        Money cent = Money.euro(1);
        postings.add(
                flight,
                List.of(posting(98, Posting.Kind.PAID, FR, cent), posting(99, Posting.Kind.SHARE, ES, cent.negated())),
                Instant.EPOCH);

        assertThat(page("esfinance1", "en", "/flights/" + flight + "/statement")
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void every_party_reads_in_the_trail_that_the_shares_were_finally_posted() throws Exception {
        OperationReference flight = computed(charterFlight(50));
        everybodySigns(flight);

        for (String user : List.of("gbcoordinator", "frfinance1", "fxcoordinator", "manager1")) {
            assertThat(page(user, "en", "/flights/" + flight + "/print")
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .as(user)
                    .contains("The shares of version 1 were finally posted");
        }
    }

    @Test
    void the_statement_of_an_unknown_flight_is_not_found() throws Exception {
        MvcResult answer = page("manager1", "en", "/flights/JRO-2027-9999/statement");

        assertThat(answer.getResponse().getStatus()).isEqualTo(404);
    }

    private MvcResult page(String user, String language, String path) throws Exception {
        return mvc.perform(get(path)
                        .locale(Locale.forLanguageTag(language))
                        .header("Accept-Language", language)
                        .with(user(user)))
                .andReturn();
    }

    @Test
    void forged_flags_are_refused_at_every_gateway() {
        OperationReference flight = charterFlight(50);
        start(flight, FR);
        refusesForged(flight, FR, 1, "userTask_enterActualCost", claim("1", "100,000.00", false), "anotherCost");
        claims(flight, FR, "1", "100,000.00", false);
        nobodyElseClaims(flight);
        refusesForged(
                flight,
                FX,
                2,
                "userTask_certifyClaim",
                Map.of("decision", "ELIGIBLE", "voucherChecked", "YES"),
                "claim");
        certifyAll(flight, "");
        refusesForged(
                flight, GB, 2, "userTask_signStatement", Map.of("answer", "OBJECT", "reason", "x"), "everybodySigned");
        finance(GB, 2).completes("userTask_signStatement", flight, Map.of("answer", "OBJECT", "reason", "x"));
        everybodySigns(flight);
        refusesForged(
                flight,
                FR,
                2,
                "userTask_answerObjection",
                Map.of("decision", "STANDS", "answer", "no"),
                "costCorrected");
        finance(FR, 1)
                .completes("userTask_answerObjection", flight, Map.of("decision", "STANDS", "answer", "as agreed"));
        everybodySigns(flight);
        Task payment = confirmationOf(
                flight,
                transfers.of(flight).stream()
                        .filter(transfer -> transfer.creditor().equals(FR)
                                && transfer.debtor().equals(GB))
                        .findFirst()
                        .orElseThrow());
        Map<String, Object> forged = new HashMap<>(Map.of("outcome", "WAIVED", "letter", "1", "reason", "x"));
        forged.put("transfer", 1L);
        assertThatThrownBy(() -> finance(FR, 1).completes(payment, forged))
                .hasStackTraceContaining("transfer is not a field of this form");
        assertThat(transfers.of(flight)).allMatch(Transfer::isOpen);
    }

    @ParameterizedTest
    @CsvSource({
        "claimed, MAYBE, Choose one of",
        "claimed, '', is empty",
        "item, 77, can claim these items",
        "item, FR, whole number",
        "amount, '', is empty",
        "amount, 0, above zero",
        "amount, -5.00, above zero",
        "amount, 1.0055, at most 2 decimals",
        "amount, '193,800', two ways",
        "amount, NaN, in figures",
        "amount, 99999999999.00, are not taken",
        "currency, EURO, three-letter ISO code",
        "voucherDate, 2027-06-02, Today is",
        "voucherDate, 1999-01-01, cannot be older",
        "voucherDate, yesterday, year-month-day",
        "voucherNumber, '', is empty",
        "description, '', is empty",
        "another, PERHAPS, Choose one of"
    })
    void bad_claims_are_refused_and_nothing_is_stored(String field, String value, String sentence) {
        OperationReference flight = charterFlight(50);
        start(flight, FR);
        Map<String, Object> fields = new HashMap<>(claim("1", "100,000.00", false));
        fields.put(field, value);

        assertThatThrownBy(() -> finance(FR, 1).completes("userTask_enterActualCost", flight, fields))
                .hasRootCauseInstanceOf(BadInput.class)
                .hasStackTraceContaining(sentence);
        assertThat(claims.of(flight)).isEmpty();
        assertThat(users.open("userTask_enterActualCost", flight)).hasSize(3);
    }

    @Test
    void one_invoice_is_not_claimed_twice() {
        OperationReference flight = charterFlight(50);
        start(flight, FR);
        Map<String, Object> first = claim("1", "100,000.00", true);
        finance(FR, 1).completes("userTask_enterActualCost", flight, first);
        Map<String, Object> again = claim("1", "1,000.00", false);
        again.put("voucherNumber", first.get("voucherNumber"));

        assertThatThrownBy(() -> finance(FR, 1).completes("userTask_enterActualCost", flight, again))
                .hasStackTraceContaining("same voucher");
        assertThat(claims.of(flight)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ELIGIBLE, '', NO, '', only after its voucher",
        "PARTLY, '', YES, why, is empty",
        "PARTLY, 100000.00, YES, why, below the whole cost",
        "PARTLY, 0, YES, why, above zero",
        "PARTLY, 5000.00, YES, '', is empty",
        "NOT_ELIGIBLE, '', '', '', is empty",
        "NOT_ELIGIBLE, 5.00, '', why, Empty it",
        "ELIGIBLE, 5.00, YES, '', Empty it"
    })
    void bad_certificates_are_refused_and_nothing_is_stored(
            String decision, String part, String checked, String reason, String sentence) {
        OperationReference flight = charterFlight(50);
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);
        nobodyElseClaims(flight);
        Map<String, Object> fields =
                Map.of("decision", decision, "eligibleAmount", part, "voucherChecked", checked, "reason", reason);

        assertThatThrownBy(() -> certify(flight, claimOf(flight, FR), fields))
                .hasRootCauseInstanceOf(BadInput.class)
                .hasStackTraceContaining(sentence);
        assertThat(claimOf(flight, FR).certification()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "amountReceived, 24999.99, whole amount",
        "amountReceived, '', is empty",
        "valueDate, 2027-06-02, Today is",
        "valueDate, 2027-05-01, was computed on",
        "bankReference, '', is empty",
        "letter, FR/1, Empty it",
        "outcome, '', is empty"
    })
    void bad_confirmations_are_refused_and_nothing_is_stored(String field, String value, String sentence) {
        OperationReference flight = signed(charterFlight(50));
        Transfer owed = transfers.of(flight).stream()
                .filter(transfer -> transfer.debtor().equals(GB))
                .findFirst()
                .orElseThrow();
        Map<String, Object> fields = new HashMap<>(Map.of(
                "outcome",
                "PAID",
                "amountReceived",
                "25,000.00",
                "valueDate",
                "2027-06-01",
                "bankReference",
                "SEPA 1"));
        fields.put(field, value);
        Task open = confirmationOf(flight, owed);

        assertThatThrownBy(() -> finance(FR, 1).completes(open, fields))
                .hasRootCauseInstanceOf(BadInput.class)
                .hasStackTraceContaining(sentence);
        assertThat(transfers.get(owed.id()).isOpen()).isTrue();
    }

    @Test
    void no_accounts_are_made_from_a_decision_that_is_not_the_signed_one() {
        OperationReference flight = charterFlight(50);
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);
        nobodyElseClaims(flight);
        database.sql("update financial_decision set percent = 51 where reference = ?")
                .param(flight.value())
                .update();

        assertThatThrownBy(() -> certifyAll(flight, ""))
                .hasStackTraceContaining(
                        "The financial decision for FR is not the one that stands in the signed version 1");
        assertThat(postings.of(flight)).isEmpty();
    }

    private void refusesForged(
            OperationReference flight, Party party, int number, String task, Map<String, ?> fields, String flag) {
        Map<String, Object> forged = new HashMap<>(fields);
        forged.put(flag, true);
        Task open = finance(party, number).open(task, flight);
        assertThatThrownBy(() -> finance(party, number).completes(open, forged))
                .hasStackTraceContaining("is not a field of this form");
        tasks.setAssignee(open.getId(), null);
    }

    private Task confirmationOf(OperationReference flight, Transfer transfer) {
        return users.open("userTask_confirmPayment", flight).stream()
                .filter(task -> ((Number) tasks.getVariable(task.getId(), "transfer")).longValue() == transfer.id())
                .findFirst()
                .orElseThrow();
    }

    private static Posting posting(int number, Posting.Kind kind, Party party, Money amount) {
        return new Posting(
                number,
                1,
                null,
                null,
                Fund.NATIONAL,
                kind,
                party,
                amount,
                "1/1",
                "",
                Sentence.of("common.said", "A cent."),
                null);
    }

    private OperationReference charterFlight(int percent) {
        OperationReference flight = flight(FR, COMMITTED);
        agreed(
                flight,
                COMMITTED,
                List.of(common(1, CostCategory.CHARTER, 10_000_000, FR, Set.of(FR, GB), Key.PER_SEAT)));
        decide(flight, FR, Fund.FRONTEX, percent, 200_000);
        used(flight, COMMITTED);
        return flight;
    }

    private OperationReference computed(OperationReference flight) {
        start(flight, FR);
        claims(flight, FR, "1", "100,000.00", false);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        return flight;
    }

    private OperationReference signed(OperationReference flight) {
        computed(flight);
        everybodySigns(flight);
        return flight;
    }

    /** Other tests have spoilt flights of their own in the same database. */
    private List<String> faults(OperationReference flight) {
        return verify.run().faults().stream()
                .map(Throwable::getMessage)
                .filter(fault -> fault.contains(flight.value()))
                .toList();
    }
}
