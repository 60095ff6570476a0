package org.jointflights.application.settlement;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jspecify.annotations.Nullable;

/** Claims without a database. */
public final class InMemoryClaims implements Claims {

    private final SortedMap<Long, Claim> claims = new TreeMap<>();

    @Override
    public List<Claim> of(OperationReference reference) {
        return claims.values().stream()
                .filter(claim -> claim.reference().equals(reference))
                .toList();
    }

    @Override
    public Claim get(long id) {
        return Optional.ofNullable(claims.get(id)).orElseThrow(() -> Unknown.of("settlement.claim.unknown", id));
    }

    @Override
    public Claim add(Claim claim) {
        long id = claims.size() + 1L;
        Claim kept = with(id, claim, null, null, null);
        claims.put(id, kept);
        return kept;
    }

    @Override
    public void converted(long id, Conversion conversion) {
        if (get(id).conversion() == null) {
            claims.computeIfPresent(id, (same, claim) -> with(id, claim, conversion, claim.certification(), null));
        }
    }

    @Override
    public void certified(long id, Certification certification) {
        change(
                id,
                claim -> claim.counts() && claim.certification() == null,
                claim -> with(id, claim, claim.conversion(), certification, null));
    }

    @Override
    public void withdrawn(long id, String why) {
        change(id, Claim::counts, claim -> with(id, claim, claim.conversion(), claim.certification(), why));
    }

    private void change(long id, Predicate<Claim> may, UnaryOperator<Claim> change) {
        Claim claim = claims.get(id);
        if (claim == null || !may.test(claim)) {
            throw Conflict.of("settlement.claim.changed", id);
        }
        claims.put(id, change.apply(claim));
    }

    private static Claim with(
            long id,
            Claim claim,
            @Nullable Conversion conversion,
            @Nullable Certification certification,
            @Nullable String withdrawnFor) {
        return new Claim(
                id,
                claim.reference(),
                claim.claimant(),
                claim.kind(),
                claim.budgetLine(),
                claim.category(),
                claim.description(),
                claim.amount(),
                claim.voucher(),
                claim.enteredBy(),
                claim.enteredAt(),
                conversion,
                certification,
                withdrawnFor);
    }
}
