package org.jointflights.application.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.deadlines.TaskClock;
import org.jspecify.annotations.Nullable;

/** Open tasks without a database. */
public final class InMemoryOpenTasks implements OpenTasks {

    private final Map<OperationReference, List<WaitingTask>> tasks = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    @Override
    public void opened(OperationReference reference, WaitingTask task, TaskClock clock) {
        List<WaitingTask> open = tasks.computeIfAbsent(reference, first -> new ArrayList<>());
        open.add(task);
        open.sort(Comparator.comparing(WaitingTask::since).thenComparing(WaitingTask::id));
    }

    @Override
    public void claimed(String id, @Nullable String by) {
        tasks.values().forEach(open -> open.replaceAll(task -> task.id().equals(id) ? claimed(task, by) : task));
    }

    @Override
    public void dueAnew(String id, @Nullable Instant due, TaskClock clock) {
        tasks.values().forEach(open -> open.replaceAll(task -> task.id().equals(id) ? due(task, due) : task));
    }

    @Override
    public void closed(String id, Instant now) {
        tasks.values().forEach(open -> open.removeIf(task -> task.id().equals(id)));
    }

    @Override
    public Map<OperationReference, List<WaitingTask>> of(Collection<OperationReference> flights) {
        Map<OperationReference, List<WaitingTask>> some = new HashMap<>();
        for (OperationReference flight : flights) {
            List<WaitingTask> open = tasks.getOrDefault(flight, List.of());
            if (!open.isEmpty()) {
                some.put(flight, open);
            }
        }
        return some;
    }

    @Override
    public List<TaskOfFlight> untold(int most) {
        return all().filter(found -> found.task().claimedBy() == null)
                .filter(found -> !told.contains(found.task().id()))
                .limit(most)
                .toList();
    }

    @Override
    public boolean told(String task) {
        return told.add(task);
    }

    @Override
    public Optional<TaskOfFlight> find(String task) {
        return all().filter(found -> found.task().id().equals(task)).findFirst();
    }

    private Stream<TaskOfFlight> all() {
        return tasks.entrySet().stream()
                .flatMap(flight -> flight.getValue().stream().map(task -> new TaskOfFlight(flight.getKey(), task)));
    }

    @Override
    public boolean isEmpty() {
        return tasks.values().stream().allMatch(List::isEmpty);
    }

    private static WaitingTask claimed(WaitingTask task, @Nullable String by) {
        return new WaitingTask(
                task.id(),
                task.task(),
                task.groups(),
                task.since(),
                task.due(),
                by,
                task.isEndedByAct(),
                task.isConfidential());
    }

    private static WaitingTask due(WaitingTask task, @Nullable Instant due) {
        return new WaitingTask(
                task.id(),
                task.task(),
                task.groups(),
                task.since(),
                due,
                task.claimedBy(),
                task.isEndedByAct(),
                task.isConfidential());
    }

    @Override
    public int overdueOf(Collection<String> groups, Instant now) {
        return (int) all().map(TaskOfFlight::task)
                .filter(task -> task.due() != null && task.due().isBefore(now))
                .filter(task -> !Collections.disjoint(task.groups(), groups))
                .count();
    }
}
