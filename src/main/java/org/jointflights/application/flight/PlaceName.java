package org.jointflights.application.flight;

import java.util.Locale;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;

/** An airport as people read it: its city and its code, “Vienna (VIE)”; the code alone where the list has no city. */
public record PlaceName(String code) implements Worded {

    @Override
    public String in(Locale language) {
        String city = AirportNames.cityOf(code, language);
        return city.equals(code)
                ? code
                : Sentence.of("common.place", city, code).in(language);
    }
}
