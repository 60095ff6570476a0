package org.jointflights.domain.notice;

import java.util.List;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Sentence;

/** How somebody wants to get notices that are not about safety. */
public enum MailManner {
    /** A mail for each. */
    AT_ONCE,
    /** One mail a day with all of them. */
    DIGEST,
    /** No mail: they are read on the page. */
    PAGE;

    /** The manner of that name, as a form sends it. */
    public static MailManner named(String typed) {
        return Stream.of(values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> BadInput.of("manner", typed, "common.choice", List.of(values())));
    }

    /** What it is called. */
    public Sentence words() {
        return Sentence.of("notice.manner." + name());
    }
}
