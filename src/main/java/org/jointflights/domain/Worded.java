package org.jointflights.domain;

import java.util.Locale;

/** Something that is written differently in each language. */
public interface Worded {

    /** The text in that language; English for a language that is not spoken here. */
    String in(Locale language);

    /** Adds the same to the pieces of a text that it stands in. */
    default void write(Pieces text, Locale language) {
        text.add(in(language));
    }
}
