package org.jointflights.application.overview;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SortedMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A flight as one line of a list.
 *
 * @param airports of the route, in flying order
 * @param invited every party that was ever asked, in the order of the codes
 * @param takingPart those of them that take part as things stand
 * @param withdrawn those of the invited that have left again
 * @param shares what each party bears of the cost before any grant, as last split; empty before the first split
 * @param agreed whether that split stands
 */
public record FlightRow(
        OperationReference reference,
        FlightType type,
        Party organiser,
        String destination,
        List<String> airports,
        ZonedDateTime departure,
        Stage stage,
        Instant stageSince,
        @Nullable String suspendedFor,
        List<Party> invited,
        List<Party> takingPart,
        List<Party> withdrawn,
        SortedMap<Party, Money> shares,
        boolean agreed) {

    /** The same for a reader who may know that it is suspended, and not why. */
    FlightRow withoutReason() {
        return suspendedFor == null
                ? this
                : new FlightRow(
                        reference,
                        type,
                        organiser,
                        destination,
                        airports,
                        departure,
                        stage,
                        stageSince,
                        "",
                        invited,
                        takingPart,
                        withdrawn,
                        shares,
                        agreed);
    }

    /** What the flight costs, as last split, or nothing before the first split. */
    public @Nullable Money cost() {
        return shares.isEmpty() ? null : shares.values().stream().reduce(Money.zero(Money.EUR), Money::plus);
    }
}
