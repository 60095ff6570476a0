package org.jointflights.domain.picture;

/**
 * How wide a text can become, in hundredths of a pixel: as in the widest of the fonts that our style sheet names, so that what fits by
 * this measure fits in every browser.
 */
public final class TextMeasure {

    private static final String CUT = "…";

    private TextMeasure() {}

    /** The width of the text in letters of so many pixels. */
    public static long width(String text, int size, boolean bold) {
        long thousandths = text.codePoints().mapToLong(TextMeasure::thousandths).sum();
        return (bold ? thousandths * 115 / 100 : thousandths) * size * Scale.PIXEL / 1_000;
    }

    /** The text, or as much of its beginning as fits, with dots after it. */
    public static String fitted(String text, int size, boolean bold, long width) {
        if (width(text, size, bold) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).stripTrailing() + CUT, size, bold) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + CUT;
    }

    /** Of the letter's height: DejaVu Sans, rounded up. */
    private static int thousandths(int letter) {
        if (letter >= 0x1100) {
            return 1_050;
        }
        if (letter >= '0' && letter <= '9') {
            return 640;
        }
        return switch (letter) {
            case 'm', 'M', 'W', 'w', 'Œ', 'œ', 'Æ', '…', '—', '%' -> 1_030;
            case 'i', 'j', 'l', 'I', '\'', '’', '|', '.', ',', ':', ';', '!', ' ', '\u00a0', '\u202f' -> 340;
            case 't', 'f', 'r', '(', ')', '-', '/', 's', 'z', 'c' -> 560;
            default -> Character.isUpperCase(letter) ? 800 : 660;
        };
    }
}
