package org.jointflights.application.costs;

import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;

/**
 * What one party bears of one cost item, before any grant.
 *
 * @param item the item's id
 * @param exact the share before rounding, in cents
 * @param reasonEnglish how the figure comes about, so that it can be worked out again by hand
 * @param reasonFrench the same in French
 */
public record Share(
        String item, Party party, Money amount, BigFraction exact, String reasonEnglish, String reasonFrench) {

    /** The reason in French or, for every other language, in English. */
    public String reason(Locale language) {
        return language.getLanguage().equals("fr") ? reasonFrench : reasonEnglish;
    }
}
