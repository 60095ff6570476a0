package org.jointflights.web.settlement;

import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.settlement.FinalShare;

/** Says in one language what the report on rounding holds. */
record RoundingWording(Locale language) {

    public String party(Party party) {
        return party.name(language);
    }

    public String cents(BigFraction fraction) {
        return FinalShare.fraction(fraction);
    }
}
