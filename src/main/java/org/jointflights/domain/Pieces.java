package org.jointflights.domain;

import java.util.Arrays;
import java.util.Locale;

/**
 * The pieces of a text, one after the other, put together once. Most of a reason's pieces stand in the reasons beside it too:
 * so no sign is copied more than once for each.
 */
public final class Pieces {

    private static final int MANY = 32;

    private String[] pieces = new String[MANY];
    private int size;

    /** What is worded, put together in that language. */
    public static String of(Worded worded, Locale language) {
        Pieces text = new Pieces();
        worded.write(text, language);
        return text.toString();
    }

    /** One more at the end. */
    public void add(String piece) {
        if (size == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * size);
        }
        pieces[size++] = piece;
    }

    /** The whole text. */
    @Override
    public String toString() {
        return String.join("", Arrays.copyOf(pieces, size));
    }
}
