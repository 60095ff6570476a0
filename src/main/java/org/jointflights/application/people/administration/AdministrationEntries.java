package org.jointflights.application.people.administration;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/** All that administrators ever did; entries are added and never changed. */
public interface AdministrationEntries {

    /** The number that the entry gets. */
    long add(Instant at, String actor, @Nullable String about, Sentence what);

    /** At most so many with a lower number, the newest first. */
    List<AdministrationEntry> before(long number, int most);
}
