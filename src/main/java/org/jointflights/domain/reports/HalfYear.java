package org.jointflights.domain.reports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jointflights.domain.Unknown;

/** The first or the second six months of a year, called {@code 2027-H1}. */
public record HalfYear(int year, int half) implements Comparable<HalfYear> {

    private static final Pattern SHAPE = Pattern.compile("20[0-9]{2}-H[12]");

    private static final Comparator<HalfYear> BY_TIME =
            Comparator.comparingInt(HalfYear::year).thenComparingInt(HalfYear::half);

    public HalfYear {
        if (half != 1 && half != 2) {
            throw new IllegalArgumentException("no half " + half);
        }
    }

    /** The one that an address names. Throws {@link Unknown} for anything that names none. */
    public static HalfYear named(String typed) {
        if (!SHAPE.matcher(typed).matches()) {
            throw Unknown.of("reports.half.unknown", typed);
        }
        return new HalfYear(Integer.parseInt(typed.substring(0, 4)), typed.charAt(6) - '0');
    }

    /** The one that the day is in. */
    public static HalfYear of(LocalDate day) {
        return new HalfYear(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, half == 1 ? 1 : 7, 1);
    }

    public LocalDate lastDay() {
        return firstDay().plusMonths(6).minusDays(1);
    }

    @Override
    public int compareTo(HalfYear other) {
        return BY_TIME.compare(this, other);
    }

    @Override
    public String toString() {
        return year + "-H" + half;
    }
}
