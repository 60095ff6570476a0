package org.jointflights.faults;

import java.util.concurrent.Callable;

/**
 * Keeps two who compete neck and neck: whoever was faster begins a little later the next time, so that both ways of ending
 * are seen, and the moment in between.
 */
final class Handicap {

    private static final long SMALLEST_STEP = 200_000;

    private long step = 16_000_000;
    private long firstWaits;
    private boolean wonByFirst;

    Callable<Told> first(Callable<Told> runner) {
        return later(firstWaits, runner);
    }

    Callable<Told> second(Callable<Told> runner) {
        return later(-firstWaits, runner);
    }

    void won(boolean first) {
        if (first != wonByFirst) {
            step = Math.max(step / 2, SMALLEST_STEP);
        }
        wonByFirst = first;
        firstWaits += first ? step : -step;
    }

    private static Callable<Told> later(long nanos, Callable<Told> runner) {
        return () -> {
            long begin = System.nanoTime() + nanos;
            while (System.nanoTime() < begin) {
                Thread.onSpinWait();
            }
            return runner.call();
        };
    }
}
