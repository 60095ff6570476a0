package org.jointflights.domain.approval;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A plan frozen for signature. Its content never changes; only its fate does.
 *
 * @param number counts a flight's versions from 1
 * @param content canonical JSON of everything that is signed
 * @param hash SHA-256 of the content, in hexadecimal
 * @param bindingHash SHA-256 of the part of it whose change voids the signatures even after the commitment date
 * @param seats as committed in it
 * @param total of its cost items
 * @param route the signatures it needs, once that is decided
 * @param committed when every signature was there, or nothing
 * @param voidedFor why it is no longer the current one, or nothing
 */
public record PlanVersion(
        OperationReference reference,
        int number,
        String content,
        String hash,
        String bindingHash,
        Map<Party, Seats> seats,
        Money total,
        Instant frozen,
        @Nullable ApprovalRoute route,
        @Nullable Instant committed,
        @Nullable String voidedFor) {

    private static final int SHORT = 12;

    public PlanVersion {
        seats = Collections.unmodifiableMap(new TreeMap<>(seats));
    }

    /** The first twelve digits of the hash, for people to compare. */
    public String shortHash() {
        return hash.substring(0, SHORT);
    }

    /** Whether it is the one that all have signed, and still stands. */
    public boolean isSigned() {
        return committed != null && voidedFor == null;
    }

    /**
     * Whether the signatures on it still hold for the plan as it is now: the same route, carrier, costs, keys, rates and
     * decisions, and no state with more people of a kind than it signed for.
     */
    public boolean covers(PlanContent now) {
        return bindingHash.equals(now.bindingHash())
                && now.parts().entrySet().stream().allMatch(part -> {
                    Seats signed = seats.get(part.getKey());
                    return signed != null && signed.covers(part.getValue().seats());
                });
    }

    public PlanVersion routed(ApprovalRoute decided) {
        return new PlanVersion(
                reference, number, content, hash, bindingHash, seats, total, frozen, decided, committed, voidedFor);
    }

    public PlanVersion committed(Instant now) {
        return new PlanVersion(
                reference, number, content, hash, bindingHash, seats, total, frozen, route, now, voidedFor);
    }

    public PlanVersion voided(String why) {
        return new PlanVersion(
                reference, number, content, hash, bindingHash, seats, total, frozen, route, committed, why);
    }
}
