package org.jointflights.domain;

import java.util.regex.Pattern;

/** The name of a flight in every document, and its business key: {@code JRO-2026-0042}, {@code RO-2014-012}. */
public record OperationReference(String value) implements Comparable<OperationReference> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,3}-[0-9]{4}-[0-9]{3,5}");

    /** Throws {@link BadInput} unless it is letters, a year and a number, joined by hyphens. */
    public OperationReference {
        if (!fits(value)) {
            throw BadInput.of("reference", value, "common.reference.shape");
        }
    }

    /** The reference of the {@code number}th joint operation of a year. */
    public static OperationReference of(int year, long number) {
        return new OperationReference("JRO-%04d-%04d".formatted(year, number));
    }

    /** The flight that an address names. Throws {@link Unknown} for an impossible shape, as for one that nobody has. */
    public static OperationReference named(String typed) {
        if (!fits(typed)) {
            throw Unknown.of("common.flight.unknown", typed);
        }
        return new OperationReference(typed);
    }

    /** Whether it has the shape of a reference. */
    public static boolean fits(String typed) {
        return SHAPE.matcher(typed).matches();
    }

    @Override
    public int compareTo(OperationReference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
