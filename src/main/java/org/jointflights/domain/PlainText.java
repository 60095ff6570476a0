package org.jointflights.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as a keyboard types it and everybody sees it. Other control characters, and halves of characters, come only from
 * programs: a database may refuse them, and a statement could not be printed with them. What nobody sees, what turns the
 * text around and what piles up over other lines makes a text look like another one.
 */
public final class PlainText {

    private static final int SHOWN_EACH_SIDE = 20;

    private static final String LAYOUT = "\\n\\r\\t";
    private static final String CONTROL = "[\\p{Cc}\\p{Cs}&&[^" + LAYOUT + "]]";

    /** Marks of direction, separators, blanks without width, letters without shape, tags. */
    private static final String UNSEEN =
            "\\p{Cf}\\p{Zl}\\p{Zp}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0\\x{E0000}-\\x{E0FFF}";

    /** Some scripts need the two joiners within words; the soft hyphen shows where a line ends. */
    private static final String WITHIN_WORDS = "\\u00AD\\u200C\\u200D";

    /** The fifth accent on one letter. */
    private static final String PILED = "(?<=\\p{M}{4})\\p{M}";

    private static final Pattern NOT_TYPED = Pattern.compile(CONTROL);
    private static final Pattern SEVERAL_LINES = Pattern.compile("[" + LAYOUT + "]");
    private static final Pattern HIDDEN = Pattern.compile("[" + UNSEEN + "&&[^" + WITHIN_WORDS + "]]|" + PILED);
    private static final Pattern HIDDEN_ON_A_LINE = Pattern.compile("[" + UNSEEN + "]|" + PILED);
    private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cs}" + UNSEEN + "]|" + PILED);

    private PlainText() {}

    /**
     * Throws {@link BadInput} if the text holds what no keyboard types or nobody sees. Line breaks and tabs may stand in it,
     * and what some scripts need within words.
     */
    public static void require(String field, String text) {
        refuse(NOT_TYPED, field, text, "common.controlCharacter");
        refuse(HIDDEN, field, text, "common.hiddenCharacter");
    }

    /** The same for what stands on one line, a name for example: neither line breaks and tabs, nor anything unseen. */
    public static void requireLine(String field, String text) {
        refuse(NOT_TYPED, field, text, "common.controlCharacter");
        refuse(SEVERAL_LINES, field, text, "common.oneLine");
        refuse(HIDDEN_ON_A_LINE, field, text, "common.hiddenCharacter");
    }

    private static void refuse(Pattern sign, String field, String text, String code) {
        Matcher found = sign.matcher(text);
        if (found.find()) {
            int from = Math.max(0, found.start() - SHOWN_EACH_SIDE);
            int to = Math.min(text.length(), found.start() + SHOWN_EACH_SIDE);
            throw BadInput.of(field, text.substring(from, to), code);
        }
    }

    /** The text with each such character, line breaks and tabs among them, written as its number: {@code \u0000}. */
    public static String escaped(String text) {
        return ODD.matcher(text)
                .replaceAll(sign -> Matcher.quoteReplacement(
                        String.format("\\u%04x", sign.group().codePointAt(0))));
    }
}
