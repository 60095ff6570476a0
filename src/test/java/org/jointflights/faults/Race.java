package org.jointflights.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several who begin at the same moment. */
final class Race {

    private Race() {}

    static List<Told> between(Callable<Told> one, Callable<Told> other)
            throws ExecutionException, InterruptedException {
        return between(List.of(one, other));
    }

    /** Lets all begin at once; what each was told, in their order. */
    static List<Told> between(List<Callable<Told>> runners) throws ExecutionException, InterruptedException {
        CyclicBarrier start = new CyclicBarrier(runners.size());
        ExecutorService threads = Executors.newFixedThreadPool(runners.size());
        try {
            List<Future<Told>> running = new ArrayList<>();
            for (Callable<Told> runner : runners) {
                running.add(threads.submit(() -> {
                    start.await();
                    return runner.call();
                }));
            }
            List<Told> told = new ArrayList<>();
            for (Future<Told> one : running) {
                told.add(one.get());
            }
            return told;
        } finally {
            threads.shutdown();
        }
    }
}
