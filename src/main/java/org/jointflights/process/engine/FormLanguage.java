package org.jointflights.process.engine;

import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;

/**
 * The language in which forms speak: one for everybody, because what a form shows is filled in before anybody opens it. No
 * other class of this layer names a language.
 */
public final class FormLanguage {

    public static final Locale LANGUAGE = Locale.ENGLISH;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", LANGUAGE);

    private FormLanguage() {}

    /** The sentence of that key, its gaps filled. */
    public static String say(String code, Object... gaps) {
        return say(Sentence.of(code, gaps));
    }

    public static String say(Worded words) {
        return words.in(LANGUAGE);
    }

    /** The party's name. */
    public static String name(Party party) {
        return party.name(LANGUAGE);
    }

    /** A moment on the clock of its place, with that place's zone. */
    public static String moment(ZonedDateTime moment) {
        return MOMENT.format(moment) + " (" + moment.getZone().getId() + ")";
    }

    /** A figure with its thousands set apart. */
    public static String grouped(long figure) {
        return NumberFormat.getIntegerInstance(LANGUAGE).format(figure);
    }
}
