package org.jointflights.application.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jointflights.application.people.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps when everybody was here last, so that they are told what has changed since. Who comes back within half an hour has not been
 * away: until then the same is told.
 */
@Service
public class RecordVisit {

    static final Duration AWAY = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(RecordVisit.class);

    private final DeskVisits visits;
    private final CurrentUser user;
    private final TransactionOperations transaction;
    private final Clock clock;

    RecordVisit(DeskVisits visits, CurrentUser user, TransactionOperations transaction, Clock clock) {
        this.visits = visits;
        this.user = user;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Since when something is new to the reader.
     *
     * @param first whether they have not been here before this visit
     */
    public record Since(Instant at, boolean first) {}

    /** Whoever is signed in looks at the first page now. */
    public Since visit() {
        String person = user.account();
        Instant now = clock.instant();
        DeskVisits.Visit known = visits.of(person).orElse(null);
        Instant before = known == null ? null : before(known, now);
        keep(person, new DeskVisits.Visit(before, now));
        return before == null ? new Since(now.minus(ReadNews.FIRST), true) : new Since(before, false);
    }

    private static @Nullable Instant before(DeskVisits.Visit known, Instant now) {
        boolean back = Duration.between(known.last(), now).compareTo(AWAY) > 0;
        return back ? known.last() : known.before();
    }

    /** Two windows at once keep the same; that one of them fails is nothing to stop a page for. */
    private void keep(String person, DeskVisits.Visit visit) {
        try {
            transaction.executeWithoutResult(status -> visits.keep(person, visit));
        } catch (DataAccessException failed) {
            LOG.debug("The visit could not be kept.", failed);
        }
    }
}
