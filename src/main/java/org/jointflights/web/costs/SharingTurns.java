package org.jointflights.web.costs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jointflights.domain.Busy;
import org.jointflights.domain.TooOften;
import org.springframework.stereotype.Component;

/**
 * Divides costs for as many people at once as there are processors, and for each person one input at a time, in the order of
 * asking: nobody keeps others from theirs.
 */
@Component
public final class SharingTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The page asks once for each change of a figure; the rest is for programs. */
    private static final int MOST_WAITING = 16;

    private final Semaphore processors;
    private final Duration patience;
    private final int mostWaiting;
    private final Map<String, Line> lines = new HashMap<>();

    /** One person's: whose turn it is, and how many are in it. */
    private static final class Line {
        private final Semaphore turn = new Semaphore(1, true);
        private int length;
    }

    SharingTurns() {
        this(Runtime.getRuntime().availableProcessors(), PATIENCE, MOST_WAITING);
    }

    SharingTurns(int atOnce, Duration patience, int mostWaiting) {
        this.processors = new Semaphore(atOnce, true);
        this.patience = patience;
        this.mostWaiting = mostWaiting;
    }

    /**
     * What the work gives, once it is the person's turn. Throws {@link TooOften} if they wait for too many already, and
     * {@link Busy} if their turn does not come.
     */
    public <T> T inTurn(String person, Supplier<T> work) {
        Line line = join(person);
        try {
            return afterTurn(line.turn, () -> afterTurn(processors, work));
        } finally {
            leave(person, line);
        }
    }

    private synchronized Line join(String person) {
        Line line = lines.computeIfAbsent(person, first -> new Line());
        if (line.length == mostWaiting) {
            throw TooOften.of(patience, "costs.preview.tooMany");
        }
        line.length++;
        return line;
    }

    private synchronized void leave(String person, Line line) {
        line.length--;
        if (line.length == 0) {
            lines.remove(person);
        }
    }

    private <T> T afterTurn(Semaphore turn, Supplier<T> work) {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Busy.of(patience, "costs.preview.busy");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Busy.of(patience, "costs.preview.busy");
        }
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }
}
