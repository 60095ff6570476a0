package org.jointflights.application.people.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token beside the hash of its secret.
 *
 * @param person in whose name it acts, by sign-in name
 * @param passwordVersion which password the person had when it was made; it ends with that one
 * @param expires the last day on which it works, in UTC
 * @param lastUsed the last day on which it did, or nothing
 */
public record ApiToken(
        long number,
        String person,
        String name,
        Set<TokenScope> scopes,
        int passwordVersion,
        Instant made,
        LocalDate expires,
        @Nullable LocalDate lastUsed) {

    public ApiToken {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /** Whether it has expired on that day. */
    public boolean isOver(LocalDate today) {
        return today.isAfter(expires);
    }
}
