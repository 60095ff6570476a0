package org.jointflights.web.overview;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;

/** Destinations are typed, mostly as one country or two: what is called as in English is read in other languages too. */
final class Destinations {

    private static final Pattern BETWEEN = Pattern.compile(", | and ");

    /** Kosovo has a code that is used and stands in no standard. */
    private static final Map<String, String> CODES = Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK"))
            .collect(toUnmodifiableMap(code -> name(code, Locale.ENGLISH), code -> code, (first, second) -> first));

    private Destinations() {}

    /** As it was typed wherever a part of it is no country's English name. */
    static String in(Locale language, String typed) {
        if (language.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return typed;
        }
        String whole = CODES.get(typed);
        if (whole != null) {
            return name(whole, language);
        }
        List<Sentence> named = new ArrayList<>();
        for (String part : BETWEEN.splitAsStream(typed).toList()) {
            String code = CODES.get(part);
            if (code == null) {
                return typed;
            }
            named.add(Sentence.of("overview.destination", name(code, language)));
        }
        return named.size() == 2
                ? Sentence.of("overview.destination.both", named.get(0), named.get(1))
                        .in(language)
                : Sentence.listOf(named).in(language);
    }

    private static String name(String code, Locale language) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
    }
}
