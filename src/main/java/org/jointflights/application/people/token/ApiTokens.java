package org.jointflights.application.people.token;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tokens that were made and not revoked. */
public interface ApiTokens {

    /** Keeps a token, which gets its number here, under the hash of its secret. */
    void add(ApiToken token, String hash);

    /** Of one person, in the order in which they were made. */
    List<ApiToken> of(String person);

    Optional<ApiToken> find(long number);

    /** The one whose secret has that hash. */
    Optional<ApiToken> withHash(String hash);

    /** Notes that it was used on that day. */
    void used(long number, LocalDate day);

    /** Forgets it; false if somebody else has done so. */
    boolean remove(long number);
}
