package org.jointflights.application.recovery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.settlement.CorrectedAccounts;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The executive issues a recovery order, or drops it, after the claimant was heard. */
@Service
@Transactional
public class DecideRecovery {

    private final Recoveries recoveries;
    private final RecoveryRights rights;
    private final CorrectedAccounts accounts;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    DecideRecovery(
            Recoveries recoveries,
            RecoveryRights rights,
            CorrectedAccounts accounts,
            CurrentUser actor,
            WriteTrail trail,
            WriteNotices notices,
            Clock clock) {
        this.recoveries = recoveries;
        this.rights = rights;
        this.accounts = accounts;
        this.actor = actor;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /** What the executive can do. */
    public enum Outcome {
        ISSUE,
        DROP
    }

    /**
     * Does what {@code recoveryOutcome} says, under the {@code letter} that is its debit note or says why not. Throws {@link NotYours}
     * for anybody but the executive and for whoever belongs to the claimant or had a hand in the claim, the finding or the order, and
     * {@link Conflict} before the claimant was heard and once it is decided; to issue it also where its finding no longer counts or another
     * order recovered as much of the claim.
     */
    public void decide(long id, TypedFields typed) {
        requireDecider();
        RecoveryOrder order = recoveries.get(id);
        rights.requireFree(order);
        order.requireOpen();
        order.requireHeard(clock.instant());
        Outcome outcome = typed.choice("recoveryOutcome", Outcome.class);
        String letter = typed.shortText("letter", 200);
        if (outcome == Outcome.ISSUE) {
            issue(order, letter);
        } else {
            drop(order, letter);
        }
    }

    /** Throws {@link NotYours} for anybody but the executive. */
    public void requireDecider() {
        rights.requireDecider();
    }

    private void issue(RecoveryOrder order, String letter) {
        boolean counts = recoveries
                .counting(order.finding().sample(), order.finding().claim())
                .filter(order.finding()::equals)
                .isPresent();
        if (!counts) {
            throw Conflict.of("recovery.foundAnew", order.finding().claim());
        }
        List<RecoveryOrder> all = recoveries.of(order.reference());
        Map<Long, Money> after = order.after(all);
        CorrectedAccounts.Posted posted = accounts.post(order.reference(), order.before(all), after);
        Instant now = clock.instant();
        LocalDate due = RecoveryOrder.due(now);
        recoveries.decided(
                order.id(),
                new RecoveryOrder.Decision(true, letter, actor.id(), now, due, posted.first(), posted.last()),
                posted.transfers());
        trail.record(
                order.reference(),
                TrailEvent.RECOVERY_ISSUED,
                order.id(),
                order.finding().error(),
                order.finding().claim(),
                posted.transfers().size(),
                new Day(due),
                letter);
        recoveries
                .get(order.id())
                .transfers()
                .forEach(transfer -> notices.send(
                        order.reference(),
                        Role.FINANCE.groupOf(transfer.debtor()),
                        "transfer/" + transfer.id(),
                        "notice.recovery.issued",
                        order.reference(),
                        order.id(),
                        transfer.amount(),
                        new PartyName(transfer.creditor()),
                        new Day(due)));
    }

    private void drop(RecoveryOrder order, String letter) {
        recoveries.decided(
                order.id(),
                new RecoveryOrder.Decision(false, letter, actor.id(), clock.instant(), null, 0, 0),
                List.of());
        trail.recordOf(
                order.reference(),
                order.finding().claimant(),
                TrailEvent.RECOVERY_DROPPED,
                order.id(),
                order.finding().claim(),
                letter);
        notices.send(
                order.reference(),
                Role.FINANCE.groupOf(order.finding().claimant()),
                "recovery/" + order.id() + "/dropped",
                "notice.recovery.dropped",
                order.reference(),
                order.id());
    }
}
