package org.jointflights.application.recovery;

import java.time.Clock;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a claimant says before something is recovered from it: nobody is bound by an order without having been heard. */
@Service
@Transactional
public class AnswerRecovery {

    private final Recoveries recoveries;
    private final RecoveryRights rights;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    AnswerRecovery(
            Recoveries recoveries,
            RecoveryRights rights,
            CurrentUser actor,
            WriteTrail trail,
            WriteNotices notices,
            Clock clock) {
        this.recoveries = recoveries;
        this.rights = rights;
        this.actor = actor;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /** What the claimant can say. */
    public enum Stance {
        ACCEPTED,
        CONTESTED
    }

    /**
     * Keeps the {@code stance} and the {@code letter} in which it is explained. Throws {@link NotYours} for anybody but the claimant's
     * finance, {@link org.jointflights.domain.BadInput}, and {@link org.jointflights.domain.Conflict} once it is answered or decided.
     */
    public void answer(long id, TypedFields typed) {
        requireFinance();
        RecoveryOrder order = recoveries.get(id);
        rights.requireClaimant(order);
        order.requireOpen();
        Stance stance = typed.choice("stance", Stance.class);
        String letter = typed.shortText("letter", 200);
        recoveries.answered(
                id, new RecoveryOrder.Answer(stance == Stance.CONTESTED, letter, actor.id(), clock.instant()));
        trail.recordOf(
                order.reference(),
                order.finding().claimant(),
                TrailEvent.RECOVERY_ANSWERED,
                id,
                Sentence.of("recovery.stance." + stance),
                letter);
        notices.send(
                order.reference(),
                Role.EXECUTIVE.group(),
                "recovery/" + id + "/answered",
                "notice.recovery.answered",
                order.reference(),
                id,
                Sentence.of("recovery.stance." + stance));
    }

    /** Throws {@link NotYours} for whoever is of no party's finance. */
    public void requireFinance() {
        rights.requireFinance();
    }
}
