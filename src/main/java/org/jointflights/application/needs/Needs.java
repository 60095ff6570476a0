package org.jointflights.application.needs;

import java.time.YearMonth;
import java.util.List;
import org.jointflights.domain.Party;
import org.jointflights.domain.needs.Need;

/** What states expect. Entries are added and never changed: of a state, month and destination the latest counts. */
public interface Needs {

    void add(Need need);

    /** Those that count from that month on, by month, destination and state; none that is withdrawn. */
    List<Need> from(YearMonth month);

    /** All that a state has entered for that month and later ones, the latest first. */
    List<Need> enteredBy(Party party, YearMonth from);

    /** All entries for earlier months. */
    void forgetBefore(YearMonth month);

    /** Flights from that month on, by departure, for each party that has not left them and each of their destinations. */
    List<NeededFlight> flightsFrom(YearMonth month);
}
