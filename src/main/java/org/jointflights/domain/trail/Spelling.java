package org.jointflights.domain.trail;

import java.nio.charset.StandardCharsets;
import org.jointflights.domain.approval.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Cells one after another, each as its length in bytes of UTF-8, a colon and itself; where there is nothing, a hyphen. So no
 * two lists of cells have one spelling.
 */
final class Spelling {

    private Spelling() {}

    /** The SHA-256 of that, in lower-case hexadecimal digits. */
    static String hash(@Nullable String... cells) {
        StringBuilder spelling = new StringBuilder();
        for (String cell : cells) {
            if (cell == null) {
                spelling.append('-');
            } else {
                spelling.append(cell.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(cell);
            }
        }
        return CanonicalJson.hash(spelling.toString());
    }
}
