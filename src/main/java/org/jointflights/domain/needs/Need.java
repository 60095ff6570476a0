package org.jointflights.domain.needs;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;

/**
 * How many people a state expects to return in a month to a destination: a head count, and nothing about anybody. A later entry
 * of the same state, month and destination takes its place.
 *
 * @param destination IATA code of the airport
 * @param embarkation IATA code of the airport where its people would board
 * @param persons zero once it is withdrawn
 */
public record Need(
        Party party,
        YearMonth month,
        String destination,
        String embarkation,
        int persons,
        String enteredBy,
        Instant enteredAt) {

    /** Present month included, as far as states look ahead. */
    public static final int MONTHS_AHEAD = 18;

    /** Who entered what is assumed for the example; nobody signs in by a name with brackets. */
    public static final String ASSUMED = "(example)";

    /** By month, destination and state: whatever the order of entering, it is looked at in this one. */
    public static final Comparator<Need> ORDER =
            Comparator.comparing(Need::month).thenComparing(Need::destination).thenComparing(Need::party);

    /** Throws {@link BadInput} for an impossible count, for Frontex, which has nobody to return, and where both airports are one. */
    public Need {
        if (persons < 0 || persons > Seats.MOST) {
            throw BadInput.of("persons", persons, "common.wholeNumber", 1, Seats.MOST);
        }
        if (party.isFrontex()) {
            throw BadInput.of("party", party, "needs.frontex");
        }
        if (destination.equals(embarkation)) {
            throw BadInput.of("destination", destination, "needs.sameAirport");
        }
    }

    /** The same as taken back by that person. */
    public Need withdrawn(String by, Instant at) {
        return new Need(party, month, destination, embarkation, 0, by, at);
    }

    /** The same people in that month. */
    public Need in(YearMonth other) {
        return new Need(party, other, destination, embarkation, persons, enteredBy, enteredAt);
    }

    /** What it is found by again among those that count: {@code FR_2027-03_LOS}. */
    public String code() {
        return party + "_" + month + "_" + destination;
    }

    /** Whether one of them takes the place of the other. */
    public boolean isSameAs(Need other) {
        return ORDER.compare(this, other) == 0;
    }

    public boolean isAssumed() {
        return enteredBy.equals(ASSUMED);
    }
}
