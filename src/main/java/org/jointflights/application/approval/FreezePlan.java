package org.jointflights.application.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.funding.DraftDecisions;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.RequiredSignatures;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.flight.Participation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a version: frozen, routed, then void or committed. */
@Service
@Transactional
public class FreezePlan {

    private final SignedVersions versions;
    private final CollectPlan plans;
    private final DraftDecisions decisions;
    private final Splits splits;
    private final Participations participations;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    FreezePlan(
            SignedVersions versions,
            CollectPlan plans,
            DraftDecisions decisions,
            Splits splits,
            Participations participations,
            WriteTrail trail,
            WriteNotices notices,
            Clock clock) {
        this.versions = versions;
        this.plans = plans;
        this.decisions = decisions;
        this.splits = splits;
        this.participations = participations;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /** Freezes the plan as it is now for signature; throws {@link Conflict} while no split is agreed. */
    public PlanVersion freeze(OperationReference reference) {
        if (splits.current(reference).filter(Split::stands).isEmpty()) {
            throw Conflict.of("approval.split.notAgreed", reference);
        }
        // Whoever has joined or left since the decisions were drafted has one now, or none.
        decisions.draft(reference);
        int number = versions.of(reference).size() + 1;
        makeCurrentVoid(reference, Sentence.of("approval.void.replaced", number));
        PlanVersion version = plans.of(reference).freeze(number, clock.instant());
        versions.add(version);
        trail.record(reference, TrailEvent.VERSION_FROZEN, number, version.shortHash(), version.total());
        return version;
    }

    /** Notes which signatures the current version needs. */
    public void route(OperationReference reference, ApprovalRoute route) {
        versions.put(current(reference).routed(route));
    }

    /** The current version, if there is one, is not signed any more; its answers stay on record as void. */
    public void makeVoidAsPlanChanged(OperationReference reference) {
        makeCurrentVoid(reference, Sentence.of("approval.void.planChanged"));
    }

    /**
     * The organiser answers a refusal: the version is void in any case; either its signatures are asked for again on a new
     * one, or the plan goes back. A negative fundamental-rights opinion always sends it back.
     */
    public void answerRefusal(OperationReference reference, boolean askAgain, String why) {
        PlanVersion version = current(reference);
        boolean rights = given(version).stream()
                .anyMatch(signature -> signature.refused() && signature.role() == SigningRole.RIGHTS_OPINION);
        if (askAgain && rights) {
            throw BadInput.of("answer", "ASK_AGAIN", "approval.askedAgain.rights");
        }
        makeCurrentVoid(reference, Sentence.of("common.said", why));
    }

    /**
     * The commitment date: every signature is there, so the seats are committed from now on. Throws {@link PlanMoved} if
     * the plan has changed since the last signature, and {@link IllegalStateException} if a signature is missing or the go
     * is not the last, which the model does not let happen.
     */
    public void commit(OperationReference reference) throws PlanMoved {
        PlanVersion version = current(reference);
        PlanContent plan = plans.of(reference);
        if (!version.hash().equals(plan.hash())) {
            throw new PlanMoved();
        }
        List<Signature> given = given(version);
        RequiredSignatures required = required(version, plan);
        if (!required.areComplete(given)) {
            throw new IllegalStateException("version " + version.number() + " of " + reference
                    + " lacks signatures, or its go did not come last; missing are " + required.missing(given));
        }
        Instant now = clock.instant();
        versions.put(version.committed(now));
        participations.of(reference).stream()
                .filter(Participation::takesPart)
                .forEach(participation -> participations.put(participation.committed(now)));
        trail.record(reference, TrailEvent.COMMITTED, version.number(), version.shortHash());
    }

    /** The version that is being signed or was; throws {@link Conflict} if there is none. */
    @Transactional(readOnly = true)
    public PlanVersion current(OperationReference reference) {
        return versions.current(reference).orElseThrow(() -> Conflict.of("approval.version.none", reference));
    }

    /** The signatures that the current version needs, by whom. */
    @Transactional(readOnly = true)
    public RequiredSignatures required(OperationReference reference) {
        return required(current(reference), plans.of(reference));
    }

    /** Throws {@link Conflict} if one of them was given on another content. */
    List<Signature> given(PlanVersion version) {
        List<Signature> given = versions.signatures(version.reference()).stream()
                .filter(signature -> signature.version() == version.number())
                .toList();
        version.requireSignedAs(given);
        return given;
    }

    static RequiredSignatures required(PlanVersion version, PlanContent plan) {
        ApprovalRoute route = version.route();
        if (route == null) {
            throw Conflict.of("approval.version.notRouted", version.number());
        }
        return new RequiredSignatures(route, plan.states(), plan.payers());
    }

    /** Also of a version whose content is no longer what it was: nobody has to rely on it for that. */
    private void makeCurrentVoid(OperationReference reference, Sentence why) {
        List<StoredVersion> all = versions.of(reference);
        if (all.isEmpty() || all.get(all.size() - 1).voidedFor() != null) {
            return;
        }
        int number = all.get(all.size() - 1).number();
        List<Signature> answers = versions.signatures(reference).stream()
                .filter(signature -> signature.version() == number && signature.counts())
                .toList();
        versions.makeVoid(reference, number, why, clock.instant());
        trail.record(reference, TrailEvent.VERSION_VOID, number, why);
        answers.stream()
                .map(FreezePlan::group)
                .distinct()
                .forEach(group -> notices.send(reference, group, "void/" + number, "notice.voided", reference, number));
    }

    /** Whose members may give such a signature. */
    private static String group(Signature signature) {
        Party party = signature.party();
        return switch (signature.role()) {
            case DECISION_FOR_FRONTEX -> Role.FINANCE.groupOf(Party.FRONTEX);
            case DECISION_FOR_STATE, FINANCE -> Role.FINANCE.groupOf(Objects.requireNonNull(party));
            case LEGAL -> Role.LEGAL.groupOf(Objects.requireNonNull(party));
            case MANAGER -> Role.MANAGER.group();
            case RIGHTS_OPINION -> Role.RIGHTS_OFFICER.group();
            case GO -> Role.EXECUTIVE.group();
        };
    }
}
