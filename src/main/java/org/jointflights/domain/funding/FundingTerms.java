package org.jointflights.domain.funding;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a fund promises a state: the fund that really applies, which need not be the one the state named, and its rate.
 *
 * @param percent of the eligible cost, from 0 to 100
 * @param basis why: the last word of a sentence of the bundle {@code approval}
 * @param assumed whether no source says so
 */
public record FundingTerms(Fund fund, int percent, String basis, boolean assumed) {

    /** Throws {@link IllegalArgumentException} for a rate that is no percentage. */
    public FundingTerms {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException(percent + " % is no rate");
        }
    }

    /** The rate as an exact fraction. */
    public BigFraction rate() {
        return BigFraction.of(percent, 100);
    }

    public boolean paysNothing() {
        return percent == 0;
    }
}
