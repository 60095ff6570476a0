package org.jointflights.domain.hours;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;

/**
 * Equivalent flying hours, counted in whole thousandths: one is what an hour of flying a C-130 or C-160 costs. They are no money and
 * never become any.
 */
public record Efh(long thousandths) implements Comparable<Efh>, Worded {

    public static final Efh ZERO = new Efh(0);

    private static final int DECIMALS = 3;
    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

    /** The nearest thousandth, half of one up. Throws {@link ArithmeticException} beyond 64 bits. */
    static Efh rounded(BigFraction exact) {
        BigFraction thousandths = exact.multiply(THOUSAND);
        BigInteger twice = thousandths.getNumerator().shiftLeft(1).add(thousandths.getDenominator());
        return new Efh(twice.divide(thousandths.getDenominator().shiftLeft(1)).longValueExact());
    }

    /** Throws {@link ArithmeticException} on overflow. */
    public Efh plus(Efh more) {
        return new Efh(Math.addExact(thousandths, more.thousandths));
    }

    /** Throws {@link ArithmeticException} on overflow. */
    public Efh minus(Efh less) {
        return new Efh(Math.subtractExact(thousandths, less.thousandths));
    }

    public Efh negated() {
        return new Efh(Math.negateExact(thousandths));
    }

    public boolean isZero() {
        return thousandths == 0;
    }

    /** For files, always with three decimals; never for arithmetic. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(thousandths, DECIMALS);
    }

    /** Without its unit, for a table that says it once: {@code 12.345}, {@code 12,345}. */
    public String figure(Locale language) {
        return String.format(language, "%,.3f", decimal());
    }

    /** As people read it: {@code 12.345 EFH}. */
    @Override
    public String in(Locale language) {
        return Sentence.of("hours.amount", figure(language)).in(language);
    }

    @Override
    public int compareTo(Efh other) {
        return Long.compare(thousandths, other.thousandths);
    }

    @Override
    public String toString() {
        return decimal().toPlainString() + " EFH";
    }
}
