package org.jointflights.domain.flight;

import java.time.Instant;
import org.jointflights.domain.BadInput;
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
 * @param priceAsked since when the carrier has to name a new price, because the plan changed; nothing while its price is for the plan
 */
public record Contract(
        OperationReference reference,
        Party signedBy,
        String carrier,
        Money price,
        Instant signedAt,
        @Nullable Instant releasedAt,
        @Nullable Money penalty,
        @Nullable Instant priceAsked) {

    /** A contract whose price is for the plan as it is. */
    public Contract(
            OperationReference reference,
            Party signedBy,
            String carrier,
            Money price,
            Instant signedAt,
            @Nullable Instant releasedAt,
            @Nullable Money penalty) {
        this(reference, signedBy, carrier, price, signedAt, releasedAt, penalty, null);
    }

    public boolean stands() {
        return releasedAt == null;
    }

    /** The aircraft is given back for that fee; {@link Conflict} if it was already. */
    public Contract released(Instant now, Money fee) {
        if (!stands()) {
            throw Conflict.of("flight.contract.released", carrier, reference);
        }
        return new Contract(reference, signedBy, carrier, price, signedAt, now, fee, priceAsked);
    }

    /** The plan has changed: what the carrier takes for it is not known yet. */
    public Contract withPriceAsked(Instant now) {
        return new Contract(reference, signedBy, carrier, price, signedAt, releasedAt, penalty, now);
    }

    /** The carrier has named its price for the plan as it is. Throws {@link BadInput} for a price of nothing. */
    public Contract at(Money newPrice) {
        if (newPrice.minor() <= 0) {
            throw BadInput.of("price", newPrice, "planning.price.positive");
        }
        return new Contract(reference, signedBy, carrier, newPrice, signedAt, releasedAt, penalty, null);
    }
}
