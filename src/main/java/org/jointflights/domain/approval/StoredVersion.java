package org.jointflights.domain.approval;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A version as it lies in the database, to be listed or looked into. Nothing is done on the strength of it before it is
 * {@link #proven}.
 */
public record StoredVersion(
        OperationReference reference,
        int number,
        String content,
        String hash,
        String bindingHash,
        Map<Party, Seats> seats,
        Money total,
        VersionFate fate)
        implements HasFate {

    public StoredVersion {
        seats = Map.copyOf(new TreeMap<>(seats));
    }

    /** Throws {@link Conflict} that names version and flight unless its content has its hash, and says what else it is. */
    public PlanVersion proven() {
        return new PlanVersion(reference, number, content, hash, bindingHash, seats, total, fate);
    }

    /** Why it is not to be relied on, or nothing. */
    public @Nullable Conflict fault() {
        try {
            proven();
            return null;
        } catch (Conflict fault) {
            return fault;
        }
    }

    /** The first twelve digits of the hash, for people to compare. */
    public String shortHash() {
        return PlanVersion.shortened(hash);
    }

    /** Since when it is void, or nothing. */
    public @Nullable Instant voided() {
        return fate.voided();
    }
}
