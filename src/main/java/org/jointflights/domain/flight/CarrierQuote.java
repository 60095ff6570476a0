package org.jointflights.domain.flight;

import java.time.Instant;
import java.time.LocalDate;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier asks for the aircraft.
 *
 * @param position counts the quotes of a flight from 1
 * @param seats seats of the aircraft offered
 * @param option the day until which the carrier holds the price
 * @param fees what giving the aircraft back costs
 * @param isChosen whether it was taken
 * @param chosenBecause why it was taken, as typed; nothing where the price was reason enough, or if it was not taken
 * @param entered when it was put on record; nothing before it is
 */
public record CarrierQuote(
        OperationReference reference,
        int position,
        String carrier,
        Money price,
        int seats,
        LocalDate option,
        FeePercents fees,
        boolean isChosen,
        @Nullable String chosenBecause,
        @Nullable Instant entered) {

    /**
     * The carrier's ladder in whole per cent of the price: more than five days before departure, within five days, within
     * 24 hours.
     */
    public record FeePercents(int early, int withinFiveDays, int withinADay) {}

    /** Why it was taken, in words; nothing if it was not. */
    public @Nullable Sentence because() {
        if (chosenBecause != null) {
            return Sentence.of("common.said", chosenBecause);
        }
        return isChosen ? Sentence.of("overview.plan.cheapest") : null;
    }

    /** Throws {@link BadInput} for a price of nothing, or one that is not held until today. */
    public void requireStandsOn(LocalDate today) {
        if (price.minor() <= 0) {
            throw BadInput.of("price", price, "planning.price.positive");
        }
        if (option.isBefore(today)) {
            throw BadInput.of("option", option, "planning.option.past", today);
        }
    }

    /** The same quote, taken: for that reason, or for none where it is the cheapest. */
    public CarrierQuote chosen(@Nullable String because) {
        return chosen(true, because);
    }

    /** The same quote, not taken. */
    public CarrierQuote notChosen() {
        return chosen(false, null);
    }

    /** The same quote, as it was put on record. */
    public CarrierQuote entered(Instant now) {
        return new CarrierQuote(reference, position, carrier, price, seats, option, fees, isChosen, chosenBecause, now);
    }

    /** The same quote at the price that its carrier, under contract, takes for a plan that has changed. */
    public CarrierQuote at(Money newPrice) {
        return new CarrierQuote(
                reference, position, carrier, newPrice, seats, option, fees, isChosen, chosenBecause, entered);
    }

    private CarrierQuote chosen(boolean taken, @Nullable String because) {
        return new CarrierQuote(reference, position, carrier, price, seats, option, fees, taken, because, entered);
    }
}
