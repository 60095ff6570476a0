package org.jointflights.application.choices;

import java.util.Locale;
import java.util.stream.Stream;
import org.jointflights.domain.Unknown;

/** What a field asks for. */
public enum ChoiceKind {
    /** The airports that routes may name. */
    AIRPORTS,
    /** Every state there is. */
    STATES,
    /** Those who take part here, and Frontex. */
    PARTIES,
    /** The states that take part here: whom an offer may go to. */
    MEMBERS,
    /** Those in whose name whoever asks proposes flights. */
    OWN,
    /** The currencies that amounts are entered in. */
    CURRENCIES;

    /** The kind that an address calls so; throws {@link Unknown} for any other name. */
    public static ChoiceKind named(String name) {
        return Stream.of(values())
                .filter(kind -> kind.path().equals(name))
                .findFirst()
                .orElseThrow(() -> Unknown.of("choices.unknown"));
    }

    /** As addresses and fields call it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
