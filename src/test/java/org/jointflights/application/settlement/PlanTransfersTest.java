package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.FX;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.costs.Split;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.Carry;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTransfersTest {

    private static final OperationReference NEXT = new OperationReference("JRO-2027-0002");
    private static final Money DUE = Money.euro(33_333);
    private static final LocalDate TODAY = LocalDate.of(2027, 5, 1);

    private final SettlementServices services = new SettlementServices();

    @Test
    void nobody_pays_before_all_have_signed() {
        services.computeFirstVersion();
        services.as("gbfinance2");
        services.sign.sign(REFERENCE, GB);

        Conflict refused = refusal(Conflict.class, "settlement.notSigned", () -> services.plan.plan(REFERENCE));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), REFERENCE, List.of(FR, FX)));
        assertThat(services.transfers.of(REFERENCE)).isEmpty();
        assertThat(services.book.of(REFERENCE)).isEmpty();
    }

    @Test
    void then_whoever_owes_pays_within_thirty_days_and_is_told() {
        services.computeFirstVersion();
        services.signAll(REFERENCE);

        assertThat(services.plan.plan(REFERENCE))
                .isEqualTo(services.ports.clock.instant().plus(Duration.ofDays(30)));

        assertThat(services.transfers.of(REFERENCE))
                .containsExactly(new Transfer(1, REFERENCE, Fund.NATIONAL, FR, GB, DUE, null));
        assertThat(services.ports.outbox.all())
                .extracting(Notice::recipient, Notice::text)
                .containsExactly(tuple("FRfinance", Sentence.of("notice.pay", REFERENCE, DUE, new PartyName(GB))));
        List<TrailEntry> trail = services.ports.trail.of(REFERENCE);
        assertThat(trail.subList(trail.size() - 2, trail.size()))
                .extracting(TrailEntry::event, TrailEntry::arguments)
                .containsExactly(
                        tuple(TrailEvent.ACCOUNTS_POSTED, List.of(1, 0)),
                        tuple(TrailEvent.ACCOUNTS_TRANSFERS, List.of(1)));
    }

    @Test
    void a_second_call_changes_nothing() {
        services.planFirstVersion();
        int told = services.ports.trail.of(REFERENCE).size();

        services.plan.plan(REFERENCE);

        assertThat(services.transfers.of(REFERENCE)).hasSize(1);
        assertThat(services.ports.outbox.all()).hasSize(1);
        assertThat(services.ports.trail.of(REFERENCE)).hasSize(told);
    }

    @Test
    void only_a_manager_who_is_of_neither_party_decides_about_what_nobody_confirms() {
        services.planFirstVersion();
        services.as("gbfinance2");
        refusal(NotYours.class, "settlement.payment.manager", () -> services.payments.askAgain(REFERENCE, 1, "Why."));
        services.ports.user.is("manager1", "manager", "FRcoordinator");
        refusal(
                NotYours.class,
                "settlement.payment.party",
                () -> services.payments.waiveUnconfirmed(REFERENCE, 1, "M/1", TODAY, "Why."));
        services.ports.user.is("manager1", "manager");
        refusal(
                BadInput.class,
                "settlement.date.future",
                () -> services.payments.confirmByEvidence(REFERENCE, 1, TODAY.plusYears(9), "extract 7", "Why."));
        assertThat(services.transfers.get(1).isOpen()).isTrue();

        services.payments.waiveUnconfirmed(
                REFERENCE, 1, "M/1", LocalDate.ofInstant(services.ports.clock.instant(), ZoneOffset.UTC), "Why.");

        assertThat(services.transfers.get(1).isOpen()).isFalse();
        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.ACCOUNTS_WAIVED_BY_MANAGER);
        assertThat(services.ports.outbox.all()).extracting(Notice::recipient).contains("FRfinance", "GBfinance");
        refusal(
                Conflict.class,
                "settlement.transfer.settled",
                () -> services.payments.askAgain(REFERENCE, 1, "Again."));
    }

    @Test
    void accounts_that_are_not_what_was_signed_move_no_money() {
        services.computeFirstVersion();
        services.signAll(REFERENCE);
        addForeignPosting(Money.euro(1));

        refusal(Conflict.class, "settlement.statement.falsePostings", () -> services.plan.plan(REFERENCE));

        assertThat(services.transfers.of(REFERENCE)).isEmpty();
        assertThat(services.book.of(REFERENCE)).isEmpty();
    }

    @Test
    void nor_do_accounts_that_do_not_add_up_to_zero() {
        services.computeFirstVersion();
        services.signAll(REFERENCE);
        services.postings.add(REFERENCE, List.of(SettlementServices.stray(6)), Instant.EPOCH);

        assertThatThrownBy(() -> services.plan.plan(REFERENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("add up to");
        assertThat(services.transfers.of(REFERENCE)).isEmpty();
    }

    @Test
    void nor_is_a_settlement_closed_on_them() {
        services.planFirstVersion();
        pay();
        services.postings.add(REFERENCE, List.of(SettlementServices.stray(8)), Instant.EPOCH);

        assertThatThrownBy(() -> services.close.close(REFERENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("add up to");
    }

    @Test
    void what_rounding_left_over_is_carried_to_the_next_flight() {
        services.planFirstVersion();

        FinalPosting posted = services.book.of(REFERENCE).orElseThrow();
        assertThat(posted.statement()).isEqualTo(1);
        assertThat(posted.at()).isEqualTo(services.ports.clock.instant());
        assertThat(posted.shares()).extracting(FinalShare::party).containsExactly(FR, GB);
        assertThat(services.book.accounts().carries())
                .containsExactly(
                        new Carry(Money.EUR, List.of(FR, GB), FR, BigFraction.of(1, 3)),
                        new Carry(Money.EUR, List.of(FR, GB), GB, BigFraction.of(-1, 3)));
        assertThat(services.read.of(REFERENCE).posted()).isEqualTo(posted);
    }

    @Test
    void and_corrects_a_cent_there_once_it_is_one() {
        services.planFirstVersion();
        services.addFlight(NEXT);
        services.split(NEXT, 1, Split.Status.AGREED, Withdrawals.COMMITTED);
        services.claimCharterAndCoach(NEXT);
        services.certifyAll(NEXT);
        services.compute.compute(NEXT);
        services.signAll(NEXT);

        services.plan.plan(NEXT);

        List<Posting> all = services.postings.of(NEXT);
        assertThat(all.subList(5, all.size()))
                .extracting(Posting::number, Posting::kind, Posting::party, Posting::amount)
                .containsExactly(
                        tuple(6, Posting.Kind.SHARE, FR, Money.euro(-1)),
                        tuple(7, Posting.Kind.SHARE, GB, Money.euro(1)));
        assertThat(services.transfers.of(NEXT)).extracting(Transfer::amount).containsExactly(Money.euro(33_334));
        services.ports.user.is("auditor", "auditor");
        RoundingReport report = services.rounding.report();
        assertThat(report.flights()).isEqualTo(2);
        assertThat(report.differing()).isEqualTo(2);
    }

    @Test
    void managers_and_auditors_read_what_rounding_has_left_over() {
        services.planFirstVersion();
        for (String reader : List.of("manager", "auditor")) {
            services.ports.user.is(reader, reader);
            RoundingReport report = services.rounding.report();
            Map<Party, BigFraction> third = Map.of(FR, BigFraction.of(1, 3), GB, BigFraction.of(-1, 3));
            assertThat(report.flights()).isEqualTo(1);
            assertThat(report.differing()).isZero();
            assertThat(report.drift()).containsOnlyKeys("EUR");
            assertThat(report.drift().get("EUR")).isEqualTo(third);
            assertThat(report.accounts()).hasSize(1);
            assertThat(report.accounts().get(0).currency()).isEqualTo(Money.EUR);
            assertThat(report.accounts().get(0).balances()).isEqualTo(third);
        }
        services.ports.user.is("executive1", "executive", "FRfinance");
        refusal(NotYours.class, "settlement.carry.report.notYours", () -> services.rounding.report());
    }

    @Test
    void what_goes_through_no_account_drifts_too() {
        FinalShare limited = new FinalShare(
                1, "1 Charter", FR, List.of(), BigFraction.of(7, 2), Money.euro(3), Money.euro(3), BigFraction.ZERO);
        services.planFirstVersion();
        services.book.post(
                new FinalPosting(NEXT, 1, services.ports.clock.instant(), List.of(limited)), services.book.accounts());
        services.ports.user.is("manager1", "manager");

        assertThat(services.rounding.report().drift().get("EUR")).containsEntry(FR, BigFraction.of(5, 6));
    }

    @Test
    void whoever_still_owes_is_reminded_once() {
        services.planFirstVersion();

        services.remindDebtors(REFERENCE);
        services.remindDebtors(REFERENCE);

        assertThat(services.ports.outbox.all())
                .extracting(Notice::recipient, notice -> notice.text())
                .endsWith(tuple("FRfinance", Sentence.of("notice.paymentDue", REFERENCE, DUE, new PartyName(GB))))
                .hasSize(2);
        pay();
        services.addFlight(NEXT);
        services.remindDebtors(NEXT);
        assertThat(services.ports.outbox.all()).hasSize(2);
    }

    @Test
    void who_has_paid_is_not() {
        services.planFirstVersion();
        pay();

        services.remindDebtors(REFERENCE);

        assertThat(services.ports.outbox.all()).hasSize(1);
    }

    @Test
    void the_creditor_confirms_what_has_arrived() {
        services.planFirstVersion();

        pay();

        assertThat(services.transfers.get(1).settled())
                .isEqualTo(new Transfer.Paid(TODAY, "B-1", "gbfinance1", services.ports.clock.instant()));
        List<Posting> all = services.postings.of(REFERENCE);
        assertThat(all.subList(5, all.size()))
                .extracting(
                        Posting::number,
                        Posting::statement,
                        Posting::claim,
                        Posting::transfer,
                        Posting::kind,
                        Posting::party,
                        Posting::amount,
                        Posting::exact)
                .containsExactly(
                        tuple(6, 1, null, 1L, Posting.Kind.PAYMENT, FR, DUE, "33333"),
                        tuple(7, 1, null, 1L, Posting.Kind.PAYMENT, GB, DUE.negated(), "-33333"));
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_PAID, FR, List.of(FR, GB, DUE, "B-1"));
    }

    @Test
    void or_renounces_it() {
        services.planFirstVersion();
        services.as("gbfinance1");

        services.payments.waive(REFERENCE, 1, "HO/7", TODAY, "Small.");

        assertThat(services.transfers.get(1).settled())
                .isEqualTo(new Transfer.Waived("HO/7", TODAY, "Small.", "gbfinance1", services.ports.clock.instant()));
        assertThat(services.postings.of(REFERENCE))
                .extracting(Posting::kind)
                .endsWith(Posting.Kind.WAIVER, Posting.Kind.WAIVER);
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::party, TrailEntry::arguments)
                .containsExactly(TrailEvent.ACCOUNTS_WAIVED, FR, List.of(GB, FR, DUE, "HO/7", "Small."));
    }

    @Test
    void nobody_else_does() {
        services.planFirstVersion();
        services.as("frfinance1");

        NotYours refused = refusal(
                NotYours.class,
                "settlement.creditor.only",
                () -> services.payments.confirm(REFERENCE, 1, DUE, TODAY, "B-1"));
        refusal(
                NotYours.class,
                "settlement.creditor.only",
                () -> services.payments.waive(REFERENCE, 1, "HO/7", TODAY, "Small."));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), "GBfinance"));
        assertOpen();
    }

    @Test
    void it_is_settled_once() {
        services.planFirstVersion();
        pay();

        refusal(Conflict.class, "settlement.transfer.settled", this::pay);

        assertThat(services.postings.of(REFERENCE)).hasSize(7);
    }

    @Test
    void another_amount_is_not_the_transfer() {
        services.planFirstVersion();
        services.as("gbfinance1");

        BadInput refused = refusal(
                BadInput.class,
                "settlement.received.other",
                () -> services.payments.confirm(REFERENCE, 1, Money.euro(33_332), TODAY, "B-1"));

        assertThat(refused.field()).isEqualTo("amountReceived");
        assertOpen();
    }

    @Test
    void a_transfer_is_looked_at_with_its_own_flight() {
        services.planFirstVersion();

        NotYours refused =
                refusal(NotYours.class, "settlement.transfer.otherFlight", () -> services.payments.get(NEXT, 1));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), 1L, NEXT));
        assertThat(services.payments.get(REFERENCE, 1).amount()).isEqualTo(DUE);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-04-30, settlement.date.beforeStatement, 2027-05-01",
        "2027-05-04, settlement.date.future, 2027-05-03"
    })
    void dates_lie_between_the_statement_and_today(LocalDate date, String code, LocalDate bound) {
        services.planFirstVersion();
        services.ports.clock.advance(Duration.ofDays(2));
        services.as("gbfinance1");

        BadInput paid = refusal(BadInput.class, code, () -> services.payments.confirm(REFERENCE, 1, DUE, date, "B-1"));
        BadInput waived =
                refusal(BadInput.class, code, () -> services.payments.waive(REFERENCE, 1, "HO/7", date, "Small."));

        assertThat(paid.field()).isEqualTo("valueDate");
        assertThat(paid.asSentence().arguments()).endsWith(bound.toString());
        assertThat(waived.field()).isEqualTo("letterDate");
        assertOpen();
        services.payments.confirm(REFERENCE, 1, DUE, LocalDate.of(2027, 5, 3), "B-1");
    }

    @Test
    void a_settlement_ends_when_nothing_is_owed() {
        services.planFirstVersion();
        Conflict refused = refusal(Conflict.class, "settlement.stillOpen", () -> services.close.close(REFERENCE));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), REFERENCE, 1));

        pay();
        services.close.close(REFERENCE);

        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.ACCOUNTS_CLOSED);
    }

    @Test
    void not_before_everybody_has_signed_even_if_nothing_is_owed() {
        services.compute.compute(REFERENCE);
        refusal(Conflict.class, "settlement.stillOpen", () -> services.close.close(REFERENCE));

        services.signAll(REFERENCE);
        services.close.close(REFERENCE);

        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.ACCOUNTS_CLOSED);
    }

    @Test
    void nor_while_somebody_owes_what_no_transfer_says() {
        services.computeFirstVersion();
        services.signAll(REFERENCE);

        Conflict refused = refusal(Conflict.class, "settlement.stillOpen", () -> services.close.close(REFERENCE));

        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), REFERENCE, 0));
    }

    @Test
    void nor_on_accounts_that_are_not_what_was_signed() {
        services.computeFirstVersion();
        services.signAll(REFERENCE);
        addForeignPosting(Money.euro(0));

        refusal(Conflict.class, "settlement.statement.falsePostings", () -> services.close.close(REFERENCE));
    }

    private void pay() {
        services.as("gbfinance1");
        services.payments.confirm(REFERENCE, 1, DUE, TODAY, "B-1");
    }

    private void assertOpen() {
        assertThat(services.transfers.open(REFERENCE)).hasSize(1);
        assertThat(services.postings.of(REFERENCE)).hasSize(5);
    }

    private void addForeignPosting(Money amount) {
        services.postings.add(
                REFERENCE,
                List.of(new Posting(
                        6,
                        1,
                        1L,
                        null,
                        Fund.NATIONAL,
                        Posting.Kind.PAID,
                        GB,
                        amount,
                        Long.toString(amount.minor()),
                        "1/1",
                        Sentence.of("common.said", "why"),
                        null)),
                Instant.EPOCH);
    }
}
