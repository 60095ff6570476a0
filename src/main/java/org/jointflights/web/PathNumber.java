package org.jointflights.web;

import java.util.regex.Pattern;
import org.jointflights.domain.Unknown;

/** A number in an address, by which something is named that we numbered ourselves. */
public final class PathNumber {

    /** Fits into a {@code long} whatever its digits are. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private PathNumber() {}

    /** Throws {@link Unknown} with that sentence for what cannot be such a number: it names nothing. */
    public static long of(String typed, String unknown, Object... gaps) {
        if (!DIGITS.matcher(typed).matches()) {
            throw Unknown.of(unknown, gaps);
        }
        return Long.parseLong(typed);
    }
}
