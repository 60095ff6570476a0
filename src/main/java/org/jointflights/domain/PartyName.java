package org.jointflights.domain;

import java.util.Locale;

/** A party in a sentence that names it in full. */
public record PartyName(Party party) implements Worded {

    @Override
    public String in(Locale language) {
        return party.name(language);
    }
}
