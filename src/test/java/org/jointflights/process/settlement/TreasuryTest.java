package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.banking.SomeBankStatements.part;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.math.BigDecimal;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.hamcrest.Matchers;
import org.jointflights.application.banking.BankStatements;
import org.jointflights.application.banking.DecideBankEntry;
import org.jointflights.application.banking.EnterBankAccount;
import org.jointflights.application.banking.EnterBankStatement;
import org.jointflights.application.banking.EnterBankStatement.Entered;
import org.jointflights.application.banking.ReadTreasury;
import org.jointflights.application.banking.SomeBankStatements;
import org.jointflights.application.banking.SubmitPaymentOrder;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.EntryFinding;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.settlement.Transfer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** From transfers to a file for the bank, and from the bank's statement back to payments: nothing twice, nothing lost, nothing guessed. */
class TreasuryTest extends SettlementCase {

    private static final Map<Party, Seats> COMMITTED =
            Map.of(FR, seats(10, 0), GB, seats(30, 0), ES, seats(20, 0), SE, seats(40, 0));

    private static final Map<Party, String> IBANS = Map.of(
            FR, "FR1420041010050500013M02606",
            GB, "GB29NWBK60161331926819",
            ES, "ES9121000418450200051332",
            SE, "SE4550000000058398257466");

    private static final String OTHER_FRENCH = "FR7630006000011234567890189";

    private static final String LATER_FRENCH = "FR7630001007941234567890185";

    @Autowired
    ReadTreasury treasury;

    @Autowired
    EnterBankAccount entering;

    @Autowired
    SubmitPaymentOrder ordering;

    @Autowired
    EnterBankStatement statements;

    @Autowired
    DecideBankEntry deciding;

    @Autowired
    BankStatements stored;

    @Autowired
    Outbox outbox;

    @Autowired
    MockMvc web;

    @Test
    void an_account_counts_once_a_second_person_has_typed_its_number_again_and_every_party_is_told() {
        long id = as(FR, 1, () -> entering.enter(FR, account(OTHER_FRENCH, "2027-06-20")));
        refusal(NotYours.class, "banking.account.own", () -> as(FR, 1, () -> confirm(id, OTHER_FRENCH)));
        refusal(NotYours.class, "banking.other", () -> as(GB, 1, () -> confirm(id, OTHER_FRENCH)));
        refusal(BadInput.class, "banking.account.otherNumber", () -> as(FR, 2, () -> confirm(id, IBANS.get(FR))));
        assertThat(told("GBfinance", "notice.bankAccountChanged", "0189")).isEmpty();
        refusal(
                BadInput.class,
                "banking.iban.check",
                () -> as(FR, 1, () -> entering.enter(FR, account("FR7630006000011234567890188", ""))));

        as(FR, 2, () -> confirm(id, "fr76 3000 6000 0112 3456 7890 189"));
        for (String group : List.of("GBfinance", "ESfinance", "FRfinance", "FXfinance")) {
            assertThat(told(group, "notice.bankAccountChanged", "0189"))
                    .as(group)
                    .hasSize(1);
        }
        assertThat(as(FR, 1, () -> treasury.of(FR)).accounts()).anySatisfy(one -> {
            assertThat(one.id()).isEqualTo(id);
            assertThat(one.isConfirmed()).isTrue();
        });
        refusal(Conflict.class, "banking.account.decided", () -> as(FR, 2, () -> confirm(id, OTHER_FRENCH)));
    }

    @Test
    void a_file_pays_to_the_account_that_whoever_orders_has_seen_and_to_no_later_one() throws Exception {
        OperationReference flight = settled();
        accountsOfAll();
        Set<EndToEnd> one = ids(transfers(List.of(flight), GB));
        long later = as(FR, 1, () -> entering.enter(FR, account(LATER_FRENCH, "2027-06-10")));
        as(FR, 2, () -> confirm(later, LATER_FRENCH));

        refusal(
                Conflict.class,
                "banking.account.changes",
                () -> as(GB, 1, () -> ordering.order(GB, one, LocalDate.of(2027, 6, 12))));
        web.perform(post("/accounts/payments/orders")
                        .with(user("gbfinance1"))
                        .with(csrf())
                        .locale(Locale.ENGLISH)
                        .param("party", "GB")
                        .param("execution", "2027-06-10")
                        .param("transfers", one.iterator().next().toString()))
                .andExpect(status().isConflict())
                .andExpect(
                        content().string(Matchers.containsString("France: from 10 Jun 2027 on another account counts")))
                .andExpect(content().string(Matchers.containsString("FR76 3000 1007 9412 3456 7890 185")))
                .andExpect(content().string(Matchers.containsString("Counts from 10 Jun 2027 on. Ask its finance")));
        PaymentOrder before = as(GB, 1, () -> ordering.order(GB, one, LocalDate.of(2027, 6, 9)));
        assertThat(new String(as(GB, 1, () -> treasury.file(before.id())), StandardCharsets.UTF_8))
                .contains(IBANS.get(FR))
                .doesNotContain(LATER_FRENCH);
        as(GB, 1, () -> {
            ordering.withdraw(before.id(), PaymentOrder.Reason.NOT_SENT);
            return 1;
        });

        // It was wrong: until its day it can be dropped, of which everybody is told as of its confirmation.
        refusal(NotYours.class, "banking.other", () -> as(GB, 1, () -> drop(later)));
        web.perform(get("/accounts/payments").with(user("frfinance1")).locale(Locale.ENGLISH))
                .andExpect(content().string(Matchers.containsString("/account/" + later + "/drop")));
        as(FR, 1, () -> drop(later));
        assertThat(told("GBfinance", "notice.bankAccountDropped", "0185")).hasSize(1);
        refusal(Conflict.class, "banking.account.decided", () -> as(FR, 1, () -> drop(later)));
        assertThat(as(GB, 1, () -> ordering.order(GB, one, LocalDate.of(2027, 6, 12)))
                        .lines())
                .hasSize(1);
        BankAccount counts = BankAccount.on(
                        LocalDate.of(2027, 6, 1),
                        as(FR, 1, () -> treasury.of(FR)).accounts())
                .orElseThrow();
        refusal(Conflict.class, "banking.account.decided", () -> as(FR, 1, () -> drop(counts.id())));
    }

    @Test
    void a_credit_that_the_same_file_takes_back_is_not_confirmed_and_waits_on_the_home_page_of_the_finance()
            throws Exception {
        OperationReference flight = settled();
        accountsOfAll();
        List<Transfer> all = transfers.of(flight);
        Transfer reversed = all.get(0);
        Transfer returned = all.get(1);
        Transfer sentBack = all.get(2);
        String unique = "K" + flight;
        byte[] file = SomeBankStatements.document(
                SomeBankStatements.of(IBANS.get(FR), unique)
                        .entry(
                                unique + "-1",
                                amount(reversed),
                                "EUR",
                                "<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>",
                                part("", id(reversed), ""))
                        .credit(unique + "-2", id(reversed), amount(reversed))
                        .credit(unique + "-3", id(returned), amount(returned))
                        .credit(unique + "-4", id(sentBack), amount(sentBack))
                        .entry(
                                unique + "-5",
                                amount(returned),
                                "EUR",
                                "",
                                part("", id(returned), "")
                                        .replace("</TxDtls>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"))
                        .statement(),
                SomeBankStatements.of(IBANS.get(FR), unique + "b")
                        .entry(
                                unique + "-6",
                                amount(sentBack),
                                "EUR",
                                "<CdtDbtInd>DBIT</CdtDbtInd>",
                                part("", id(sentBack), ""))
                        .statement());

        assertThat(as(FR, 1, () -> statements.enter(FR, "k.xml", file))).isEqualTo(new Entered(0, 6));
        assertThat(findings(file))
                .containsExactly(
                        EntryFinding.REVERSAL,
                        EntryFinding.TAKEN_BACK,
                        EntryFinding.TAKEN_BACK,
                        EntryFinding.TAKEN_BACK,
                        EntryFinding.REVERSAL,
                        EntryFinding.DEBIT);
        assertThat(transfers.open(flight)).hasSize(3);
        int waiting = as(FR, 1, () -> treasury.of(FR)).waitingCount();
        assertThat(waiting).isGreaterThanOrEqualTo(6);
        web.perform(get("/").with(user("frfinance2")).locale(Locale.ENGLISH))
                .andExpect(content()
                        .string(Matchers.containsString(
                                "fit nothing owed and wait to be explained: " + waiting + "</a>")));
        web.perform(get("/").with(user("sefinance1")).locale(Locale.ENGLISH))
                .andExpect(content().string(Matchers.not(Matchers.containsString("wait to be explained"))));

        // What is paid once more afterwards has come to stay.
        byte[] next = SomeBankStatements.of(IBANS.get(FR), unique + "c")
                .credit(unique + "-7", id(reversed), amount(reversed))
                .file();
        assertThat(as(FR, 1, () -> statements.enter(FR, "l.xml", next))).isEqualTo(new Entered(1, 0));
    }

    @Test
    void a_file_for_the_bank_is_valid_sums_exactly_and_holds_no_transfer_that_stands_in_another() throws Exception {
        List<OperationReference> flights = List.of(settled(), settled());
        accountsOfAll();
        List<Transfer> british = transfers(flights, GB);
        Set<EndToEnd> ids = ids(british);

        PaymentOrder order = as(GB, 1, () -> ordering.order(GB, ids, LocalDate.of(2027, 6, 2)));
        String file = new String(as(GB, 2, () -> treasury.file(order.id())), StandardCharsets.UTF_8);
        SchemaFactory.newDefaultInstance()
                .newSchema(new StreamSource(getClass().getResourceAsStream("/iso20022/pain.001.001.09.xsd")))
                .newValidator()
                .validate(new StreamSource(new StringReader(file)));
        BigDecimal sum =
                british.stream().map(transfer -> transfer.amount().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(file).contains("<CtrlSum>" + sum.toPlainString() + "</CtrlSum>", IBANS.get(FR), IBANS.get(GB));
        for (Transfer transfer : british) {
            assertThat(file).contains("<EndToEndId>" + EndToEnd.of(transfer) + "</EndToEndId>");
        }

        Set<EndToEnd> one = Set.of(EndToEnd.of(british.get(0)));
        refusal(Conflict.class, "banking.transfer.ordered", () -> as(GB, 1, () -> today(GB, one)));
        refusal(NotYours.class, "banking.other", () -> as(FR, 1, () -> treasury.file(order.id())));
        as(GB, 2, () -> {
            ordering.withdraw(order.id(), PaymentOrder.Reason.REFUSED_BY_BANK);
            return 1;
        });
        assertThat(as(GB, 1, () -> today(GB, one)).lines()).hasSize(1);

        // Settled meanwhile, somebody else's, or to a party of which no account is confirmed: none of them is ordered.
        Transfer paid = british.get(1);
        confirmsByForm(paid);
        refusal(
                Conflict.class,
                "banking.transfer.notPayable",
                () -> as(GB, 1, () -> today(GB, Set.of(EndToEnd.of(paid)))));
        Transfer spanish = transfers(flights, ES).get(0);
        refusal(
                Conflict.class,
                "banking.transfer.notPayable",
                () -> as(GB, 1, () -> today(GB, Set.of(EndToEnd.of(spanish)))));
        refusal(BadInput.class, "banking.transfers.count", () -> as(GB, 1, () -> today(GB, Set.of())));
        refusal(
                BadInput.class,
                "banking.execution",
                () -> as(GB, 1, () -> ordering.order(GB, Set.of(EndToEnd.of(spanish)), LocalDate.of(2027, 5, 1))));
    }

    @Test
    void of_two_who_order_the_same_transfer_at_once_one_gets_a_file() throws Exception {
        OperationReference flight = settled();
        accountsOfAll();
        Set<EndToEnd> ids = ids(transfers(List.of(flight), ES));

        List<Object> answers =
                atOnce(() -> asTheyAre(ES, 1, () -> today(ES, ids)), () -> asTheyAre(ES, 2, () -> today(ES, ids)));

        assertThat(answers).filteredOn(PaymentOrder.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Conflict.class::isInstance).hasSize(1);
    }

    @Test
    void every_payment_of_a_statement_is_confirmed_once_or_somebodys_to_look_at() {
        List<OperationReference> flights = List.of(settled(), settled(), settled(), settled());
        accountsOfAll();
        List<Transfer> british = transfers(flights, GB);
        List<Transfer> spanish = transfers(flights, ES);
        List<Transfer> swedish = transfers(flights, SE);
        Transfer inBatch = british.get(1);
        Transfer alsoInBatch = spanish.get(1);
        confirmsByForm(swedish.get(3));
        String whole = amount(british.get(0));
        String half = "0.01";

        String unique = "S" + flights.get(0).value();
        byte[] file = SomeBankStatements.document(
                SomeBankStatements.of(IBANS.get(FR), unique)
                        .credit(unique + "-1", id(british.get(0)), whole)
                        .credit(unique + "-1", id(british.get(2)), amount(british.get(2)))
                        .credit(unique + "-2", id(british.get(0)), whole)
                        .entry(
                                unique + "-3",
                                sum(inBatch, alsoInBatch),
                                "EUR",
                                "",
                                part("", id(inBatch), amount(inBatch)),
                                part("", id(alsoInBatch), amount(alsoInBatch)))
                        .credit(unique + "-4", id(spanish.get(0)), half)
                        .credit(unique + "-5", id(spanish.get(0)), half)
                        .entry(unique + "-6", amount(spanish.get(2)), "GBP", "", part("", id(spanish.get(2)), ""))
                        .entry(
                                unique + "-7",
                                amount(spanish.get(3)),
                                "EUR",
                                "<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>",
                                part("", id(spanish.get(3)), ""))
                        .entry(
                                unique + "-8",
                                amount(swedish.get(0)),
                                "EUR",
                                "<CdtDbtInd>DBIT</CdtDbtInd>",
                                part("", id(swedish.get(0)), ""))
                        .entry(
                                unique + "-9",
                                amount(swedish.get(1)),
                                "EUR",
                                "<CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>",
                                part("", id(swedish.get(1)), ""))
                        .credit(unique + "-10", "SALARY", "1200.00")
                        .credit(
                                unique + "-11",
                                "JRO-2027-9999-T" + swedish.get(2).id(),
                                amount(swedish.get(2)))
                        .credit(unique + "-12", id(swedish.get(3)), amount(swedish.get(3)))
                        .entry(unique + "-13", amount(swedish.get(2)), "EUR", "NODAY", part("", id(swedish.get(2)), ""))
                        .credit("", id(swedish.get(2)), amount(swedish.get(2)))
                        .statement(),
                SomeBankStatements.of(IBANS.get(GB), unique)
                        .credit(unique + "-14", id(swedish.get(2)), amount(swedish.get(2)))
                        .statement());

        Entered entered = as(FR, 1, () -> statements.enter(FR, "statement.xml", file));

        assertThat(findings(file))
                .containsExactly(
                        EntryFinding.CONFIRMED,
                        EntryFinding.ENTRY_AGAIN,
                        EntryFinding.SETTLED_BEFORE,
                        EntryFinding.CONFIRMED,
                        EntryFinding.CONFIRMED,
                        EntryFinding.OTHER_AMOUNT,
                        EntryFinding.OTHER_AMOUNT,
                        EntryFinding.OTHER_CURRENCY,
                        EntryFinding.REVERSAL,
                        EntryFinding.DEBIT,
                        EntryFinding.NOT_BOOKED,
                        EntryFinding.UNKNOWN,
                        EntryFinding.UNKNOWN,
                        EntryFinding.SETTLED_BEFORE,
                        EntryFinding.NO_VALUE_DATE,
                        EntryFinding.NO_BANK_REFERENCE,
                        EntryFinding.OTHER_ACCOUNT);
        assertThat(entered).isEqualTo(new Entered(3, 14));
        assertThat(open(flights)).hasSize(12 - 3 - 1);
        assertThat(transfers.get(british.get(0).id()).settled()).isInstanceOfSatisfying(Transfer.Paid.class, paid -> {
            assertThat(paid.bankReference()).isEqualTo(unique + "-1");
            assertThat(paid.valueDate()).isEqualTo(LocalDate.of(2027, 6, 1));
            assertThat(paid.by()).isEqualTo("frfinance1");
        });
        assertThat(told("FRfinance", "notice.bankEntries", "14")).isNotEmpty();

        // The same file once more, by a colleague: the same answer, and nothing besides.
        int postingsBefore =
                flights.stream().mapToInt(flight -> postings.of(flight).size()).sum();
        assertThat(as(FR, 2, () -> statements.enter(FR, "again.xml", file))).isEqualTo(entered);
        assertThat(flights.stream()
                        .mapToInt(flight -> postings.of(flight).size())
                        .sum())
                .isEqualTo(postingsBefore);

        // What was announced is booked in the next statement, under the same reference of the bank.
        byte[] next = SomeBankStatements.of(IBANS.get(FR), unique + "b")
                .credit(unique + "-9", id(swedish.get(1)), amount(swedish.get(1)))
                .file();
        assertThat(as(FR, 1, () -> statements.enter(FR, "next.xml", next))).isEqualTo(new Entered(1, 0));

        // Another file with the number of the first, or one that the bank calls a copy, books nothing.
        byte[] again = SomeBankStatements.of(IBANS.get(FR), unique)
                .credit(unique + "-20", id(british.get(2)), amount(british.get(2)))
                .file();
        byte[] copy = SomeBankStatements.copyOf(IBANS.get(FR), unique + "c")
                .credit(unique + "-21", id(british.get(2)), amount(british.get(2)))
                .file();
        assertThat(as(FR, 1, () -> statements.enter(FR, "a.xml", again))).isEqualTo(new Entered(0, 1));
        assertThat(as(FR, 1, () -> statements.enter(FR, "b.xml", copy))).isEqualTo(new Entered(0, 1));
        assertThat(findings(again)).containsExactly(EntryFinding.STATEMENT_AGAIN);
        assertThat(findings(copy)).containsExactly(EntryFinding.STATEMENT_AGAIN);
        // Nor does what somebody else is owed.
        as(GB, 1, () -> statements.enter(GB, "gb.xml", next));
        assertThat(open(flights)).hasSize(12 - 5);
    }

    @Test
    void the_last_payment_on_a_statement_closes_the_accounts_as_the_form_does() {
        OperationReference flight = settled();
        accountsOfAll();
        SomeBankStatements statement = SomeBankStatements.of(IBANS.get(FR), "L" + flight);
        transfers.of(flight).forEach(one -> statement.credit("L" + id(one), id(one), amount(one)));

        assertThat(as(FR, 2, () -> statements.enter(FR, "all.xml", statement.file())))
                .isEqualTo(new Entered(3, 0));
        users.runJobs(flight);

        assertThat(users.openTasks(flight)).isEmpty();
        assertThat(transfers.open(flight)).isEmpty();
    }

    @Test
    void of_two_who_enter_statements_with_the_same_payments_at_once_each_payment_is_confirmed_once() throws Exception {
        OperationReference flight = settled();
        accountsOfAll();
        SomeBankStatements one = SomeBankStatements.of(IBANS.get(FR), "A" + flight);
        SomeBankStatements other = SomeBankStatements.of(IBANS.get(FR), "B" + flight);
        transfers.of(flight).forEach(transfer -> {
            one.credit("A" + id(transfer), id(transfer), amount(transfer));
            other.credit("B" + id(transfer), id(transfer), amount(transfer));
        });
        byte[] first = one.file();
        byte[] second = other.file();

        List<Object> answers = atOnce(
                () -> asTheyAre(FR, 1, () -> statements.enter(FR, "one.xml", first)),
                () -> asTheyAre(FR, 2, () -> statements.enter(FR, "one.xml", first)),
                () -> asTheyAre(FR, 1, () -> statements.enter(FR, "other.xml", second)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Entered.class));
        List<EntryFinding> all = new ArrayList<>(findings(first));
        all.addAll(findings(second));
        assertThat(all).hasSize(6);
        assertThat(all).filteredOn(EntryFinding.CONFIRMED::equals).hasSizeBetween(1, 3);
        // Whoever was overtaken enters the file again.
        as(FR, 1, () -> statements.enter(FR, "one.xml", first));
        as(FR, 1, () -> statements.enter(FR, "other.xml", second));
        all = new ArrayList<>(findings(first));
        all.addAll(findings(second));
        assertThat(all).filteredOn(EntryFinding.CONFIRMED::equals).hasSize(3);
        assertThat(all).doesNotContain(EntryFinding.MATCHED);
        assertThat(transfers.open(flight)).isEmpty();
        assertThat(postings.of(flight).stream()
                        .filter(posting -> posting.kind() == org.jointflights.domain.settlement.Posting.Kind.PAYMENT))
                .hasSize(6);
    }

    @Test
    void what_the_step_refuses_or_nobody_waits_for_is_kept_with_the_reason_and_dealt_with_by_the_partys_own() {
        OperationReference flight = settled();
        accountsOfAll();
        Transfer transfer = transfers.of(flight).get(0);
        // A day after today cannot be a value date: the form says so, and so does it here.
        String text = new String(
                SomeBankStatements.of(IBANS.get(FR), "R" + flight)
                        .credit("R" + flight, id(transfer), amount(transfer))
                        .file(),
                StandardCharsets.UTF_8);
        byte[] file =
                text.replace("<ValDt><Dt>2027-06-01", "<ValDt><Dt>2027-06-09").getBytes(StandardCharsets.UTF_8);

        assertThat(as(FR, 1, () -> statements.enter(FR, "r.xml", file))).isEqualTo(new Entered(0, 1));
        BankEntry entry = entries(file).get(0);
        assertThat(entry.finding()).isEqualTo(EntryFinding.REFUSED);
        assertThat(entry.said())
                .isNotNull()
                .satisfies(said -> assertThat(said.code()).isEqualTo("settlement.date.future"));
        assertThat(transfers.get(transfer.id()).isOpen()).isTrue();

        refusal(NotYours.class, "banking.other", () -> as(GB, 1, () -> decide(entry.id(), BankEntry.Outcome.NOT_OURS)));
        refusal(
                BadInput.class,
                "banking.entry.openStill",
                () -> as(FR, 1, () -> decide(entry.id(), BankEntry.Outcome.CONFIRMED_BY_HAND)));
        confirmsByForm(transfer);
        as(FR, 1, () -> decide(entry.id(), BankEntry.Outcome.CONFIRMED_BY_HAND));
        refusal(
                Conflict.class,
                "banking.entry.decided",
                () -> as(FR, 2, () -> decide(entry.id(), BankEntry.Outcome.NOT_OURS)));
        assertThat(as(FR, 1, () -> treasury.of(FR)).waiting())
                .extracting(BankEntry::id)
                .doesNotContain(entry.id());

        // The time for the creditor's word is over: it is the manager's to decide.
        Transfer late = transfers.of(flight).get(1);
        clock.set(clock.instant().plus(Duration.ofDays(200)));
        users.runJobs(flight);
        byte[] tooLate = SomeBankStatements.of(IBANS.get(FR), "T" + flight)
                .credit("T" + flight, id(late), amount(late))
                .file();
        if (users.open("userTask_confirmPayment", flight).isEmpty()) {
            as(FR, 1, () -> statements.enter(FR, "t.xml", tooLate));
            assertThat(entries(tooLate).get(0).said())
                    .isNotNull()
                    .satisfies(said -> assertThat(said.code()).isEqualTo("banking.entry.notWaiting"));
        }
        assertThat(transfers.get(late.id()).isOpen()).isTrue();
    }

    @Test
    void the_page_is_for_the_finance_of_a_party_and_shows_its_own() throws Exception {
        List<OperationReference> two = List.of(settled(), settled());
        accountsOfAll();
        Transfer transfer = transfers(two, GB).get(0);
        // Each tick is a field of the same name.
        String[] ticked = transfers(two, GB).stream().map(TreasuryTest::id).toArray(String[]::new);
        assertThat(ticked).hasSize(2);

        web.perform(get("/accounts/payments").with(user("gbfinance1")).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Payments of United Kingdom")))
                .andExpect(content().string(Matchers.containsString(id(transfer))))
                .andExpect(content().string(Matchers.containsString("FR14 2004 1010 0505 0001 3M02 606")));
        web.perform(get("/accounts/payments?party=FR").with(user("gbfinance1")).locale(Locale.FRENCH))
                .andExpect(status().isForbidden());
        for (String other : List.of("gbcoordinator", "manager1", "auditor", "executive1", "admin")) {
            web.perform(get("/accounts/payments").with(user(other))).andExpect(status().isForbidden());
            web.perform(post("/accounts/payments/orders")
                            .with(user(other))
                            .with(csrf())
                            .param("party", "GB"))
                    .andExpect(status().isForbidden());
            web.perform(statement("GB", other)).andExpect(status().isForbidden());
        }
        web.perform(post("/accounts/payments/orders")
                        .with(user("gbfinance1"))
                        .with(csrf())
                        .param("party", "GB")
                        .param("execution", "2027-06-02")
                        .param("transfers", ticked))
                .andExpect(status().is3xxRedirection());
        web.perform(post("/accounts/payments/orders")
                        .with(user("gbfinance1"))
                        .with(csrf())
                        .locale(Locale.ENGLISH)
                        .param("party", "GB")
                        .param("execution", "2027-06-02")
                        .param("transfers", "x"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("Choose what is offered on the page.")));
        web.perform(statement("FR", "frfinance1"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("camt.053.001.08")));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder statement(
            String party, String person) {
        RequestPostProcessor who = user(person);
        return post("/accounts/payments/" + party + "/statement?name=a.xml")
                .with(who)
                .with(csrf())
                .locale(Locale.ENGLISH)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content("<?xml version=\"1.0\"?><nothing/>");
    }

    private PaymentOrder today(Party party, Collection<EndToEnd> chosen) {
        return ordering.order(party, chosen, LocalDate.of(2027, 6, 1));
    }

    private long confirm(long id, String number) {
        entering.confirm(id, number);
        return id;
    }

    private long drop(long id) {
        entering.drop(id);
        return id;
    }

    private long decide(long entry, BankEntry.Outcome outcome) {
        deciding.decide(entry, outcome);
        return entry;
    }

    private static TypedFields account(String iban, String from) {
        return new TypedFields(Map.of("accountName", "Treasury", "iban", iban, "accountFrom", from));
    }

    /** Every party that has none yet gets its account. */
    private void accountsOfAll() {
        for (Map.Entry<Party, String> one : IBANS.entrySet()) {
            Party party = one.getKey();
            LocalDate today = LocalDate.of(2027, 6, 1);
            if (BankAccount.on(today, as(party, 1, () -> treasury.of(party)).accounts())
                    .isEmpty()) {
                long id = as(party, 1, () -> entering.enter(party, account(one.getValue(), "2027-01-01")));
                as(party, 2, () -> confirm(id, one.getValue()));
            }
        }
    }

    /** A flight whose charter France paid: Britain, Spain and Sweden owe it their shares. */
    private OperationReference settled() {
        OperationReference flight = flight(FR, COMMITTED);
        agreed(
                flight,
                COMMITTED,
                List.of(common(1, CostCategory.CHARTER, 40_000_01, FR, COMMITTED.keySet(), Key.PER_RETURNEE)));
        used(flight, COMMITTED);
        start(flight, FR);
        Map<String, Object> fields = new HashMap<>(claim("1", "40,000.01", false));
        fields.put("voucherNumber", "V " + flight);
        finance(FR, 1).completes("userTask_enterActualCost", flight, fields);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        everybodySigns(flight);
        assertThat(transfers.open(flight)).hasSize(3);
        return flight;
    }

    private void confirmsByForm(Transfer transfer) {
        finance(FR, 2)
                .completes(
                        users.open("userTask_confirmPayment", transfer.reference()).stream()
                                .filter(task -> ((Number) tasks.getVariable(task.getId(), "transfer")).longValue()
                                        == transfer.id())
                                .findFirst()
                                .orElseThrow(),
                        Map.of(
                                "outcome",
                                "PAID",
                                "amountReceived",
                                amount(transfer),
                                "valueDate",
                                "2027-06-01",
                                "bankReference",
                                "by hand"));
    }

    private List<Transfer> transfers(List<OperationReference> flights, Party debtor) {
        return flights.stream()
                .flatMap(flight -> transfers.of(flight).stream())
                .filter(transfer -> transfer.debtor().equals(debtor))
                .toList();
    }

    private List<Transfer> open(List<OperationReference> flights) {
        return flights.stream()
                .flatMap(flight -> transfers.open(flight).stream())
                .toList();
    }

    private static Set<EndToEnd> ids(List<Transfer> transfers) {
        return transfers.stream().map(EndToEnd::of).collect(java.util.stream.Collectors.toSet());
    }

    private static String id(Transfer transfer) {
        return EndToEnd.of(transfer).toString();
    }

    private static String amount(Transfer transfer) {
        return transfer.amount().decimal().toPlainString();
    }

    private static String sum(Transfer one, Transfer other) {
        return one.amount().plus(other.amount()).decimal().toPlainString();
    }

    private List<BankEntry> entries(byte[] file) {
        String hash = hash(file);
        return stored.ofFile(FR, hash).stream()
                .flatMap(one -> stored.of(one.id()).stream())
                .toList();
    }

    private List<EntryFinding> findings(byte[] file) {
        return entries(file).stream().map(BankEntry::finding).toList();
    }

    private static String hash(byte[] file) {
        return org.jointflights.domain.approval.CanonicalJson.hash(new String(file, StandardCharsets.UTF_8));
    }

    private List<Notice> told(String group, String code, String gap) {
        return outbox.to(List.of(group)).stream()
                .filter(notice -> notice.text().code().equals(code))
                .filter(notice -> notice.text().arguments().contains(gap))
                .toList();
    }

    private <T> T as(Party party, int number, Callable<T> act) {
        return called(finance(party, number)::does, act);
    }

    /** Without being made a member first: several do it at once. */
    private <T> T asTheyAre(Party party, int number, Callable<T> act) {
        return called(finance(party, number)::doesAsTheyAre, act);
    }

    private static <T> T called(java.util.function.Consumer<Runnable> person, Callable<T> act) {
        AtomicReference<T> answer = new AtomicReference<>();
        person.accept(() -> {
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

    /** What each of them answers, or is refused with. */
    @SafeVarargs
    private static List<Object> atOnce(Callable<Object>... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        ExecutorService threads = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return act.call();
                    } catch (RuntimeException refused) {
                        return refused;
                    }
                }));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
