package org.jointflights.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jointflights.faults.Person.Acknowledged;
import org.jointflights.faults.Person.Open;

/** Several people in front of Tasklist, each doing one task after the other until the machine is gone or they are stopped. */
final class Workers {

    /** Whoever finds nothing looks again after a pause that doubles. */
    private static final long SHORTEST_PAUSE = 20_000_000;

    private static final long LONGEST_PAUSE = 16 * SHORTEST_PAUSE;

    /** What they do: tasks of these flights, up to that part of their life. */
    record Work(List<String> flights, Typed.Start until, LocalDate departure) {}

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<Typed.Start, Integer> acts = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final List<Future<String>> working = new ArrayList<>();
    private final Work work;
    private final ExecutorService threads;
    private volatile long lastAct = System.nanoTime();
    private volatile boolean stopped;

    private Workers(int people, Work work) {
        this.work = work;
        this.threads = Executors.newFixedThreadPool(people);
    }

    static Workers start(Collection<Person> people, Work work) {
        Workers workers = new Workers(people.size(), work);
        people.forEach(person -> workers.working.add(workers.threads.submit(() -> {
            workers.work(person);
            return person.name();
        })));
        workers.threads.shutdown();
        return workers;
    }

    /** Whether somebody has been told that a task is done; none if there is nothing left to do. */
    boolean awaitFirst(Duration patience) throws InterruptedException {
        return first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        stopped = true;
    }

    /** Stops them once nobody has done anything for so long. */
    void stopWhenQuiet(Duration quiet) {
        while (!areQuiet(quiet)) {
            LockSupport.parkNanos(quiet.toNanos() / 10);
        }
        stopped = true;
    }

    /** What was acknowledged so far. */
    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Whether nobody has done anything for so long. */
    boolean areQuiet(Duration quiet) {
        return System.nanoTime() - lastAct > quiet.toNanos();
    }

    /** What was acknowledged, once all have noticed that nobody answers any more, or that they are stopped. */
    List<Acknowledged> awaitEnd() throws InterruptedException, ExecutionException {
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new AssertionError("somebody still waits for an answer");
        }
        for (Future<String> each : working) {
            each.get();
        }
        return List.copyOf(acknowledged);
    }

    /** How many, by the part of a flight's life. */
    Map<Typed.Start, Integer> acts() {
        return acts;
    }

    /** By task, what those were told whose act was not taken. */
    Map<String, String> refusals() {
        return refusals;
    }

    private void work(Person person) {
        Set<String> leftAlone = new HashSet<>();
        Random random = new Random(person.name().hashCode());
        long pause = SHORTEST_PAUSE;
        try {
            while (!stopped) {
                String flight = work.flights().get(random.nextInt(work.flights().size()));
                boolean done = false;
                for (Open task : person.tasks(flight)) {
                    if (Typed.start(task.task()).compareTo(work.until()) <= 0 && !leftAlone.contains(task.id())) {
                        done = true;
                        act(person, task, leftAlone);
                        break;
                    }
                }
                if (!done) {
                    LockSupport.parkNanos(pause);
                }
                pause = done ? SHORTEST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
            }
        } catch (AssertionError gone) {
            // The machine answers nobody any more: whoever waited does not know whether it was done.
            return;
        }
    }

    private void act(Person person, Open task, Set<String> leftAlone) {
        JsonNode shown = person.shown(task);
        if (!Typed.isForThem(person.name(), shown)) {
            return; // the colleague's
        }
        var told = person.completes(task, work.departure(), shown);
        if (told.statusCode() == 204) {
            acknowledged.add(new Acknowledged(task.id(), person.name()));
            acts.merge(Typed.start(task.task()), 1, Integer::sum);
            lastAct = System.nanoTime();
            first.countDown();
        } else {
            leftAlone.add(task.id());
            refusals.put(task.task(), person.name() + " " + told.statusCode() + " " + told.body());
        }
    }
}
