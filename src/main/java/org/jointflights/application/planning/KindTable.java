package org.jointflights.application.planning;

import java.time.LocalDate;
import java.util.Optional;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;

/** The tables {@code flightKinds} and {@code namedBasis}: which kinds of flight the law of a day knows. */
public interface KindTable {

    /**
     * A kind on a day.
     *
     * @param basis the law, as cited
     * @param toBeNamed whether whoever proposes such a flight names the legal basis as well
     */
    record Row(String basis, boolean toBeNamed) {}

    /** Nothing if there is no such kind on that day. */
    Optional<Row> on(LocalDate day, FlightType kind);

    /** Whether the party's part in a flight of that day needs a legal basis to be named. */
    boolean isToBeNamedFor(LocalDate day, Party party);
}
