package org.jointflights.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text of a bundle some of whose gaps are filled alike in many sentences, which are then written once for all of them: what the
 * reasons of an item's shares have in common, for example.
 */
public final class PreparedSentence {

    private final String code;
    private final @Nullable Object[] known;

    /** In the language that was asked for last; a statement is written in one. Filling it twice at once does no harm. */
    private @Nullable Filled last;

    private record Filled(Locale language, SentencePattern pattern) {}

    private PreparedSentence(String code, @Nullable Object[] known) {
        this.code = code;
        this.known = known;
    }

    /**
     * The text of that code.
     *
     * @param known what fills each gap, in the order of their numbers; null where each sentence fills it itself
     */
    public static PreparedSentence of(String code, @Nullable Object... known) {
        return new PreparedSentence(code, known.clone());
    }

    /** The sentence whose open gaps, in the order of their numbers, are filled by these. */
    public Worded with(Object... open) {
        return new Whole(this, Arrays.asList(open));
    }

    private SentencePattern pattern(Locale language) {
        Filled filled = last;
        if (filled == null || !filled.language().equals(language)) {
            filled = new Filled(language, Sentence.of(code).pattern(language).filled(known, language));
            last = filled;
        }
        return filled.pattern();
    }

    private record Whole(PreparedSentence sentence, List<Object> open) implements Worded {

        @Override
        public String in(Locale language) {
            return Pieces.of(this, language);
        }

        @Override
        public void write(Pieces text, Locale language) {
            sentence.pattern(language).write(text, open, language);
        }
    }
}
