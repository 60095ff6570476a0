package org.jointflights.application.flight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;

/** Seats in words, for tables that people read. */
public final class SeatWords {

    private SeatWords() {}

    /** {@code 39 (escorts 38, interpreters 1)}: everybody who is not returned, and what they are. */
    public static String staff(Seats seats, Locale language) {
        List<String> kinds = new ArrayList<>();
        name(kinds, "escorts", seats.escorts(), language);
        name(kinds, "medical", seats.medical(), language);
        name(kinds, "interpreters", seats.interpreters(), language);
        name(kinds, "monitors", seats.monitors(), language);
        name(kinds, "others", seats.others(), language);
        return kinds.isEmpty() ? "0" : seats.staff() + " (" + String.join(", ", kinds) + ")";
    }

    private static void name(List<String> kinds, String kind, int count, Locale language) {
        if (count > 0) {
            kinds.add(Sentence.of("field." + kind).in(language).toLowerCase(language) + " " + count);
        }
    }
}
