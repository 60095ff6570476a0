package org.jointflights.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a language sets its signs. The bundles are written with ordinary spaces. */
public final class Typography {

    private static final String NO_BREAK = "\u00a0";

    private static final Pattern FRENCH = Pattern.compile(" (?=[:;!?»%])|(?<=«) ");

    private Typography() {}

    /** A text of a bundle: in French no line ends before a colon, or begins with any other sign that takes a space. */
    public static String set(String text, Locale language) {
        return language.getLanguage().equals("fr") ? FRENCH.matcher(text).replaceAll(NO_BREAK) : text;
    }
}
