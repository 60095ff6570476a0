package org.jointflights.domain;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as somebody who looks for it means it: without accents, capitals and outer spaces, so that “dusseldorf” finds
 * Düsseldorf.
 */
public record Folded(String text) {

    public static Folded of(String text) {
        return new Folded(Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("’", "'")
                .toLowerCase(Locale.ROOT)
                .strip());
    }

    /** Whether it is a part of that text, and is not empty. */
    public boolean isIn(String whole) {
        return !text.isEmpty() && of(whole).text().contains(text);
    }
}
