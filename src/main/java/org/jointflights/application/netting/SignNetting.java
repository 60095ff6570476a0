package org.jointflights.application.netting;

import java.time.Clock;
import java.time.Instant;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.netting.Netting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parties of a netting sign it, or one of them says no, which ends it; with the last signature it binds. */
@Service
@Transactional
public class SignNetting {

    private final Nettings nettings;
    private final NettingRights rights;
    private final SettleNetting settling;
    private final NettingWorkflow workflow;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    SignNetting(
            Nettings nettings,
            NettingRights rights,
            SettleNetting settling,
            NettingWorkflow workflow,
            CurrentUser actor,
            WriteTrail trail,
            WriteNotices notices,
            Clock clock) {
        this.nettings = nettings;
        this.rights = rights;
        this.settling = settling;
        this.workflow = workflow;
        this.actor = actor;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Signs the content of that {@code hash} for the party. Throws {@link NotYours} for anybody but the party's finance and for whoever
     * proposed it, and {@link Conflict} where it cannot be signed any more, is not what was shown or not what is stored.
     */
    public void sign(long id, Party party, String hash) {
        rights.requireFinanceOf(party);
        Netting netting = nettings.locked(id);
        requireIn(netting, party);
        requireOpen(netting);
        if (rights.hasProposed(netting)) {
            throw NotYours.of("netting.proposedIt");
        }
        if (netting.signature(party).isEmpty() && rights.hasSigned(netting)) {
            throw NotYours.of("netting.signedForAnother");
        }
        netting.requireTrue();
        if (!netting.signed().hash().equals(hash)) {
            throw Conflict.of("netting.otherHash", id, hash);
        }
        Instant now = clock.instant();
        nettings.signed(id, new Netting.Signature(party, actor.id(), now, hash));
        record(netting, party, TrailEvent.NETTING_SIGNED, id, party, hash);
        Netting signed = nettings.get(id);
        if (signed.toSign().isEmpty()) {
            agree(signed, now);
        }
    }

    /** The party wants none of it, or Frontex's finance does not; nothing of it is left. Throws as {@link #sign} does. */
    public void refuse(long id, Party party, Netting.Why why) {
        rights.requireFinanceOf(party);
        Netting netting = nettings.locked(id);
        if (!party.isFrontex()) {
            requireIn(netting, party);
        }
        requireOpen(netting);
        end(netting, why);
    }

    /**
     * It was agreed, and nobody has paid until its day was over. Throws {@link NotYours} for anybody but a manager of no party in it, and
     * {@link Conflict} before that day is over and once a payment has come.
     */
    public void dissolve(long id) {
        requireManager();
        Netting netting = nettings.locked(id);
        if (!rights.isFree(netting)) {
            throw NotYours.of("netting.free");
        }
        if (!rights.mayDissolve(netting)) {
            throw Conflict.of(
                    "netting.notDissolved", id, netting.state(rights.today()).words());
        }
        end(netting, Netting.Why.NOT_PAID);
    }

    /** Throws {@link NotYours} for whoever is of no party's finance. */
    @Transactional(readOnly = true)
    public void requireFinance() {
        rights.requireFinance();
    }

    /** Throws {@link NotYours} for anybody but managers. */
    @Transactional(readOnly = true)
    public void requireManager() {
        if (!rights.isManager()) {
            throw NotYours.of("netting.manager", Role.MANAGER.group());
        }
    }

    private void agree(Netting netting, Instant now) {
        nettings.agreed(netting.id(), now);
        for (OperationReference reference : netting.flights()) {
            trail.record(
                    reference,
                    TrailEvent.NETTING_AGREED,
                    netting.id(),
                    netting.transfers().size(),
                    netting.payments().size(),
                    new Day(netting.payBy()));
        }
        for (Party party : netting.parties()) {
            notices.tell(
                    Role.FINANCE.groupOf(party),
                    "netting-" + netting.id() + "/agreed",
                    "notice.netting.agreed",
                    netting.id(),
                    netting.flights().size(),
                    new Day(netting.payBy()));
        }
        settling.settlePaid(nettings.get(netting.id()));
        netting.flights().forEach(workflow::changed);
    }

    private void end(Netting netting, Netting.Why why) {
        nettings.ended(netting.id(), new Netting.Ended(why, actor.id(), clock.instant()));
        for (OperationReference reference : netting.flights()) {
            trail.record(reference, TrailEvent.NETTING_ENDED, netting.id(), why.words());
        }
        netting.flights().forEach(workflow::changed);
        for (Party party : netting.parties()) {
            notices.tell(
                    Role.FINANCE.groupOf(party),
                    "netting-" + netting.id() + "/ended",
                    "notice.netting.ended",
                    netting.id(),
                    netting.flights().size(),
                    why.words());
        }
    }

    /** On every flight of it. */
    private void record(Netting netting, Party party, TrailEvent event, Object... gaps) {
        netting.flights().forEach(reference -> trail.recordOf(reference, party, event, gaps));
    }

    private static void requireIn(Netting netting, Party party) {
        if (!netting.parties().contains(party)) {
            throw NotYours.of("netting.notIn", party, netting.id());
        }
    }

    private void requireOpen(Netting netting) {
        Netting.State state = netting.state(rights.today());
        if (state != Netting.State.PROPOSED) {
            throw Conflict.of("netting.notOpen", netting.id(), state.words());
        }
    }
}
