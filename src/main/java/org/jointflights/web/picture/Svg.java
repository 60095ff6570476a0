package org.jointflights.web.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jointflights.domain.picture.Scale;
import org.jointflights.domain.picture.TextMeasure;

/**
 * Writes one picture. Whatever is said in it is text and never markup; what it looks like is said by classes, which stand in
 * {@code pictures.css}: no style and no script is written here. Places and lengths are in hundredths of a pixel.
 */
final class Svg {

    /** Letters of most texts, in pixels. */
    static final int LETTERS = 13;

    /** Letters of notes. */
    static final int SMALL = 12;

    /** A picture narrower than that is not stretched over the whole page. */
    private static final long NARROW = 800 * Scale.PIXEL;

    private final StringBuilder markup = new StringBuilder(8_192);
    private final Deque<String> open = new ArrayDeque<>();
    private final String id;

    /**
     * Begins a picture.
     *
     * @param id sets what it defines apart from what other pictures of the same page define
     */
    Svg(String id, long width, long height, String title, String description) {
        this.id = id;
        open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "picture",
                "data-shape",
                width < NARROW ? "tall" : "wide",
                "viewBox",
                "0 0 " + pixels(width) + " " + pixels(height),
                "width",
                pixels(width),
                "height",
                pixels(height),
                "role",
                "img",
                "aria-labelledby",
                id + "-title",
                "aria-describedby",
                id + "-desc");
        open("title", "id", id + "-title");
        words(title);
        close();
        open("desc", "id", id + "-desc");
        words(description);
        close();
        open("defs");
        hatch("hatch", "M0 6 L6 0", 6);
        hatch("dots", "M2 2 h1.2 v1.2 h-1.2 z", 5);
        close();
    }

    private void hatch(String name, String path, int size) {
        open(
                "pattern",
                "id",
                id + "-" + name,
                "width",
                Integer.toString(size),
                "height",
                Integer.toString(size),
                "patternUnits",
                "userSpaceOnUse");
        element("path", "d", path, "class", name);
        close();
    }

    /** Begins an element with these attributes, a name and a value in turn. */
    Svg open(String element, String... attributes) {
        begin(element, attributes);
        markup.append('>');
        open.push(element);
        return this;
    }

    /** Ends the element begun last. */
    Svg close() {
        markup.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    Svg element(String element, String... attributes) {
        begin(element, attributes);
        markup.append("/>");
        return this;
    }

    Svg rect(String look, long x, long y, long width, long height) {
        return element(
                "rect",
                "class",
                look,
                "x",
                pixels(x),
                "y",
                pixels(y),
                "width",
                pixels(width),
                "height",
                pixels(height));
    }

    /** A rectangle filled with the pattern {@code hatch} or {@code dots}. */
    Svg patterned(String pattern, String look, long x, long y, long width, long height) {
        rect(look, x, y, width, height);
        return element(
                "rect",
                "fill",
                "url(#" + id + "-" + pattern + ")",
                "x",
                pixels(x),
                "y",
                pixels(y),
                "width",
                pixels(width),
                "height",
                pixels(height));
    }

    Svg line(String look, long x1, long y1, long x2, long y2) {
        return element("line", "class", look, "x1", pixels(x1), "y1", pixels(y1), "x2", pixels(x2), "y2", pixels(y2));
    }

    Svg circle(String look, long x, long y, long radius) {
        return element("circle", "class", look, "cx", pixels(x), "cy", pixels(y), "r", pixels(radius));
    }

    /** Where a text stands beside its place. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        private String value() {
            return switch (this) {
                case START -> "start";
                case MIDDLE -> "middle";
                case END -> "end";
            };
        }
    }

    /** A line of text on that base line. */
    Svg text(String look, long x, long y, int size, boolean bold, Anchor anchor, String words) {
        List<String> attributes = new ArrayList<>(List.of(
                "class", look, "x", pixels(x), "y", pixels(y), "font-size", Integer.toString(size), "text-anchor"));
        attributes.add(anchor.value());
        if (bold) {
            attributes.addAll(List.of("font-weight", "600"));
        }
        open("text", attributes.toArray(String[]::new));
        words(words);
        return close();
    }

    /** The same, cut where it would be wider than that; what is cut off is said when it is pointed at, and in the table. */
    Svg fitted(String look, long x, long y, int size, boolean bold, Anchor anchor, String words, long width) {
        String fits = TextMeasure.fitted(words, size, bold, width);
        if (fits.equals(words)) {
            return text(look, x, y, size, bold, anchor, words);
        }
        open("g");
        open("title");
        words(words);
        close();
        text(look, x, y, size, bold, anchor, fits);
        return close();
    }

    /** The whole picture; everything begun is ended. */
    String markup() {
        while (!open.isEmpty()) {
            close();
        }
        return markup.toString();
    }

    /** Hundredths as pixels with as many decimals as they need. */
    static String pixels(long hundredths) {
        long whole = Math.abs(hundredths) / Scale.PIXEL;
        long rest = Math.abs(hundredths) % Scale.PIXEL;
        String sign = hundredths < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }

    private void begin(String element, String... attributes) {
        markup.append('<').append(element);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            markup.append(' ').append(attributes[i]).append("=\"");
            words(attributes[i + 1]);
            markup.append('"');
        }
    }

    private void words(String text) {
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.appendCodePoint(isXml(letter) ? letter : 0xFFFD);
            }
        });
    }

    /** XML has no signs for these, not even escaped. */
    private static boolean isXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || (letter >= 0x10000 && letter <= 0x10FFFF);
    }
}
