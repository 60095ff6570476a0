package org.jointflights.application.operation;

import java.time.LocalDate;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.operation.GateRules;

/** The tables {@code gates} and {@code noticePeriod}: what the law of a day asks before people are flown. */
public interface GateTable {

    /** The gates of a flight of that kind on that day. */
    GateRules rulesOn(LocalDate day, FlightType kind);

    /** How many working days must lie between the service of a notice and the departure, by the law of that state. */
    int noticeDays(LocalDate day, Party party);
}
