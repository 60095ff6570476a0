package org.jointflights.domain.flight;

import java.time.Instant;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The charter that the organiser has signed with a carrier.
 *
 * @param price what the aircraft costs if it flies
 * @param releasedAt when the aircraft was given back, or nothing while the contract stands
 * @param penalty what giving it back cost by the contract's ladder, or nothing while it stands
 */
public record Contract(
        OperationReference reference,
        Party signedBy,
        String carrier,
        Money price,
        Instant signedAt,
        @Nullable Instant releasedAt,
        @Nullable Money penalty) {

    public boolean stands() {
        return releasedAt == null;
    }

    /** The aircraft is given back for that fee; {@link Conflict} if it was already. */
    public Contract released(Instant now, Money fee) {
        if (!stands()) {
            throw Conflict.of("flight.contract.released", carrier, reference);
        }
        return new Contract(reference, signedBy, carrier, price, signedAt, now, fee);
    }
}
