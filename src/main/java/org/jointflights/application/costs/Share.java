package org.jointflights.application.costs;

import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;

/**
 * What one party bears of one cost item, before any grant.
 *
 * @param item the item's id
 * @param exact the share before rounding, in cents
 * @param reason how the figure comes about, so that it can be worked out again by hand
 */
public record Share(long item, Party party, Money amount, BigFraction exact, Sentence reason) {

    /** The reason in that language. */
    public String reason(Locale language) {
        return reason.in(language);
    }
}
