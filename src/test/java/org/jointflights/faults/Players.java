package org.jointflights.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jointflights.faults.Person.Acknowledged;
import org.jointflights.faults.Person.Open;
import org.jointflights.faults.Typed.Start;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The example's people, who play whole flights from proposal to the last payment over HTTP, several at once. What is open they are
 * told by the database, so that no node is asked in vain.
 */
final class Players {

    private static final long PAUSE = 20_000_000;

    private record Turn(Person person, Open task) {}

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> proposed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Set<String> inHand = new HashSet<>();
    private final List<Future<?>> working = new ArrayList<>();
    private final JdbcClient database;
    private final LocalDateTime departure;
    private final int flightsAtOnce;
    private final Random random;
    private ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean stopped;

    Players(JdbcClient database, LocalDateTime departure, int flightsAtOnce, long seed) {
        this.database = database;
        this.departure = departure;
        this.flightsAtOnce = flightsAtOnce;
        this.random = new Random(seed);
    }

    void signIn(int port) {
        Stream.of(Start.values())
                .flatMap(start -> start.people().stream())
                .forEach(name -> people.computeIfAbsent(name, one -> Person.signedIn(port, one)));
    }

    /** So many of them at once, each request to one of the ports. */
    void start(int atOnce, IntSupplier ports) {
        people.values().forEach(person -> person.ledTo(ports));
        stopped = false;
        threads = Executors.newFixedThreadPool(atOnce);
        for (int i = 0; i < atOnce; i++) {
            working.add(threads.submit(this::play));
        }
        threads.shutdown();
    }

    void stop() throws InterruptedException, ExecutionException {
        stopped = true;
        for (Future<?> each : working) {
            each.get();
        }
        working.clear();
    }

    /** What they were told is done. */
    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    int acts() {
        return acknowledged.size();
    }

    /** The flights of which they were told that they are proposed. */
    List<String> proposed() {
        return List.copyOf(proposed);
    }

    /** How many requests were answered by nobody. */
    int brokenOff() {
        return brokenOff.get();
    }

    /** By task, what those were told last whose act was not taken. */
    Map<String, String> refusals() {
        return refusals;
    }

    private void play() {
        while (!stopped) {
            Optional<Turn> turn = turn();
            if (turn.isEmpty()) {
                LockSupport.parkNanos(PAUSE);
                continue;
            }
            Open task = turn.get().task();
            try {
                take(turn.get().person(), task);
            } catch (AssertionError gone) {
                // Whoever waited does not know whether it was done, and looks again.
                brokenOff.incrementAndGet();
                LockSupport.parkNanos(5 * PAUSE);
            } finally {
                synchronized (inHand) {
                    inHand.remove(task.id());
                    inHand.remove(turn.get().person().name());
                }
            }
        }
    }

    private void take(Person person, Open task) {
        if (task.id().isEmpty()) {
            proposed.add(person.proposes(Kills.proposal("BE, GB", departure)));
            return;
        }
        JsonNode shown = person.shown(task);
        if (!Typed.isForThem(person.name(), shown)) {
            return; // the colleague's
        }
        HttpResponse<String> told = person.completes(task, departure.toLocalDate(), shown);
        if (told.statusCode() == 204) {
            acknowledged.add(new Acknowledged(task.id(), person.name()));
        } else {
            refusals.put(task.task(), person.name() + " " + told.statusCode() + " " + told.body());
        }
    }

    /** Somebody who does nothing yet, and a task of theirs; no task where a flight is to be proposed. */
    private Optional<Turn> turn() {
        synchronized (inHand) {
            // Nobody can wait thirty days here: the term of what was typed is over as soon as it begins.
            database.sql("update act_ru_job set duedate_ = create_time_ "
                            + "where handler_cfg_ = 'event_termOver' and duedate_ > create_time_")
                    .update();
            long open = database.sql("select count(*) from flight where stage <> 'CLOSED'")
                    .query(Long.class)
                    .single();
            if (open < flightsAtOnce && inHand.add("")) {
                inHand.add("frcoordinator");
                return Optional.of(new Turn(people.get("frcoordinator"), new Open("", "", "")));
            }
            List<Turn> possible = new ArrayList<>();
            database.sql("select t.id, t.task, coalesce(t.claimed_by, ''), lower(g.group_id) from open_task t "
                            + "join open_task_group g on g.id = t.id")
                    .query((row, number) -> {
                        Open task = new Open(row.getString(1), row.getString(2), row.getString(3));
                        String group = row.getString(4);
                        if (!inHand.contains(task.id())) {
                            people.values().stream()
                                    .filter(person -> person.name().startsWith(group)
                                            && Typed.isFor(person.name(), task.task())
                                            && !inHand.contains(person.name()))
                                    .forEach(person -> possible.add(new Turn(person, task)));
                        }
                        return number;
                    })
                    .list();
            if (possible.isEmpty()) {
                return Optional.empty();
            }
            Turn turn = possible.get(random.nextInt(possible.size()));
            inHand.add(turn.task().id());
            inHand.add(turn.person().name());
            return Optional.of(turn);
        }
    }
}
