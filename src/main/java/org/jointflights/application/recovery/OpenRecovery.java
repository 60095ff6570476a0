package org.jointflights.application.recovery;

import java.time.Clock;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.settlement.CorrectedAccounts;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.recovery.FoundError;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Frontex's finance tells a claimant that something will be recovered from it, and asks what it says to that. */
@Service
@Transactional
public class OpenRecovery {

    private final Recoveries recoveries;
    private final RecoveryRights rights;
    private final CorrectedAccounts accounts;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    OpenRecovery(
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

    /**
     * The number of the new order. Throws {@link NotYours} for anybody but Frontex's finance and for whoever found the error or had a hand
     * in the claim, {@link Unknown} for no finding that counts, and {@link org.jointflights.domain.Conflict} where the accounts are not
     * closed, an order follows from the finding already, or an earlier one recovered as much of the claim.
     */
    public long announce(long finding) {
        requireOpener();
        FoundError found = recoveries.toRecover().stream()
                .filter(one -> one.id() == finding)
                .findFirst()
                .orElseThrow(() -> Unknown.of("recovery.finding.unknown", finding));
        RecoveryOrder order = RecoveryOrder.announced(found, actor.id(), clock.instant());
        rights.requireFreeOfClaim(order);
        accounts.requireClosed(found.reference());
        order.after(recoveries.of(found.reference()));
        long id = recoveries.add(order);
        trail.recordOf(
                found.reference(),
                found.claimant(),
                TrailEvent.RECOVERY_ANNOUNCED,
                id,
                found.error(),
                found.claim(),
                found.claimant(),
                new Day(order.answerBy()));
        notices.send(
                found.reference(),
                Role.FINANCE.groupOf(found.claimant()),
                "recovery/" + id,
                "notice.recovery.announced",
                found.reference(),
                found.error(),
                found.claim(),
                new Day(order.answerBy()),
                id);
        return id;
    }

    /** Throws {@link NotYours} for anybody but Frontex's finance. */
    public void requireOpener() {
        rights.requireOpener();
    }
}
