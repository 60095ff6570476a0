package org.jointflights.process.engine;

import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The language in which forms speak. What a form shows is filled in before anybody opens it, so it is filled in once for each
 * language, and who opens it reads their own. What has one text for everybody is in English. No other class of this layer
 * names a language.
 */
public final class FormLanguage {

    /** The one in which the files of the forms are written, and which stands wherever another has no text. */
    static final Locale OF_FILES = Locale.ENGLISH;

    /** Those into which what forms show and ask is translated. */
    public static final List<Locale> OTHERS = List.of(Locale.FRENCH);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu");

    private static final ThreadLocal<Locale> SPOKEN = ThreadLocal.withInitial(() -> OF_FILES);

    private FormLanguage() {}

    /** The one in which a form is being filled in. */
    public static Locale spoken() {
        return SPOKEN.get();
    }

    /** The one of whoever asks over HTTP; that of the files where nobody does, or for a language that no form speaks. */
    static Locale ofReader() {
        Locale asked = LocaleContextHolder.getLocale();
        return OTHERS.stream()
                .filter(other -> other.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(OF_FILES);
    }

    /** Fills in once in each language. */
    static void inEach(Runnable fill) {
        fill.run();
        for (Locale other : OTHERS) {
            in(other, () -> {
                fill.run();
                return other;
            });
        }
    }

    /** What is said while that language is spoken. */
    public static <T> T in(Locale language, Supplier<T> say) {
        SPOKEN.set(language);
        try {
            return say.get();
        } finally {
            SPOKEN.remove();
        }
    }

    /** The sentence of that key, its gaps filled. */
    public static String say(String code, Object... gaps) {
        return say(Sentence.of(code, gaps));
    }

    public static String say(Worded words) {
        return words.in(spoken());
    }

    /** The party's name. */
    public static String name(Party party) {
        return party.name(spoken());
    }

    /** The city of an airport and its code. */
    public static String place(String airport) {
        return say(new PlaceName(airport));
    }

    /** A moment on the clock of its place, with that place's zone. */
    public static String moment(ZonedDateTime moment) {
        return MOMENT.withLocale(spoken()).format(moment) + " ("
                + moment.getZone().getId() + ")";
    }

    /** A month by its name, with its year. */
    public static String month(YearMonth month) {
        return MONTH.withLocale(spoken()).format(month);
    }

    /** What a language is called, of which two letters are kept. */
    public static String nameOfLanguage(String letters) {
        return Locale.forLanguageTag(letters).getDisplayLanguage(spoken());
    }

    /** A figure with its thousands set apart. */
    public static String grouped(long figure) {
        return NumberFormat.getIntegerInstance(spoken()).format(figure);
    }
}
