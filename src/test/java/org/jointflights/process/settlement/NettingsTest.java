package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.Refusals.refusal;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.task.Task;
import org.hamcrest.Matchers;
import org.jointflights.application.banking.EnterBankAccount;
import org.jointflights.application.banking.EnterBankStatement;
import org.jointflights.application.banking.EnterBankStatement.Entered;
import org.jointflights.application.banking.ReadTreasury;
import org.jointflights.application.banking.SomeBankStatements;
import org.jointflights.application.banking.SubmitPaymentOrder;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.netting.ProposeNetting;
import org.jointflights.application.netting.ReadNettings;
import org.jointflights.application.netting.RemindOfNettings;
import org.jointflights.application.netting.SettleNetting;
import org.jointflights.application.netting.SignNetting;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Several flights settled together: by whom, from when on it binds, and what each flight's accounts say of it. */
class NettingsTest extends SettlementCase {

    private static final Map<Party, Seats> COMMITTED = Map.of(FR, seats(10, 0), GB, seats(30, 0), ES, seats(20, 0));
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final List<Party> ALL = List.of(ES, FR, GB);

    private static final Map<Party, String> IBANS = Map.of(
            FR, "FR1420041010050500013M02606",
            GB, "GB29NWBK60161331926819",
            ES, "ES9121000418450200051332");

    @Autowired
    ProposeNetting proposing;

    @Autowired
    SignNetting signing;

    @Autowired
    SettleNetting settling;

    @Autowired
    ReadNettings reading;

    @Autowired
    RemindOfNettings reminding;

    @Autowired
    VerifySignatures verifying;

    @Autowired
    SubmitPaymentOrder ordering;

    @Autowired
    ReadTreasury treasury;

    @Autowired
    EnterBankAccount entering;

    @Autowired
    EnterBankStatement statements;

    @Autowired
    TrailEntries trail;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc web;

    private final List<OperationReference> three = new ArrayList<>();

    @BeforeEach
    void threeFlights() {
        three.clear();
        three.add(signed(FR, 40_000_01));
        three.add(signed(GB, 25_000_00));
        three.add(signed(ES, 31_000_07));
    }

    @Test
    void three_flights_are_settled_by_the_fewest_payments_and_each_statement_says_so() throws Exception {
        Map<Party, Money> before = balances();
        long id = propose(three);
        Netting proposed = look(id);
        assertThat(proposed.transfers()).hasSize(6);
        assertThat(proposed.payments()).hasSize(2);
        assertThat(proposed.parties()).containsExactlyElementsOf(ALL);
        for (Party party : ALL) {
            assertThat(proposed.balances(party).values()).containsExactly(before.get(party));
        }
        assertThat(told("GBfinance", "notice.netting.proposed", Long.toString(id)))
                .isEqualTo(1);

        allSign(id);
        assertThat(look(id).state(TODAY)).isEqualTo(Netting.State.AGREED);
        assertThat(told("ESfinance", "notice.netting.agreed", Long.toString(id)))
                .isEqualTo(1);
        statement(three.get(0), "open; paid in netting " + id);
        task(three.get(0), "It is settled in netting " + id);

        List<NetPayment> payments = look(id).payments();
        arrives(id, payments.get(0));
        assertThat(transfers.open(three.get(0))).as("until all have come").isNotEmpty();
        arrives(id, payments.get(1));

        assertThat(look(id).state(TODAY)).isEqualTo(Netting.State.PAID);
        assertThat(told("GBfinance", "notice.netting.paid", Long.toString(id))).isEqualTo(1);
        for (OperationReference flight : three) {
            users.runJobs(flight);
            assertThat(transfers.open(flight)).isEmpty();
            assertThat(users.openTasks(flight)).isEmpty();
            Ledger ledger = new Ledger(postings.of(flight));
            assertThat(ledger.isEven()).isTrue();
            assertThat(ledger.postings())
                    .filteredOn(posting -> posting.kind() == Posting.Kind.NETTING)
                    .hasSize(4)
                    .allSatisfy(posting -> assertThat(posting.reason(Locale.ENGLISH))
                            .isEqualTo("Netted with the transfers of other flights: netting " + id
                                    + ", 6 transfers of 3 flights. What was paid instead had come on 1 Jun 2027."));
            statement(flight, "settled in netting " + id + "; what was paid instead had come on 1 Jun 2027");
        }
    }

    @Test
    void it_binds_with_the_last_signature_and_not_before() {
        long id = propose(three);
        String hash = look(id).signed().hash();
        refusal(NotYours.class, "netting.proposedIt", () -> as(FR, 1, () -> sign(id, FR, hash)));
        refusal(NotYours.class, "netting.party", () -> as(GB, 1, () -> sign(id, FR, hash)));
        refusal(NotYours.class, "netting.notIn", () -> as(SE, 1, () -> sign(id, SE, hash)));
        String other = (hash.startsWith("0") ? "1" : "0") + hash.substring(1);
        refusal(Conflict.class, "netting.otherHash", () -> as(GB, 1, () -> sign(id, GB, other)));
        as(GB, 1, () -> sign(id, GB, hash));
        users.as("gbfinance1", "GBfinance", "ESfinance")
                .does(() -> refusal(NotYours.class, "netting.signedForAnother", () -> sign(id, ES, hash)));
        refusal(Conflict.class, "netting.signedBefore", () -> as(GB, 2, () -> sign(id, GB, hash)));
        as(FR, 2, () -> sign(id, FR, hash));
        NetPayment first = look(id).payments().get(0);
        refusal(Conflict.class, "netting.payment.notOpen", () -> arrives(id, first));

        // Spain says nothing until the last day is over: that is no.
        clock.advance(Duration.ofDays(17));
        reminding.tell();
        reminding.tell();
        assertThat(told("ESfinance", "notice.netting.sign", Long.toString(id))).isEqualTo(1);
        assertThat(told("GBfinance", "notice.netting.sign", Long.toString(id))).isZero();
        clock.advance(Duration.ofDays(5));
        reminding.tell();
        assertThat(told("GBfinance", "notice.netting.ended", Long.toString(id))).isEqualTo(1);
        assertThat(look(id).state(TODAY.plusDays(22))).isEqualTo(Netting.State.LAPSED);
        refusal(Conflict.class, "netting.notOpen", () -> as(ES, 1, () -> sign(id, ES, hash)));
        everybodyPays(three.get(0), "2027-06-20");
        assertThat(transfers.open(three.get(0))).isEmpty();
    }

    @Test
    void what_is_netted_is_paid_ordered_and_waived_there_alone() {
        long id = propose(three);
        allSign(id);
        Transfer owed = look(id).transfers().get(0);
        assertThatThrownBy(() -> everybodyPays(owed.reference()))
                .hasMessageContaining("is settled in netting " + id + " together with others");
        assertThat(as(owed.debtor(), 1, () -> treasury.of(owed.debtor())).payables())
                .filteredOn(payable -> payable.id().equals(EndToEnd.of(owed)))
                .singleElement()
                .matches(payable -> !payable.isReady(), "cannot be chosen for a file");
        refusal(
                Conflict.class,
                "settlement.transfer.netted",
                () -> as(owed.debtor(), 1, () -> ordering.order(owed.debtor(), Set.of(EndToEnd.of(owed)), TODAY)));
        assertThat(proposable(three)).isEmpty();

        // Nobody has paid: a manager of none of the three ends it, and everything is paid singly as before.
        refusal(
                NotYours.class,
                "netting.manager",
                () -> as(FR, 1, () -> {
                    signing.dissolve(id);
                    return 1;
                }));
        refusal(
                Conflict.class,
                "netting.notDissolved",
                () -> users.as("manager1", "manager").does(() -> signing.dissolve(id)));
        clock.advance(Duration.ofDays(52));
        reminding.tell();
        for (String group : List.of("FRfinance", "GBfinance", "manager")) {
            assertThat(told(group, "notice.netting.late", Long.toString(id)))
                    .as(group)
                    .isPositive();
        }
        users.as("manager1", "manager").does(() -> signing.dissolve(id));
        assertThat(users.shown(
                                users.open("userTask_confirmPayment", owed.reference())
                                        .get(0),
                                "transferText")
                        .toString())
                .as("the open task says so")
                .doesNotContain("netting");
        everybodyPays(owed.reference());
        assertThat(transfers.open(owed.reference())).isEmpty();
    }

    @Test
    void its_payments_go_into_files_for_the_bank_and_the_statements_of_banks_settle_it() {
        long id = propose(three);
        NetPayment early = look(id).payments().get(0);
        EndToEnd first = new EndToEnd.OfNetPayment(id, early.id());
        Party debtor = early.due().debtor();
        Party creditor = early.due().creditor();
        IBANS.forEach(this::hasAccount);
        refusal(
                Conflict.class,
                "banking.transfer.notPayable",
                () -> as(debtor, 1, () -> ordering.order(debtor, Set.of(first), TODAY)));
        allSign(id);
        assertThat(as(debtor, 1, () -> treasury.of(debtor)).payables())
                .filteredOn(payable -> payable.id().equals(first))
                .singleElement()
                .satisfies(payable -> {
                    assertThat(payable.isReady()).isTrue();
                    assertThat(payable.due()).isEqualTo(early.due());
                    assertThat(payable.netting()).isEqualTo(id);
                });

        PaymentOrder order = as(debtor, 1, () -> ordering.order(debtor, Set.of(first), TODAY));
        assertThat(order.lines())
                .containsExactly(
                        new PaymentOrder.Line(first, creditor, early.due().amount()));
        assertThat(new String(as(debtor, 1, () -> treasury.file(order.id())), StandardCharsets.UTF_8))
                .contains(
                        "<EndToEndId>NETTING-" + id + "-P" + early.id() + "</EndToEndId>",
                        ">" + early.due().amount().decimal().toPlainString() + "</InstdAmt>",
                        IBANS.get(creditor));
        refusal(
                Conflict.class,
                "banking.netPayment.ordered",
                () -> as(debtor, 2, () -> ordering.order(debtor, Set.of(first), TODAY)));
        for (OperationReference flight : three) {
            assertThat(trail.of(flight))
                    .as("on every flight that it settles")
                    .anyMatch(entry -> entry.event() == TrailEvent.NET_PAYMENT_ORDERED);
        }
        clock.advance(Duration.ofDays(52));
        refusal(
                Conflict.class,
                "netting.payment.ordered",
                () -> users.as("manager1", "manager").does(() -> signing.dissolve(id)));

        // A part of it is for somebody to look at; the whole settles it, once, though the entry comes twice.
        String wrong =
                early.due().amount().minus(new Money(1, Money.EUR)).decimal().toPlainString();
        assertThat(arrivesByStatement(creditor, first, wrong, "N1" + id)).isEqualTo(new Entered(0, 1));
        for (NetPayment payment : look(id).payments()) {
            Party paid = payment.due().creditor();
            String whole = payment.due().amount().decimal().toPlainString();
            EndToEnd name = new EndToEnd.OfNetPayment(id, payment.id());
            assertThat(arrivesByStatement(paid, name, whole, "N2" + payment.id()))
                    .isEqualTo(new Entered(1, 0));
            assertThat(arrivesByStatement(paid, name, whole, "N3" + payment.id()))
                    .isEqualTo(new Entered(0, 1));
        }
        assertThat(look(id).state(TODAY.plusDays(52))).isEqualTo(Netting.State.PAID);
        for (OperationReference flight : three) {
            users.runJobs(flight);
            assertThat(transfers.open(flight)).isEmpty();
            assertThat(new Ledger(postings.of(flight)).isEven()).isTrue();
        }
        refusal(
                Conflict.class,
                "banking.transfer.notPayable",
                () -> as(debtor, 1, () -> ordering.order(debtor, Set.of(first), TODAY.plusDays(52))));
    }

    @Test
    void once_a_payment_has_come_nobody_ends_it() {
        long id = propose(three);
        allSign(id);
        arrives(id, look(id).payments().get(0));
        refusal(
                Conflict.class,
                "netting.notDissolved",
                () -> users.as("manager1", "manager").does(() -> signing.dissolve(id)));
        NetPayment first = look(id).payments().get(0);
        refusal(Conflict.class, "netting.payment.notOpen", () -> arrives(id, first));
    }

    @Test
    void whoever_says_no_ends_it_for_all_and_the_others_are_told_why() {
        long id = propose(three);
        String hash = look(id).signed().hash();
        as(GB, 1, () -> {
            signing.refuse(id, GB, Netting.Why.FIGURES);
            return 1;
        });
        assertThat(look(id).state(TODAY)).isEqualTo(Netting.State.ENDED);
        assertThat(told("ESfinance", "notice.netting.ended", Long.toString(id))).isEqualTo(1);
        refusal(Conflict.class, "netting.notOpen", () -> as(ES, 1, () -> sign(id, ES, hash)));
        assertThat(proposable(three)).containsExactlyInAnyOrderElementsOf(three);
    }

    @Test
    void a_transfer_that_is_paid_before_all_have_signed_overtakes_it() {
        long id = propose(three);
        String hash = look(id).signed().hash();
        everybodyPays(three.get(0));
        assertThat(look(id).state(TODAY)).isEqualTo(Netting.State.OVERTAKEN);
        refusal(Conflict.class, "netting.notOpen", () -> as(GB, 1, () -> sign(id, GB, hash)));
    }

    @Test
    void what_was_signed_is_compared_with_what_is_stored() {
        long id = propose(three);
        String hash = look(id).signed().hash();
        NetPayment payment = look(id).payments().get(0);
        database.sql("update net_payment set amount_minor = amount_minor + 1 where id = ?")
                .param(payment.id())
                .update();
        refusal(Conflict.class, "netting.falseRows", () -> as(GB, 1, () -> sign(id, GB, hash)));
        assertThat(look(id).faults()).hasSizeGreaterThan(1);
        database.sql("update net_payment set amount_minor = amount_minor - 1 where id = ?")
                .param(payment.id())
                .update();
        allSign(id);
        database.sql("update netting_signature set hash = ? where netting = ? and party = 'GB'")
                .params("0".repeat(64), id)
                .update();
        refusal(Conflict.class, "netting.falseSignature", () -> arrives(id, payment));
        assertThat(verifying.run().faults())
                .anySatisfy(fault -> assertThat(fault.sentence(Locale.ENGLISH)).contains("Netting " + id));
        database.sql("delete from netting_signature where netting = ? and party = 'GB'")
                .param(id)
                .update();
        refusal(Conflict.class, "netting.falseAgreement", () -> arrives(id, payment));
    }

    @Test
    void bad_choices_are_refused_before_anything_is_stored() {
        refusal(BadInput.class, "netting.flights.count", () -> propose(three.subList(0, 1)));
        refusal(
                BadInput.class,
                "netting.flight.none",
                () -> propose(List.of(three.get(0), new OperationReference("JRO-2027-9999"))));
        refusal(
                BadInput.class,
                "netting.period.turned",
                () -> as(FR, 1, () -> proposing.flights(TODAY, TODAY.minusDays(1))));
        refusal(BadInput.class, "netting.period.day", () -> as(FR, 1, () -> proposing.flights(LocalDate.MIN, TODAY)));
        refusal(
                BadInput.class,
                "netting.period.long",
                () -> as(FR, 1, () -> proposing.flights(TODAY.minusYears(4), TODAY)));
        OperationReference alike = signed(FR, 10_000_00);
        refusal(Conflict.class, "netting.savesNothing", () -> propose(List.of(alike, oneOfTwo())));
        refusal(
                NotYours.class,
                "netting.finance",
                () -> users.as("manager1", "manager").does(() -> proposing.flights(TODAY, TODAY)));
        database.sql("update flight set departure = departure - interval '1' year where reference = ?")
                .param(three.get(0).value())
                .update();
        refusal(BadInput.class, "netting.years", () -> propose(three));
        long across = as(FR, 1, () -> proposing.propose(TODAY, TODAY, three, true));
        assertThat(look(across).flights()).hasSize(3);
        refusal(NotYours.class, "netting.other", () -> as(SE, 1, () -> reading.one(across)));
    }

    @Test
    void the_pages_lead_from_the_period_to_the_last_payment() throws Exception {
        web.perform(get("/accounts/nettings")
                        .param("periodFrom", "2027-05-01")
                        .param("periodTo", "2027-06-01")
                        .with(user("frfinance1"))
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(three.get(2).value())));
        web.perform(get("/accounts/nettings")
                        .param("periodTo", "+999999999-12-31")
                        .with(user("frfinance1")))
                .andExpect(status().isBadRequest());
        String page = web.perform(post("/accounts/nettings")
                        .param("periodFrom", "2027-06-01")
                        .param("periodTo", "2027-06-01")
                        .param(
                                "flights",
                                three.stream().map(OperationReference::value).toArray(String[]::new))
                        .with(user("frfinance1"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        long id = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
        web.perform(post(page + "/signature")
                        .param("party", "GB")
                        .param("hash", "a".repeat(64))
                        .with(user("gbfinance1"))
                        .with(csrf())
                        .locale(Locale.ENGLISH))
                .andExpect(status().isConflict())
                .andExpect(content().string(Matchers.containsString("Please load the page again")));
        web.perform(get(page + ".json").with(user("gbfinance1")))
                .andExpect(status().isOk())
                .andExpect(content().string(look(id).signed().json()));
        allSign(id);
        web.perform(get(page).with(user("gbfinance1")).locale(Locale.ENGLISH))
                .andExpect(content()
                        .string(Matchers.anyOf(
                                Matchers.containsString("Pay to Treasury"),
                                Matchers.containsString("has no confirmed bank account for that day"))));
        NetPayment payment = look(id).payments().get(0);
        String creditor = payment.due().creditor().code().toLowerCase(Locale.ROOT) + "finance1";
        String duty = "Say whether what netting " + id + " owes you has come";
        web.perform(get("/").with(user(creditor)).locale(Locale.ENGLISH))
                .andExpect(content().string(Matchers.containsString(duty)));
        String debtor = payment.due().debtor().code().toLowerCase(Locale.ROOT) + "finance1";
        web.perform(get("/").with(user(debtor)).locale(Locale.ENGLISH))
                .andExpect(content().string(Matchers.not(Matchers.containsString(duty))));
        web.perform(post(page + "/payments/" + payment.id())
                        .param("amountReceived", "1.00")
                        .param("valueDate", "2027-06-01")
                        .param("bankReference", "NET")
                        .with(user(creditor))
                        .with(csrf())
                        .locale(Locale.FRENCH))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("aria-invalid=\"true\"")));
        look(id).payments().stream()
                .filter(each -> each.due().creditor().equals(payment.due().creditor()))
                .forEach(each -> arrives(id, each));
        web.perform(get("/").with(user(creditor)).locale(Locale.ENGLISH))
                .andExpect(content().string(Matchers.not(Matchers.containsString(duty))));
        web.perform(get(page).with(user("sefinance1"))).andExpect(status().isForbidden());
        web.perform(get("/accounts/nettings").with(user("auditor")).locale(Locale.FRENCH))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Compensation " + id)));
    }

    private void hasAccount(Party party, String iban) {
        if (BankAccount.on(TODAY, as(party, 1, () -> treasury.of(party)).accounts())
                .isEmpty()) {
            Map<String, String> typed = Map.of("accountName", "Treasury", "iban", iban, "accountFrom", "2027-01-01");
            long id = as(party, 1, () -> entering.enter(party, new TypedFields(typed)));
            as(party, 2, () -> {
                entering.confirm(id, iban);
                return id;
            });
        }
    }

    private Entered arrivesByStatement(Party creditor, EndToEnd name, String amount, String unique) {
        byte[] file = SomeBankStatements.of(IBANS.get(creditor), unique)
                .credit(unique, name.toString(), amount)
                .file();
        return as(creditor, 1, () -> statements.enter(creditor, "n.xml", file));
    }

    /** A flight whose charter that party paid, with accounts that all have signed. */
    private OperationReference signed(Party payer, long cents) {
        return signed(payer, cents, COMMITTED);
    }

    private OperationReference oneOfTwo() {
        return signed(FR, 10_000_00, Map.of(FR, seats(10, 0), BE, seats(30, 0)));
    }

    private OperationReference signed(Party payer, long cents, Map<Party, Seats> committed) {
        OperationReference flight = flight(payer, committed);
        agreed(
                flight,
                committed,
                List.of(common(1, CostCategory.CHARTER, cents, payer, committed.keySet(), Key.PER_RETURNEE)));
        used(flight, committed);
        start(flight, payer);
        Map<String, Object> fields =
                new HashMap<>(claim("1", Money.euro(cents).decimal().toPlainString(), false));
        fields.put("voucherNumber", "N " + flight);
        finance(payer, 1).completes("userTask_enterActualCost", flight, fields);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        everybodySigns(flight);
        return flight;
    }

    private long propose(Collection<OperationReference> flights) {
        return as(FR, 1, () -> proposing.propose(TODAY, TODAY, flights, false));
    }

    private Set<OperationReference> proposable(Collection<OperationReference> among) {
        return as(FR, 1, () -> proposing.flights(TODAY, TODAY)).stream()
                .map(ProposeNetting.Flight::reference)
                .filter(among::contains)
                .collect(java.util.stream.Collectors.toSet());
    }

    private int sign(long id, Party party, String hash) {
        signing.sign(id, party, hash);
        return 1;
    }

    private void allSign(long id) {
        String hash = look(id).signed().hash();
        ALL.forEach(party -> as(party, 2, () -> sign(id, party, hash)));
    }

    private void arrives(long id, NetPayment payment) {
        as(payment.due().creditor(), 1, () -> {
            settling.confirm(
                    id,
                    payment.id(),
                    new TypedFields(Map.of(
                            "amountReceived",
                            payment.due().amount().decimal().toPlainString(),
                            "valueDate",
                            TODAY.toString(),
                            "bankReference",
                            "NET " + payment.id())));
            return 1;
        });
    }

    private Netting look(long id) {
        return as(FR, 3, () -> reading.one(id)).netting();
    }

    /** What each is owed or owes over the three. */
    private Map<Party, Money> balances() {
        Map<Party, Money> balances = new TreeMap<>();
        for (OperationReference flight : three) {
            for (Posting posting : postings.of(flight)) {
                balances.merge(posting.party(), posting.amount(), Money::plus);
            }
        }
        return balances;
    }

    private void statement(OperationReference flight, String says) throws Exception {
        web.perform(get("/flights/" + flight + "/statement")
                        .with(user("gbfinance1"))
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(says)));
    }

    /** What whoever takes the waiting task now reads. */
    private void task(OperationReference flight, String says) {
        Task waiting = users.open("userTask_confirmPayment", flight).get(0);
        finance(FR, 1).does(() -> tasks.claim(waiting.getId(), "frfinance1"));
        assertThat(users.shown(waiting, "transferText").toString()).contains(says);
    }

    private long told(String group, String code, String of) {
        return outbox.to(List.of(group)).stream()
                .filter(notice -> notice.text().code().equals(code)
                        && notice.text().arguments().get(0).toString().equals(of))
                .count();
    }

    private <T> T as(Party party, int number, Callable<T> act) {
        AtomicReference<T> answer = new AtomicReference<>();
        finance(party, number).does(() -> {
            try {
                answer.set(act.call());
            } catch (RuntimeException refused) {
                throw refused;
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        return answer.get();
    }
}
