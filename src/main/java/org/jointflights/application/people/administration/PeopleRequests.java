package org.jointflights.application.people.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.people.administration.PeopleRequest.Decided;

/** What waits, or has waited, for a second administrator. */
public interface PeopleRequests {

    PeopleRequest add(PeopleChange change, String askedBy, Instant askedAt);

    Optional<PeopleRequest> find(long number);

    /** Those asked after that moment that nobody has decided, the oldest first. */
    List<PeopleRequest> undecidedSince(Instant moment);

    /** False if somebody has decided it meanwhile: then nothing is changed. */
    boolean decide(long number, Decided decided);
}
