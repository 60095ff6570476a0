package org.jointflights.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;

/** One flight, done by the script on one side, with what it took. Looking for the next task or job is not part of that. */
final class FlownScript {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Side side;
    private final Engine engine;
    private final boolean counting;
    private final List<CountedStatements.@Nullable Sent> sent = new ArrayList<>();
    private String reference = "";
    private long nanos;
    private long processor;
    private Map<String, Integer> walked = Map.of();

    private FlownScript(Side side, boolean counting) {
        this.side = side;
        this.engine = side.engine();
        this.counting = counting;
    }

    /** Does every step once. What is counted is not to be timed: counting takes its own time. */
    static FlownScript on(Side side, List<Step> script, Consumer<Instant> clock, boolean counting) {
        FlownScript flown = new FlownScript(side, counting);
        for (int i = 0; i < script.size(); i++) {
            try {
                flown.step(i, script.get(i), clock);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "%s, step %d, %s of %s".formatted(side.name(), i, script.get(i), flown.reference), e);
            }
        }
        side.ended();
        flown.walked = flown.engine.walked(flown.reference);
        return flown;
    }

    private void step(int number, Step step, Consumer<Instant> clock) {
        ProcessEngine services = engine.services();
        side.at(number);
        if (step instanceof Step.Passed passed) {
            clock.accept(passed.until());
            sent.add(null);
        } else if (step instanceof Step.Started started) {
            engine.as(started.user(), started.groups(), () -> measured(() -> reference = side.start(started.typed())));
        } else if (step instanceof Step.Completed completed) {
            String task = engine.taskAt(completed.place(), reference);
            Map<String, Object> typed = side.typed(completed, task, reference);
            engine.as(completed.user(), completed.groups(), () -> measured(() -> {
                services.getTaskService().claim(task, completed.user());
                services.getFormService().submitTaskForm(task, typed);
            }));
        } else if (step instanceof Step.Executed executed) {
            String job = engine.jobAt(executed.place(), reference);
            measured(() -> services.getManagementService().executeJob(job));
        }
    }

    private void measured(Runnable act) {
        if (counting) {
            sent.add(CountedStatements.during(act));
            return;
        }
        long processorBefore = THREADS.getCurrentThreadCpuTime();
        long before = System.nanoTime();
        act.run();
        nanos += System.nanoTime() - before;
        processor += THREADS.getCurrentThreadCpuTime() - processorBefore;
    }

    String reference() {
        return reference;
    }

    long nanos() {
        return nanos;
    }

    long processorNanos() {
        return processor;
    }

    /** By step; nothing for those that are no acts. */
    List<CountedStatements.@Nullable Sent> sent() {
        return sent;
    }

    Map<String, Integer> walked() {
        return walked;
    }
}
