package org.jointflights.domain.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.domain.settlement.Transfer;
import org.junit.jupiter.api.Test;

class RecoveryOrderTest {

    private static final Party FR = new Party("FR");
    private static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    private static final Instant NOW = Instant.parse("2027-06-16T09:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 7, 16);

    private static FoundError found(long claim, long cents) {
        return new FoundError(
                claim, 1, claim, REFERENCE, FR, Money.euro(cents), SampleFinding.Cause.NOT_ELIGIBLE, "auditor", NOW);
    }

    private static RecoveryOrder issued(long id, long claim, long cents, int first, int last, List<Transfer> owed) {
        return new RecoveryOrder(
                id,
                found(claim, cents),
                "fxfinance1",
                NOW,
                LAST_DAY,
                null,
                new RecoveryOrder.Decision(true, "DN", "executive1", NOW, RecoveryOrder.due(NOW), first, last),
                owed);
    }

    @Test
    void the_claimant_is_waited_for_until_the_end_of_the_thirtieth_day_or_has_answered() {
        RecoveryOrder order = RecoveryOrder.announced(found(1, 5), "fxfinance1", NOW);

        assertThat(order.answerBy()).isEqualTo(LAST_DAY);
        assertThat(order.state()).isEqualTo(RecoveryOrder.State.ANNOUNCED);
        assertThatThrownBy(() -> order.requireHeard(Instant.parse("2027-07-16T23:59:59Z")))
                .isInstanceOf(Conflict.class);
        assertThatCode(() -> order.requireHeard(Instant.parse("2027-07-17T00:00:00Z")))
                .doesNotThrowAnyException();
        RecoveryOrder answered = new RecoveryOrder(
                1,
                order.finding(),
                "fxfinance1",
                NOW,
                LAST_DAY,
                new RecoveryOrder.Answer(true, "FR/1", "frfinance2", NOW),
                null,
                List.of());
        assertThatCode(() -> answered.requireHeard(NOW)).doesNotThrowAnyException();
        assertThatCode(answered::requireOpen).doesNotThrowAnyException();
    }

    @Test
    void it_is_settled_once_nothing_of_it_is_open() {
        Transfer open = new Transfer(7, REFERENCE, Fund.FRONTEX, FR, Party.FRONTEX, Money.euro(5), null);
        Transfer paid = new Transfer(
                7,
                REFERENCE,
                Fund.FRONTEX,
                FR,
                Party.FRONTEX,
                Money.euro(5),
                new Transfer.Paid(LAST_DAY, "B", "fxfinance1", NOW));

        RecoveryOrder order = issued(1, 1, 5, 10, 12, List.of(open));
        assertThat(order.state()).isEqualTo(RecoveryOrder.State.ISSUED);
        assertThat(order.transfer(7)).isEqualTo(open);
        assertThatThrownBy(() -> order.transfer(8)).isInstanceOf(Conflict.class);
        assertThatThrownBy(order::requireOpen).isInstanceOf(Conflict.class);
        assertThat(issued(1, 1, 5, 10, 12, List.of(paid)).state()).isEqualTo(RecoveryOrder.State.SETTLED);
        assertThat(issued(1, 1, 5, 10, 9, List.of()).state()).isEqualTo(RecoveryOrder.State.SETTLED);
    }

    @Test
    void a_later_finding_about_the_same_claim_recovers_only_what_is_beyond_the_earlier_one() {
        RecoveryOrder first = issued(2, 1, 500, 10, 14, List.of());
        RecoveryOrder nothing = issued(3, 4, 20, 15, 14, List.of());
        RecoveryOrder second = issued(1, 1, 800, 15, 19, List.of());
        RecoveryOrder next = RecoveryOrder.announced(found(1, 700), "fxfinance1", NOW);
        List<RecoveryOrder> all = List.of(second, first, nothing);

        assertThat(first.before(all)).isEmpty();
        assertThat(first.after(all)).isEqualTo(Map.of(1L, Money.euro(500)));
        assertThat(second.before(all)).as("in the order of their postings").containsEntry(1L, Money.euro(500));
        assertThat(nothing.before(all)).as("it posted nothing, after the first").isEqualTo(Map.of(1L, Money.euro(500)));
        assertThat(second.after(all)).containsEntry(1L, Money.euro(800)).containsEntry(4L, Money.euro(20));
        assertThatThrownBy(() -> next.after(all)).isInstanceOf(Conflict.class);
        assertThat(next.before(all)).containsEntry(1L, Money.euro(800));
    }
}
