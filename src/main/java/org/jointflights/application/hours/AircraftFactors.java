package org.jointflights.application.hours;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.hours.AircraftFactor;

/** What an hour of each aircraft type counts. None is guessed, changed or taken away. */
public interface AircraftFactors {

    /** The one that holds on a day. */
    Optional<AircraftFactor> find(String type, LocalDate day);

    /** By type, the latest day first, of those the one entered last. */
    List<AircraftFactor> all();

    void add(AircraftFactor factor);
}
