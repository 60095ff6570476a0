package org.jointflights.domain.figures;

import java.util.Currency;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * What a flight adds to a figure: whole numbers above and below the line, amounts in the smallest unit of their currency,
 * times in seconds.
 *
 * @param party whose it is; nothing where it is nobody's, or not told apart
 * @param aspect a step, a cause or a time before the departure, by its name in our tables; nothing where it is not told apart
 * @param currency of what is above the line; nothing where that is no money
 */
public record Contribution(
        CountedFlight flight,
        @Nullable Party party,
        @Nullable String aspect,
        @Nullable Currency currency,
        long above,
        long below) {}
