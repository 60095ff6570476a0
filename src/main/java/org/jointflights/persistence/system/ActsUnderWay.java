package org.jointflights.persistence.system;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jointflights.domain.Conflict;
import org.springframework.stereotype.Component;

/**
 * Counts the transactions that run, so that a copy of H2's file is made while there is none: H2 writes its tables' pages one after
 * the other, and a copy of that moment may have one half of an act.
 */
@Component
public class ActsUnderWay {

    private static final int ALL = 1_000_000;

    /** First come, first served: who wants to be alone is not overtaken for ever. */
    private final Semaphore places = new Semaphore(ALL, true);

    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    /** A transaction begins; it waits while somebody is alone. One within another of the same thread does not. */
    public void begin() {
        if (depth.get() == 0) {
            places.acquireUninterruptibly();
        }
        depth.set(depth.get() + 1);
    }

    /** It has ended, whichever way. */
    public void end() {
        int left = depth.get() - 1;
        if (left == 0) {
            depth.remove();
            places.release();
        } else {
            depth.set(left);
        }
    }

    /**
     * Runs this once no transaction but those of this thread runs, and lets none begin meanwhile. Throws {@link Conflict}, and runs
     * nothing, if others take longer than that.
     */
    void alone(Duration longest, Runnable work) {
        int others = depth.get() == 0 ? ALL : ALL - 1;
        if (!isFree(others, longest)) {
            throw Conflict.of("system.backup.busy", Long.toString(longest.toSeconds()));
        }
        try {
            work.run();
        } finally {
            places.release(others);
        }
    }

    private boolean isFree(int others, Duration longest) {
        try {
            return places.tryAcquire(others, longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
