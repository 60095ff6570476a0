package org.jointflights.application.people;

import java.time.Instant;
import java.util.Collection;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * Who reads about one flight.
 *
 * @param readsAccounts whether its accounts are open to the reader
 * @param leftAt when the last of the reader's parties withdrew from it; nothing while one is in, or if it never was
 */
public record Reader(
        Viewer viewer, boolean readsAccounts, @Nullable Instant leftAt) {

    /** Whether what happened then, and is of these parties, may be told. */
    public boolean mayRead(Audience audience, Instant at, Collection<Party> parties) {
        boolean own = parties.stream().anyMatch(viewer.parties()::contains);
        if (own || (viewer.all() && audience != Audience.OVERSIGHT)) {
            return true;
        }
        return switch (audience) {
            case FLIGHT -> knewAt(at);
            case COSTS -> knewAt(at) || readsAccounts;
            case ACCOUNTS -> readsAccounts;
            case PARTY -> false;
            case OVERSIGHT -> viewer.readsReports();
        };
    }

    /** Whether a party of the reader was still in the flight then. */
    public boolean knewAt(Instant at) {
        return leftAt == null || !at.isAfter(leftAt);
    }
}
