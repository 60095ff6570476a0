package org.jointflights.application.accounts;

import java.time.Clock;
import java.util.List;
import org.jointflights.application.flights.Cancellations;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.work.Trail;
import org.jointflights.application.work.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.accounts.Certification;
import org.jointflights.domain.accounts.Claim;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Frontex's finance checks each claim against its voucher: what a grant may pay of it, and why. */
@Service
@Transactional
public class CertifyClaims {

    private final Claims claims;
    private final Cancellations cancellations;
    private final CurrentUser actor;
    private final Trail trail;
    private final Clock clock;

    CertifyClaims(Claims claims, Cancellations cancellations, CurrentUser actor, Trail trail, Clock clock) {
        this.claims = claims;
        this.cancellations = cancellations;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the certifier can find. */
    public enum Finding {
        ELIGIBLE,
        PARTLY,
        NOT_ELIGIBLE
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
            throw NotYours.of("accounts.claim.otherFlight", id, reference);
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
     * claim, and {@link BadInput} for more than voucher, clause and cause of the cancellation allow.
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
        if (claim.enteredBy().equals(actor.id())) {
            throw NotYours.of("accounts.certify.own", id);
        }
        if (!claim.counts()) {
            throw Conflict.of("accounts.claim.changed", id);
        }
        Money eligible = eligible(claim, finding, part);
        if (finding == Finding.ELIGIBLE || finding == Finding.PARTLY) {
            requireVoucher(claim, finding, voucherChecked);
            requireClause(claim, finding, byClause);
        }
        if (finding != Finding.ELIGIBLE && reason == null) {
            throw BadInput.of("reason", "", "accounts.reason.missing");
        }
        claims.certified(
                id, new Certification(eligible, byClause, reason == null ? "" : reason, actor.id(), clock.instant()));
        trail.recordOf(
                reference,
                claim.claimant(),
                TrailEvent.ACCOUNTS_CERTIFIED,
                eligible,
                claim.euro(),
                id,
                claim.claimant());
    }

    private static Money eligible(Claim claim, Finding finding, @Nullable Money part) {
        return switch (finding) {
            case ELIGIBLE -> {
                requireNoPart(part);
                yield claim.euro();
            }
            case NOT_ELIGIBLE -> {
                requireNoPart(part);
                yield Money.zero(Money.EUR);
            }
            case PARTLY -> {
                if (part == null) {
                    throw BadInput.of("eligibleAmount", "", "common.missing");
                }
                if (part.minor() <= 0 || part.compareTo(claim.euro()) >= 0) {
                    throw BadInput.of(
                            "eligibleAmount", part.decimal().toPlainString(), "accounts.eligible.part", claim.euro());
                }
                yield part;
            }
        };
    }

    private static void requireNoPart(@Nullable Money part) {
        if (part != null) {
            throw BadInput.of("eligibleAmount", part.decimal().toPlainString(), "accounts.eligible.noPart");
        }
    }

    private static void requireVoucher(Claim claim, Finding finding, boolean checked) {
        if (claim.voucher() == null) {
            throw BadInput.of("decision", finding, "accounts.voucher.none");
        }
        if (!checked) {
            throw BadInput.of("voucherChecked", "no", "accounts.voucher.unchecked");
        }
    }

    private void requireClause(Claim claim, Finding finding, boolean byClause) {
        Cancellation cancellation = cancellations.of(claim.reference()).orElse(null);
        if (cancellation == null) {
            return;
        }
        Party causedBy = cancellation.causedBy();
        if (causedBy != null && (claim.kind() == Claim.Kind.PENALTY || causedBy.equals(claim.claimant()))) {
            throw BadInput.of("decision", finding, "accounts.cancelled.own", causedBy);
        }
        if (!byClause) {
            throw BadInput.of("clause", "no", "accounts.cancelled.clause");
        }
    }
}
