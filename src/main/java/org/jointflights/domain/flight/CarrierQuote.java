package org.jointflights.domain.flight;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param entered when it was put on record; nothing before it is, or where that was not kept
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

    public CarrierQuote chosen(String because) {
        return new CarrierQuote(reference, position, carrier, price, seats, option, fees, because, entered);
    }

    public CarrierQuote notChosen() {
        return new CarrierQuote(reference, position, carrier, price, seats, option, fees, null, entered);
    }

    public CarrierQuote entered(Instant now) {
        return new CarrierQuote(reference, position, carrier, price, seats, option, fees, chosenBecause, now);
    }
}
