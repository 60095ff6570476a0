package org.jointflights.domain;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text of a bundle, taken apart once: to read it anew for each of the thousands of sentences of a statement takes most of the
 * time that they take. {@link MessageFormat} itself says where the gaps are, so that quotes mean what they mean to it.
 */
final class SentencePattern {

    /** No text of ours has them. */
    private static final String MARK = "\uE000%d\uE001";

    private static final Pattern MARKED = Pattern.compile("\uE000([0-9]+)\uE001");

    private final String[] texts;
    private final int[] gaps;

    private SentencePattern(String[] texts, int[] gaps) {
        this.texts = texts;
        this.gaps = gaps;
    }

    /** Throws {@link IllegalArgumentException} for a text that formats a gap itself, with a choice for example. */
    static SentencePattern of(String pattern) {
        MessageFormat format = new MessageFormat(pattern, Locale.ROOT);
        if (Stream.of(format.getFormats()).anyMatch(own -> own != null)) {
            throw new IllegalArgumentException(pattern);
        }
        Object[] marks = new Object[format.getFormatsByArgumentIndex().length];
        for (int gap = 0; gap < marks.length; gap++) {
            marks[gap] = MARK.formatted(gap);
        }
        String marked = format.format(marks);
        List<String> texts = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        int from = 0;
        Matcher next = MARKED.matcher(marked);
        while (next.find()) {
            texts.add(marked.substring(from, next.start()));
            gaps.add(Integer.valueOf(next.group(1)));
            from = next.end();
        }
        texts.add(marked.substring(from));
        return new SentencePattern(
                texts.toArray(String[]::new),
                gaps.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Writes the text with its gaps filled; a gap that nothing fills shows its number, as it does in a message format. */
    void write(Pieces text, List<?> arguments, Locale language) {
        for (int i = 0; i < gaps.length; i++) {
            text.add(texts[i]);
            if (gaps[i] < arguments.size()) {
                write(text, arguments.get(gaps[i]), language);
            } else {
                text.add("{" + gaps[i] + "}");
            }
        }
        text.add(texts[gaps.length]);
    }

    private static void write(Pieces text, Object argument, Locale language) {
        if (argument instanceof Worded inner) {
            inner.write(text, language);
        } else {
            text.add(argument.toString());
        }
    }

    /** The text with those gaps filled for good that something is given for; the others are numbered anew, in their order. */
    SentencePattern filled(@Nullable Object[] known, Locale language) {
        int[] anew = new int[known.length];
        for (int gap = 1; gap < known.length; gap++) {
            anew[gap] = anew[gap - 1] + (known[gap - 1] == null ? 1 : 0);
        }
        String[] pieces = new String[texts.length];
        int[] open = new int[gaps.length];
        int size = 0;
        Pieces piece = new Pieces();
        for (int i = 0; i < gaps.length; i++) {
            piece.add(texts[i]);
            Object value = known[gaps[i]];
            if (value == null) {
                pieces[size] = piece.toString();
                open[size] = anew[gaps[i]];
                size++;
                piece = new Pieces();
            } else {
                write(piece, value, language);
            }
        }
        piece.add(texts[gaps.length]);
        pieces[size] = piece.toString();
        return new SentencePattern(Arrays.copyOf(pieces, size + 1), Arrays.copyOf(open, size));
    }
}
