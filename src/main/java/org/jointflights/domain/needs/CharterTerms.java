package org.jointflights.domain.needs;

import org.jointflights.domain.BadInput;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.money.Money;

/**
 * What is assumed of aircraft nobody has asked a price for yet; the same for a joint flight and for one alone.
 *
 * @param perKm what a charter costs for each kilometre, with the empty way back
 * @param seatsPerPerson seats for each person returned, escorts and all others included
 * @param largest seats of the largest aircraft
 */
public record CharterTerms(Money perKm, int seatsPerPerson, int largest) {

    private static final Money DEAREST = Money.euro(1_000_00);
    private static final int MOST_SEATS_PER_PERSON = 6;

    /**
     * The charter Rome – Lagos – Rome of 19 March 2014 cost 193,800.00 EUR for 8,038 kilometres; of the 289 released operations that
     * tell both, 1.8 staff flew with each person returned; and most carriers offer less than 250 seats.
     */
    public static final CharterTerms USUAL = new CharterTerms(Money.euro(24_11), 3, 250);

    /** Throws {@link BadInput} for a price, or a number of seats, that no charter has. */
    public CharterTerms {
        if (!perKm.currency().equals(Money.EUR)) {
            throw BadInput.of("perKm", perKm, "money.currency.other", Money.EUR);
        }
        if (perKm.minor() <= 0 || perKm.compareTo(DEAREST) > 0) {
            throw BadInput.of("perKm", perKm, "needs.perKm", DEAREST);
        }
        if (seatsPerPerson < 1 || seatsPerPerson > MOST_SEATS_PER_PERSON) {
            throw BadInput.of("seatsPerPerson", seatsPerPerson, "common.wholeNumber", 1, MOST_SEATS_PER_PERSON);
        }
        if (largest < 1 || largest > Flight.LARGEST_AIRCRAFT) {
            throw BadInput.of("largestAircraft", largest, "common.wholeNumber", 1, Flight.LARGEST_AIRCRAFT);
        }
    }

    /** What flying so far costs. */
    public Money of(int km) {
        return Money.euro(Math.multiplyExact(perKm.minor(), km));
    }

    /** The seats of a state's people. */
    public int seats(Need need) {
        return need.persons() * seatsPerPerson;
    }

    /** The same, by who would sit in them. */
    Seats seatsOf(Need need) {
        return new Seats(need.persons(), need.persons() * (seatsPerPerson - 1), 0, 0, 0, 0);
    }
}
