package org.jointflights.domain.annual;

import java.time.Instant;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;

/**
 * What a fund may promise one state for its flights of one year, as somebody entered it. The newest entry holds; those before
 * it stay on record.
 *
 * @param year of the day on which a flight really flies
 * @param amount in euro, zero or more
 */
public record Appropriation(Fund fund, int year, Party beneficiary, Money amount, String enteredBy, Instant enteredAt) {

    private static final int FIRST_YEAR = 2005;
    private static final int LAST_YEAR = 2100;

    /** Throws {@link BadInput} for national money, a year without flights of Frontex, or what is not an amount of euro. */
    public Appropriation {
        if (fund == Fund.NATIONAL) {
            throw BadInput.of("fund", fund, "annual.appropriation.national");
        }
        if (beneficiary.isFrontex()) {
            throw BadInput.of("beneficiary", beneficiary, "annual.appropriation.frontex");
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw BadInput.of("budgetYear", year, "common.wholeNumber", FIRST_YEAR, LAST_YEAR);
        }
        if (amount.minor() < 0 || !amount.currency().equals(Money.EUR)) {
            throw BadInput.of("appropriation", amount, "annual.appropriation.negative");
        }
    }
}
