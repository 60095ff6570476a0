package org.jointflights.application.people;

import java.util.Locale;
import java.util.Optional;

/** Which language everybody has chosen, whatever computer they sit at. */
public interface PersonLanguages {

    /** Nothing for whoever has chosen none. */
    Optional<Locale> of(String person);

    /** Keeps the choice in place of the one before. */
    void keep(String person, Locale language);
}
