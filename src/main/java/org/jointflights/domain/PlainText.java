package org.jointflights.domain;

import java.util.function.IntPredicate;

/**
 * Text as a keyboard types it. Other control characters, and halves of characters, come only from programs: a database
 * may refuse them, and a statement could not be printed with them.
 */
public final class PlainText {

    private static final int SHOWN_EACH_SIDE = 20;

    private PlainText() {}

    /** Throws {@link BadInput} if the text holds what no keyboard types; line breaks and tabs may stand in it. */
    public static void require(String field, String text) {
        require(field, text, sign -> isOdd(sign) && !isLayout(sign));
    }

    /** The same for what stands on one line: a name, for example. */
    public static void requireLine(String field, String text) {
        require(field, text, PlainText::isOdd);
    }

    private static void require(String field, String text, IntPredicate refused) {
        int at = 0;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            if (refused.test(sign)) {
                int from = Math.max(0, at - SHOWN_EACH_SIDE);
                int to = Math.min(text.length(), at + SHOWN_EACH_SIDE);
                throw BadInput.of(field, text.substring(from, to), "common.controlCharacter");
            }
            at += Character.charCount(sign);
        }
    }

    /** The text with each such character, line breaks and tabs among them, written as its number: {@code \u0000}. */
    static String escaped(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (isOdd(sign)) {
                shown.append(String.format("\\u%04x", sign));
            } else {
                shown.appendCodePoint(sign);
            }
        });
        return shown.toString();
    }

    private static boolean isOdd(int sign) {
        return Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE;
    }

    private static boolean isLayout(int sign) {
        return sign == '\n' || sign == '\r' || sign == '\t';
    }
}
