package org.jointflights.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A text for people that is written down once per language: a key of the bundles {@code messages/<topic>.properties},
 * the topic being the key's first word, and the values that fill its gaps: texts, and what each language words itself. What
 * the report on a state's year says stands in more languages than the pages speak, in {@code messages/report/}.
 */
public record Sentence(String code, List<Object> arguments) implements Worded {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The texts of the report on a state's year in languages that no page speaks. */
    private static final String REPORT = "messages/report/state-year";

    /** Read so far, by code, in the languages that there are bundles in; there are as many as these have keys. */
    private static final Map<String, Map<String, SentencePattern>> KNOWN =
            Map.of("en", new ConcurrentHashMap<>(), "fr", new ConcurrentHashMap<>());

    public Sentence {
        Object[] gaps = arguments.toArray();
        for (int gap = 0; gap < gaps.length; gap++) {
            gaps[gap] = gaps[gap] instanceof Worded ? gaps[gap] : gaps[gap].toString();
        }
        arguments = List.of(gaps);
    }

    public static Sentence of(String code, Object... arguments) {
        return new Sentence(code, List.of(arguments));
    }

    /** Several, one after the other; throws {@link java.util.NoSuchElementException} for none. */
    public static Sentence listOf(List<Sentence> parts) {
        return parts.stream()
                .reduce((some, next) -> Sentence.of("common.list", some, next))
                .orElseThrow();
    }

    /** The whole sentence; numbers are not grouped, so that references and years stay as they are; amounts are. */
    @Override
    public String in(Locale language) {
        return Pieces.of(this, language);
    }

    /** Writes it to the end of a text, those within it too, so that none is copied once for each that it stands in. */
    @Override
    public void write(Pieces text, Locale language) {
        pattern(language).write(text, arguments, language);
    }

    /** The text with its gaps, in that language. */
    SentencePattern pattern(Locale language) {
        Map<String, SentencePattern> known = KNOWN.get(language.getLanguage());
        SentencePattern pattern = known == null ? null : known.get(code);
        return pattern == null ? read(language, known) : pattern;
    }

    private SentencePattern read(Locale language, @Nullable Map<String, SentencePattern> known) {
        int dot = code.indexOf('.');
        String topic = dot < 0 ? "common" : code.substring(0, dot);
        ResourceBundle texts = known == null ? texts(REPORT, language) : texts("messages/" + topic, language);
        if (known == null && !texts.containsKey(code)) {
            texts = texts("messages/" + topic, language);
        }
        if (topic.equals("field") && !texts.containsKey(code)) {
            // A field without a label of its own is named as the form or request names it; of such names there is no
            // end.
            return SentencePattern.of(Typography.set(code.substring(dot + 1), language));
        }
        SentencePattern pattern = SentencePattern.of(Typography.set(texts.getString(code), language));
        if (known != null) {
            known.put(code, pattern);
        }
        return pattern;
    }

    private static ResourceBundle texts(String bundle, Locale language) {
        return ResourceBundle.getBundle(bundle, language, Sentence.class.getClassLoader(), NO_FALLBACK);
    }
}
