package org.jointflights.process.engine;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.Worded;
import org.jspecify.annotations.Nullable;

/**
 * What a form shows with emphasis and lists of ours, in which every value stays text. Tasklist takes a text of a form for
 * Markdown, and HTML in it for HTML: a name could hide a total. So the pattern is a sentence of ours, whose key the compiler
 * holds to be a constant, and there is no other way for a value to get in than through the escape.
 */
public final class Markdown {

    /**
     * Signs that have a meaning somewhere, and whatever is not seen. A full stop, colon, slash or hyphen has none inside a
     * word, but for the one after “www”; a reference or an amount so stays legible in the engine.
     */
    private static final Pattern SYNTAX = Pattern.compile("[\\p{ASCII}&&[^\\p{Alnum} ,;'%?./:-]]"
            + "|[\\p{C}\\p{Zl}\\p{Zp}]"
            + "|(?<![\\p{L}\\p{N}])[./:-]|[./:-](?![\\p{L}\\p{N}])"
            + "|(?<=[wW]{3})\\.");

    private final String source;

    private Markdown(String source) {
        this.source = source;
    }

    /** The sentence of that key, which is Markdown, with values for its gaps; one that is Markdown stays so. */
    public static Markdown of(@CompileTimeConstant String code, @Nullable Object... values) {
        Object[] gaps = Stream.of(values).map(Markdown::source).toArray();
        return new Markdown(FormLanguage.say(code, gaps));
    }

    /** Nothing, where a form has a place for something. */
    public static Markdown nothing() {
        return new Markdown("");
    }

    /** The values as a list, each on a line of its own. */
    public static Markdown list(Collection<?> values) {
        return new Markdown(values.stream().map(value -> "- " + source(value)).collect(Collectors.joining("\n")));
    }

    /** What Tasklist is given to show that value. */
    static String source(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Markdown markdown) {
            return markdown.source;
        }
        return escaped(value instanceof Worded words ? FormLanguage.say(words) : value.toString());
    }

    /** As a number between {@code &#} and a semicolon a sign is shown and never obeyed, by Markdown and HTML alike. */
    private static String escaped(String text) {
        return SYNTAX.matcher(text.strip())
                .replaceAll(sign -> "&#" + sign.group().codePointAt(0) + ";");
    }

    /** The source, as Tasklist is given it. */
    @Override
    public String toString() {
        return source;
    }
}
