package org.jointflights.domain.flight;

import java.util.Comparator;
import java.util.List;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;

/** All quotes for one flight, among which its organiser chooses. */
public record CarrierQuotes(List<CarrierQuote> quotes) {

    public CarrierQuotes {
        quotes = List.copyOf(quotes);
    }

    /** Those taken so far. */
    public List<CarrierQuote> chosen() {
        return quotes.stream().filter(CarrierQuote::isChosen).toList();
    }

    /**
     * The quote of that position, taken. Throws {@link BadInput} if there is none, if the aircraft does not hold the seats
     * needed, or if there is no reason although another in its currency that holds them is cheaper, or some are in other
     * currencies.
     */
    public CarrierQuote choose(int position, int needed, @Nullable String reason) {
        CarrierQuote chosen = quotes.stream()
                .filter(quote -> quote.position() == position)
                .findFirst()
                .orElseThrow(() -> BadInput.of("quote", position, "planning.quote.unknown", quotes.size()));
        if (chosen.seats() < needed) {
            throw BadInput.of("quote", chosen.carrier(), "planning.quote.tooSmall", chosen.seats(), needed);
        }
        if (reason == null) {
            requireCheapest(chosen, needed);
        }
        return chosen.chosen(reason);
    }

    private void requireCheapest(CarrierQuote chosen, int needed) {
        CarrierQuote cheapest = quotes.stream()
                .filter(quote -> isInCurrencyOf(quote, chosen) && quote.seats() >= needed)
                .min(Comparator.comparing(CarrierQuote::price))
                .orElse(chosen);
        if (cheapest.price().compareTo(chosen.price()) < 0) {
            throw BadInput.of("reason", "", "planning.quote.reason", chosen.carrier(), cheapest.carrier());
        }
        if (!quotes.stream().allMatch(quote -> isInCurrencyOf(quote, chosen))) {
            throw BadInput.of("reason", "", "planning.quote.currencies", chosen.carrier());
        }
    }

    private static boolean isInCurrencyOf(CarrierQuote quote, CarrierQuote chosen) {
        return quote.price().currency().equals(chosen.price().currency());
    }
}
