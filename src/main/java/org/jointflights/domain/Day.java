package org.jointflights.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date in a sentence, as people write it in their language. */
public record Day(LocalDate date) implements Worded {

    @Override
    public String in(Locale language) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", language).format(date);
    }
}
