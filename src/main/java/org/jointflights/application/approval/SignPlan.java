package org.jointflights.application.approval;

import java.time.Clock;
import java.util.List;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.application.work.FindPreparers;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.approval.SigningRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing, refusing, and whether what was signed still holds. */
@Service
@Transactional
public class SignPlan {

    private final SignedVersions record;
    private final FreezePlan versions;
    private final CollectPlan plans;
    private final FindPreparers preparers;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    SignPlan(
            SignedVersions record,
            FreezePlan versions,
            CollectPlan plans,
            FindPreparers preparers,
            CurrentUser actor,
            WriteTrail trail,
            Clock clock) {
        this.record = record;
        this.versions = versions;
        this.plans = plans;
        this.preparers = preparers;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** What somebody answers to: the content they saw, as whom, and for which party if for one. */
    public record Place(
            String hashSeen, SigningRole role, @Nullable Party party) {}

    /** The person acting signs; {@link SigningRules} says who may. */
    public void sign(OperationReference reference, Place place, @Nullable String remark) {
        answer(reference, place, false, remark);
    }

    /** The person acting refuses, with a reason; the round ends. */
    public void refuse(OperationReference reference, Place place, String reason) {
        answer(reference, place, true, reason);
    }

    /**
     * Whether all signatures are there and still hold for the plan as it is now. Throws {@link Conflict} if what is stored
     * is not what was signed.
     */
    @Transactional(readOnly = true)
    public boolean hold(OperationReference reference) {
        PlanVersion version = record.current(reference).orElse(null);
        if (version == null || !version.isSigned()) {
            return false;
        }
        versions.given(version);
        return version.covers(plans.of(reference));
    }

    /** The refusal that ended the current round, if one did. */
    @Transactional(readOnly = true)
    public List<Signature> refusals(OperationReference reference) {
        return versions.given(versions.current(reference)).stream()
                .filter(Signature::refused)
                .toList();
    }

    private void answer(OperationReference reference, Place place, boolean refused, @Nullable String reason) {
        PlanVersion version = versions.current(reference);
        PlanContent plan = plans.of(reference);
        if (!plan.hash().equals(version.hash())) {
            throw Conflict.of("approval.version.outdated", version.number(), version.shortHash());
        }
        SigningRules rules =
                new SigningRules(version, preparers.of(reference, version.frozen()), versions.given(version));
        rules.requireMayAnswer(
                place.hashSeen(), place.role(), place.party(), actor.id(), FreezePlan.required(version, plan));
        record.add(new Signature(
                reference,
                version.number(),
                version.hash(),
                place.role(),
                place.party(),
                actor.id(),
                clock.instant(),
                refused,
                reason,
                null));
        trail.recordOf(
                reference,
                place.party(),
                refused ? TrailEvent.REFUSED : TrailEvent.SIGNED,
                Sentence.of("approval.role." + place.role()),
                place.party() == null ? TrailEntry.NO_PARTY : place.party(),
                version.number(),
                reason == null ? "" : reason);
    }
}
