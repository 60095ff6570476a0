package org.jointflights.domain.money;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Which rate an amount in a foreign currency is converted at. No text prescribes one for joint flights, so a flight names
 * its rule and every conversion keeps it (cost-sharing rules in use by European grants: the month of payment, of the
 * flight or of the claim, or the average over the reporting period).
 */
public enum RateRule {
    MONTH_OF_PAYMENT,
    MONTH_OF_FLIGHT,
    MONTH_OF_CLAIM,
    PERIOD_AVERAGE;

    /** The dates a rule may ask for; only the one that the rule names has to be there. */
    public record Dates(
            @Nullable LocalDate payment,
            @Nullable LocalDate flight,
            @Nullable LocalDate claim,
            @Nullable YearMonth periodStart,
            @Nullable YearMonth periodEnd) {

        public static Dates ofFlight(LocalDate flight) {
            return new Dates(null, flight, null, null, null);
        }
    }

    /** The months whose rates count, one or for an average several; throws {@link BadInput} where the date is missing. */
    List<YearMonth> months(Dates dates) {
        return switch (this) {
            case MONTH_OF_PAYMENT -> List.of(month("paymentDate", dates.payment));
            case MONTH_OF_FLIGHT -> List.of(month("flightDate", dates.flight));
            case MONTH_OF_CLAIM -> List.of(month("claimDate", dates.claim));
            case PERIOD_AVERAGE -> period(required("periodStart", dates.periodStart), dates.periodEnd);
        };
    }

    private static List<YearMonth> period(YearMonth start, @Nullable YearMonth typedEnd) {
        YearMonth end = required("periodEnd", typedEnd);
        if (end.isBefore(start)) {
            throw BadInput.of("periodEnd", end, "money.rate.period", start);
        }
        return Stream.iterate(start, month -> !month.isAfter(end), month -> month.plusMonths(1))
                .toList();
    }

    private static YearMonth month(String field, @Nullable LocalDate date) {
        return YearMonth.from(required(field, date));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw BadInput.of(field, null, "money.rate.date");
        }
        return value;
    }
}
