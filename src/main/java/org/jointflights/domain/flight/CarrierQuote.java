package org.jointflights.domain.flight;

import java.time.Instant;
import java.time.LocalDate;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier asks for the aircraft.
 *
 * @param position counts the quotes of a flight from 1
 * @param seats seats of the aircraft offered
 * @param option the day until which the carrier holds the price
 * @param fees what giving the aircraft back costs
 * @param chosenBecause why it was taken, or nothing if it was not
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
        @Nullable String chosenBecause,
        @Nullable Instant entered) {

    /** What stands for a reason where the price is one. */
    public static final String CHEAPEST = "cheapest";

    /**
     * The carrier's ladder in whole per cent of the price: more than five days before departure, within five days, within
     * 24 hours.
     */
    public record FeePercents(int early, int withinFiveDays, int withinADay) {}

    public boolean isChosen() {
        return chosenBecause != null;
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

    public CarrierQuote chosen(String because) {
        return chosenBecause(because);
    }

    /** The same quote, not taken. */
    public CarrierQuote notChosen() {
        return chosenBecause(null);
    }

    /** The same quote, as it was put on record. */
    public CarrierQuote entered(Instant now) {
        return new CarrierQuote(reference, position, carrier, price, seats, option, fees, chosenBecause, now);
    }

    private CarrierQuote chosenBecause(@Nullable String because) {
        return new CarrierQuote(reference, position, carrier, price, seats, option, fees, because, entered);
    }
}
