package org.jointflights.application.recovery;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.recovery.ReferenceRate;

/** The reference rates on record, at most one for a month. A rate is never changed, and none is guessed from another month. */
public interface ReferenceRates {

    Optional<ReferenceRate> find(YearMonth month);

    /** The newest month first. */
    List<ReferenceRate> all();

    /** Throws {@link org.jointflights.domain.Conflict} if there is one for that month. */
    void add(ReferenceRate rate, String enteredBy, Instant at);
}
