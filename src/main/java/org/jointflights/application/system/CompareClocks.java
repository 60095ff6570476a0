package org.jointflights.application.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Compares this node's clock with the database's, which all nodes share. By a clock that is minutes ahead, deadlines would pass for
 * people who still have time, and what another node is doing would be taken from it.
 */
@Service
public class CompareClocks {

    private static final Logger LOG = LoggerFactory.getLogger(CompareClocks.class);

    /** Clocks that are set by the network differ by milliseconds. */
    private static final Duration MOST = Duration.ofSeconds(60);

    /** An answer that took longer says too little about now. */
    private static final Duration EXACT_ENOUGH = Duration.ofSeconds(10);

    private final DatabaseTimes database;
    private final Clock clock;
    private volatile @Nullable Duration ahead;

    public CompareClocks(DatabaseTimes database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Looks anew; what it finds holds until it is asked the next time. */
    public void compare() {
        Instant asked = clock.instant();
        Instant answer = database.now();
        Duration took = Duration.between(asked, clock.instant());
        if (took.isNegative() || took.compareTo(EXACT_ENOUGH) > 0) {
            return;
        }
        Duration found = Duration.between(answer, asked.plus(took.dividedBy(2)));
        boolean before = ahead != null && isWrong(ahead);
        ahead = found;
        if (isWrong(found) && !before) {
            LOG.error(
                    "The clock of this node differs by {} seconds from the database's (below nought it is behind). Until it is put right"
                            + " this node takes no automatic steps.",
                    found.toSeconds());
        } else if (before && !isWrong(found)) {
            LOG.info("The clock of this node is right again; it takes automatic steps again.");
        }
    }

    /** By how much it is ahead of the database's, below nought if it is behind. */
    public Duration ahead() {
        Duration known = ahead;
        if (known == null) {
            compare();
            known = ahead;
        }
        return known == null ? Duration.ZERO : known;
    }

    /** Whether it differs by more than a minute. */
    public boolean isWrong() {
        return isWrong(ahead());
    }

    /** Now, by the database's clock. */
    public Instant now() {
        return clock.instant().minus(ahead());
    }

    static boolean isWrong(Duration ahead) {
        return ahead.abs().compareTo(MOST) > 0;
    }
}
