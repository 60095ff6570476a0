package org.jointflights.application.costs;

import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** All exchange rates on record, at most one for a currency and month. A rate is never changed. */
public interface Rates {

    Optional<PublishedRate> find(Currency currency, YearMonth month);

    /** By currency, then month. */
    List<PublishedRate> all();

    /** Throws {@link org.jointflights.domain.Conflict} if there is one for that currency and month. */
    void add(PublishedRate rate);
}
