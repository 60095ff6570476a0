package org.jointflights.domain.hours;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;

/**
 * How many equivalent flying hours one hour of an aircraft type counts from a day on, as somebody entered it. Nothing is
 * changed: of several the one with the latest day holds, of those the one entered last.
 *
 * @param id zero until it is kept
 * @param type by its designator of four characters at most (ICAO Doc 8643)
 * @param factor above zero
 * @param source where it is published
 */
public record AircraftFactor(
        long id, String type, BigDecimal factor, LocalDate from, String source, String enteredBy, Instant enteredAt) {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9]{1,3}");
    private static final int FINEST = 4;
    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final int MINUTES_OF_HOUR = 60;

    /** An hour of these is what an equivalent flying hour is. */
    private static final Set<String> UNIT = Set.of("C130", "C160");

    /** Throws {@link BadInput} for what is no designator or no factor, and for another one than 1 where the type is the unit. */
    public AircraftFactor {
        requireType(type);
        if (factor.signum() <= 0 || factor.compareTo(MOST) > 0 || factor.scale() > FINEST) {
            throw BadInput.of("aircraftFactor", factor.toPlainString(), "hours.factor.range", MOST, FINEST);
        }
        if (UNIT.contains(type) && factor.compareTo(BigDecimal.ONE) != 0) {
            throw BadInput.of("aircraftFactor", factor.toPlainString(), "hours.factor.unit", type);
        }
        if (source.isBlank()) {
            throw BadInput.of("factorSource", source, "money.rate.source");
        }
    }

    /** Throws {@link BadInput} for what is no designator of a type. */
    public static String requireType(String typed) {
        if (!TYPE.matcher(typed).matches()) {
            throw BadInput.of("aircraftType", typed, "hours.type.shape");
        }
        return typed;
    }

    /** What so many minutes of flying come to, rounded once. */
    public Efh of(int minutes) {
        BigFraction exact = BigFraction.of(factor.unscaledValue(), BigInteger.TEN.pow(Math.max(0, factor.scale())))
                .multiply(BigInteger.TEN.pow(Math.max(0, -factor.scale())))
                .multiply(BigFraction.of(minutes, MINUTES_OF_HOUR));
        return Efh.rounded(exact);
    }
}
