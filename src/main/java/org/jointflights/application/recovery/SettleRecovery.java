package org.jointflights.application.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.settlement.CorrectedAccounts;
import org.jointflights.application.settlement.CorrectedAccounts.Side;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.DefaultInterest;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.recovery.ReferenceRate;
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a creditor says of what is recovered for it: it has arrived, with interest where it came late, or it is renounced. */
@Service
@Transactional
public class SettleRecovery {

    private final Recoveries recoveries;
    private final ReferenceRates rates;
    private final RecoveryRights rights;
    private final CorrectedAccounts accounts;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    SettleRecovery(
            Recoveries recoveries,
            ReferenceRates rates,
            RecoveryRights rights,
            CorrectedAccounts accounts,
            CurrentUser actor,
            WriteTrail trail,
            Clock clock) {
        this.recoveries = recoveries;
        this.rates = rates;
        this.rights = rights;
        this.accounts = accounts;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The creditor has {@code amountReceived}, which is the amount and the interest, on its account since the {@code valueDate}, by that
     * {@code bankReference}. Throws {@link NotYours} for anybody but the creditor's finance, {@link BadInput} for another amount or an
     * impossible date, and {@link Conflict} where it is settled or the reference rate is not on record.
     */
    public void confirm(long id, long number, TypedFields typed) {
        requireFinance();
        RecoveryOrder order = recoveries.get(id);
        Transfer transfer = order.transfer(number);
        rights.requireCreditor(transfer.creditor());
        requireOpen(transfer);
        LocalDate paid = date(typed, "valueDate", order);
        Money received = typed.money("amountReceived", transfer.amount().currency());
        DefaultInterest interest = interest(transfer.amount(), order.due(), paid, rates);
        Money total = transfer.amount().plus(interest.amount());
        if (!received.equals(total)) {
            throw BadInput.of(
                    "amountReceived", received, "recovery.received", total, transfer.amount(), interest.amount());
        }
        String bank = typed.shortText("bankReference", 200);
        List<Side> sides = new ArrayList<>();
        if (!interest.amount().isZero()) {
            sides.add(new Side(
                    Posting.Kind.INTEREST,
                    interest.amount().negated(),
                    FinalShare.fraction(interest.exact()),
                    Sentence.of(
                            "recovery.reason.interest",
                            id,
                            transfer.amount(),
                            interest.percent().toPlainString(),
                            interest.days(),
                            new Day(order.due()),
                            new Day(paid))));
        }
        sides.add(new Side(
                Posting.Kind.PAYMENT,
                total,
                Long.toString(total.minor()),
                Sentence.of("settlement.reason.payment", new Day(paid), bank)));
        accounts.settle(transfer, new Transfer.Paid(paid, bank, actor.id(), clock.instant()), sides);
        trail.recordOf(
                order.reference(),
                transfer.debtor(),
                TrailEvent.RECOVERY_PAID,
                id,
                transfer.debtor(),
                transfer.creditor(),
                transfer.amount(),
                interest.amount(),
                bank);
    }

    /**
     * The creditor renounces in writing: {@code letter} and {@code letterDate}. Why stands there and not here: what people type about a
     * closed flight would outlive the day on which its texts are erased. Throws as {@link #confirm} does.
     */
    public void waive(long id, long number, TypedFields typed) {
        requireFinance();
        RecoveryOrder order = recoveries.get(id);
        Transfer transfer = order.transfer(number);
        rights.requireCreditor(transfer.creditor());
        requireOpen(transfer);
        String letter = typed.shortText("letter", 200);
        LocalDate dated = date(typed, "letterDate", order);
        accounts.settle(
                transfer,
                new Transfer.Waived(letter, dated, "", actor.id(), clock.instant()),
                List.of(new Side(
                        Posting.Kind.WAIVER,
                        transfer.amount(),
                        Long.toString(transfer.amount().minor()),
                        Sentence.of("settlement.reason.waiver", letter, new Day(dated)))));
        trail.recordOf(
                order.reference(),
                transfer.debtor(),
                TrailEvent.RECOVERY_WAIVED,
                id,
                transfer.creditor(),
                transfer.debtor(),
                transfer.amount(),
                letter);
    }

    /** Throws {@link Conflict} where there is interest and its reference rate is not on record: no figure is guessed. */
    static DefaultInterest interest(Money amount, LocalDate due, LocalDate paid, ReferenceRates rates) {
        if (!DefaultInterest.accrues(due, paid)) {
            return DefaultInterest.none(amount);
        }
        YearMonth month = YearMonth.from(due);
        ReferenceRate rate =
                rates.find(month).orElseThrow(() -> Conflict.of("recovery.rate.missing", month.atDay(1), new Day(due)));
        return DefaultInterest.of(amount, due, paid, rate);
    }

    /** Throws {@link NotYours} for whoever is of no party's finance. */
    public void requireFinance() {
        rights.requireFinance();
    }

    private static void requireOpen(Transfer transfer) {
        if (!transfer.isOpen()) {
            throw Conflict.of("settlement.transfer.settled", transfer.id());
        }
    }

    private LocalDate date(TypedFields typed, String field, RecoveryOrder order) {
        LocalDate date = typed.date(field);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate issued =
                LocalDate.ofInstant(Objects.requireNonNull(order.decision()).at(), ZoneOffset.UTC);
        if (date.isAfter(today)) {
            throw BadInput.of(field, date, "settlement.date.future", today);
        }
        if (date.isBefore(issued)) {
            throw BadInput.of(field, date, "recovery.beforeIssue", issued);
        }
        return date;
    }
}
