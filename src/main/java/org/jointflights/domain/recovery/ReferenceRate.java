package org.jointflights.domain.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jointflights.domain.BadInput;

/**
 * The rate that the European Central Bank applies to its principal refinancing operations, as published in the C series of the Official
 * Journal, in force on the first day of that month.
 *
 * @param percent per year, as published
 */
public record ReferenceRate(YearMonth month, BigDecimal percent, String source) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final int FINEST = 4;

    /** Throws {@link BadInput} for a rate below zero or above a hundred, with more than four decimals, or without a source. */
    public ReferenceRate {
        if (percent.signum() < 0 || percent.compareTo(MOST) > 0 || percent.scale() > FINEST) {
            throw BadInput.of("referenceRate", percent.toPlainString(), "recovery.rate.range", FINEST);
        }
        if (source.isBlank()) {
            throw BadInput.of("rateSource", source, "money.rate.source");
        }
    }

    /** The day on which it was in force. */
    public LocalDate day() {
        return month.atDay(1);
    }
}
