package org.jointflights.application.start;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jointflights.domain.Sentence;

/** The application does not start like this: every reason there is, each with what would be right. */
public final class StartRefused extends RuntimeException {

    /** For the log of the one who starts it, which is in English. */
    public StartRefused(List<Sentence> reasons) {
        super(reasons.stream()
                .map(reason -> "\n  - " + reason.in(Locale.ENGLISH))
                .collect(Collectors.joining("", Sentence.of("start.refused").in(Locale.ENGLISH), "")));
    }
}
