package org.jointflights.application.hours;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.hours.HoursExchange;
import org.jointflights.domain.hours.HoursMovement;

/** Flights exchanged in flying hours, and what of them is posted. Nothing is changed or taken away. */
public interface HoursExchanges {

    /** The newest first. */
    List<HoursExchange> all();

    /** Of one flight, the oldest first. */
    List<HoursExchange> of(OperationReference reference);

    /** Throws {@link org.jointflights.domain.Unknown} if there is none. */
    HoursExchange get(long id);

    /** Until this is over nobody else writes about the hours or the aircraft of the flight. */
    void hold(OperationReference reference);

    /** Its number. Throws {@link org.jointflights.domain.Conflict} if another was entered meanwhile. */
    long add(HoursExchange exchange);

    void answered(long id, HoursExchange.Answer answer);

    void withdrawn(long id, HoursExchange.Withdrawal withdrawal);

    /** Its postings, into the year (UTC) of that moment. */
    void posted(HoursExchange exchange, Instant at);

    /** All that is posted, by year, party and side. */
    List<HoursMovement> movements();
}
