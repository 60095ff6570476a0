package org.jointflights.domain;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private SentencePattern(List<String> texts, List<Integer> gaps) {
        this.texts = texts.toArray(String[]::new);
        this.gaps = gaps.stream().mapToInt(Integer::intValue).toArray();
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
        return new SentencePattern(texts, gaps);
    }

    /** Writes the text with its gaps filled; a gap that nothing fills shows its number, as it does in a message format. */
    void append(StringBuilder text, List<Object> arguments, Locale language) {
        for (int i = 0; i < gaps.length; i++) {
            text.append(texts[i]);
            if (gaps[i] >= arguments.size()) {
                text.append('{').append(gaps[i]).append('}');
            } else if (arguments.get(gaps[i]) instanceof Sentence inner) {
                inner.append(text, language);
            } else if (arguments.get(gaps[i]) instanceof Worded inner) {
                text.append(inner.in(language));
            } else {
                text.append(arguments.get(gaps[i]));
            }
        }
        text.append(texts[gaps.length]);
    }
}
