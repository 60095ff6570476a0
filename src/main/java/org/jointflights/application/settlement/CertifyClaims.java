package org.jointflights.application.settlement;

import java.time.Clock;
import java.util.List;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Actor;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Frontex's finance checks each claim against its voucher: what a grant may pay of it, and why. */
@Service
@Transactional
public class CertifyClaims {

    private final Claims claims;
    private final Cancellations cancellations;
    private final VoucherFiles files;
    private final FindDoubles doubles;
    private final CheckConditions conditions;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    CertifyClaims(
            Claims claims,
            Cancellations cancellations,
            VoucherFiles files,
            FindDoubles doubles,
            CheckConditions conditions,
            CurrentUser actor,
            WriteTrail trail,
            Clock clock) {
        this.claims = claims;
        this.cancellations = cancellations;
        this.files = files;
        this.doubles = doubles;
        this.conditions = conditions;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the certifier can find. */
    public enum Finding {
        ELIGIBLE,
        PARTLY,
        NOT_ELIGIBLE,
        /** Its voucher stands on another claim as well, and counts there: nobody pays it twice. */
        LEFT_OUT
    }

    /** Those that count, are in euro and were not checked yet. */
    @Transactional(readOnly = true)
    public List<Claim> open(OperationReference reference) {
        return claims.of(reference).stream()
                .filter(claim -> claim.counts() && claim.certification() == null)
                .toList();
    }

    @Transactional(readOnly = true)
    public Claim get(OperationReference reference, long id) {
        Claim claim = claims.get(id);
        if (!claim.reference().equals(reference)) {
            throw NotYours.of("settlement.claim.otherFlight", id, reference);
        }
        return claim;
    }

    @Transactional(readOnly = true)
    public boolean isCancelled(OperationReference reference) {
        return cancellations.of(reference).isPresent();
    }

    /**
     * Keeps what was found. {@code part} is the eligible part where not all is; {@code byClause} says whether the
     * beneficiary's decision pays for a flight that others cancelled. Throws {@link NotYours} for whoever entered the
     * claim or added its voucher, {@link BadInput} for more than voucher, clause and cause of the cancellation allow, and
     * {@link Conflict} while a condition on which the fund pays is not met, or another claim with the same voucher counts: what
     * is not eligible would still be shared.
     */
    public void certify(
            OperationReference reference,
            long id,
            Finding finding,
            boolean voucherChecked,
            @Nullable Money part,
            boolean byClause,
            @Nullable String reason) {
        Claim claim = get(reference, id);
        requireOther(claim);
        if (!claim.counts()) {
            throw Conflict.of("settlement.claim.changed", id);
        }
        if (finding == Finding.LEFT_OUT) {
            requireNoPart(part);
            leaveOut(claim, reason);
            return;
        }
        Money eligible = eligible(claim, finding, part);
        if (finding == Finding.ELIGIBLE || finding == Finding.PARTLY) {
            requireVoucher(claim, finding, voucherChecked);
            requireClause(claim, finding, byClause);
            conditions.require(reference, claim.claimant());
        }
        if (finding != Finding.ELIGIBLE && reason == null) {
            throw BadInput.of("reason", "", "settlement.reason.missing");
        }
        doubles.requireSingle(claim);
        claims.certified(
                id, new Certification(eligible, byClause, reason == null ? "" : reason, actor.id(), clock.instant()));
        doubles.hold(claim);
        trail.recordOf(
                reference,
                claim.claimant(),
                TrailEvent.ACCOUNTS_CERTIFIED,
                eligible,
                claim.euro(),
                id,
                claim.claimant());
    }

    private void requireOther(Claim claim) {
        boolean added = files.of(claim.reference()).stream()
                .anyMatch(file -> file.claim() == claim.id() && Actor.share(file.addedBy(), actor.id()));
        if (added || Actor.share(claim.enteredBy(), actor.id())) {
            throw NotYours.of("settlement.certify.own", claim.id());
        }
    }

    /** It no longer counts, so that the other one can be certified; only where there is another one. */
    private void leaveOut(Claim claim, @Nullable String reason) {
        List<VoucherMarks.Shared> others = doubles.of(claim);
        if (others.isEmpty()) {
            throw BadInput.of("decision", Finding.LEFT_OUT, "settlement.voucher.single");
        }
        if (reason == null) {
            throw BadInput.of("reason", "", "settlement.reason.missing");
        }
        if (claim.certification() != null) {
            throw Conflict.of("settlement.claim.changed", claim.id());
        }
        claims.withdrawn(claim.id(), reason);
        doubles.leftOut(claim, others);
        trail.recordOf(claim.reference(), claim.claimant(), TrailEvent.ACCOUNTS_LEFT_OUT, claim.id(), claim.claimant());
    }

    private static Money eligible(Claim claim, Finding finding, @Nullable Money part) {
        return switch (finding) {
            case ELIGIBLE -> {
                requireNoPart(part);
                yield claim.euro();
            }
            case NOT_ELIGIBLE, LEFT_OUT -> {
                requireNoPart(part);
                yield Money.zero(Money.EUR);
            }
            case PARTLY -> {
                if (part == null) {
                    throw BadInput.of("eligibleAmount", "", "common.missing");
                }
                if (part.minor() <= 0 || part.compareTo(claim.euro()) >= 0) {
                    throw BadInput.of(
                            "eligibleAmount", part.decimal().toPlainString(), "settlement.eligible.part", claim.euro());
                }
                yield part;
            }
        };
    }

    private static void requireNoPart(@Nullable Money part) {
        if (part != null) {
            throw BadInput.of("eligibleAmount", part.decimal().toPlainString(), "settlement.eligible.noPart");
        }
    }

    private static void requireVoucher(Claim claim, Finding finding, boolean checked) {
        if (claim.voucher() == null) {
            throw BadInput.of("decision", finding, "settlement.voucher.none");
        }
        if (!checked) {
            throw BadInput.of("voucherChecked", "no", "settlement.voucher.unchecked");
        }
    }

    private void requireClause(Claim claim, Finding finding, boolean byClause) {
        Cancellation cancellation = cancellations.of(claim.reference()).orElse(null);
        if (cancellation == null) {
            return;
        }
        Party causedBy = cancellation.causedBy();
        if (causedBy != null && (claim.kind() == Claim.Kind.PENALTY || causedBy.equals(claim.claimant()))) {
            throw BadInput.of("decision", finding, "settlement.cancelled.own", causedBy);
        }
        if (!byClause) {
            throw BadInput.of("clause", "no", "settlement.cancelled.clause");
        }
    }
}
