package org.jointflights.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A date in a sentence, as people write it in their language. */
public record Day(LocalDate date) implements Worded {

    @Override
    public String in(Locale language) {
        return switch (language.getLanguage()) {
            case "en", "fr" ->
                DateTimeFormatter.ofPattern("d MMM uuuu", language).format(date);
            // Others put the parts in another order, or signs between them.
            default ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(language)
                        .format(date);
        };
    }
}
