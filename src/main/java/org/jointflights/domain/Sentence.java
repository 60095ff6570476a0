package org.jointflights.domain;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A text for people that is written down once per language: a key of the bundles {@code messages/<topic>.properties},
 * the topic being the key's first word, and the values that fill its gaps: texts, and what each language words itself.
 */
public record Sentence(String code, List<Object> arguments) implements Worded {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Sentence {
        arguments = arguments.stream()
                .map(gap -> gap instanceof Worded ? gap : gap.toString())
                .toList();
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
        Object[] gaps = arguments.stream()
                .map(gap -> gap instanceof Worded inner ? inner.in(language) : gap.toString())
                .toArray();
        return new MessageFormat(Typography.set(pattern(language), language), language).format(gaps);
    }

    private String pattern(Locale language) {
        int dot = code.indexOf('.');
        String topic = dot < 0 ? "common" : code.substring(0, dot);
        ResourceBundle texts =
                ResourceBundle.getBundle("messages/" + topic, language, Sentence.class.getClassLoader(), NO_FALLBACK);
        // A field without a label of its own is named as the form or request names it.
        return topic.equals("field") && !texts.containsKey(code) ? code.substring(dot + 1) : texts.getString(code);
    }
}
