package org.jointflights.application.work;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.springframework.dao.OptimisticLockingFailureException;

/** Completed tasks without a database. */
public final class InMemoryWorkLog implements WorkLog {

    private final Map<String, TaskDone> done = new LinkedHashMap<>();

    @Override
    public void add(TaskDone task) {
        if (done.putIfAbsent(task.taskId(), task) != null) {
            throw new OptimisticLockingFailureException("task " + task.taskId() + " was completed at the same moment");
        }
    }

    @Override
    public Optional<TaskDone> whoCompleted(String taskId) {
        return Optional.ofNullable(done.get(taskId));
    }

    @Override
    public List<TaskDone> of(OperationReference reference) {
        return done.values().stream()
                .filter(task -> task.reference().equals(reference))
                .sorted(Comparator.comparing(TaskDone::at).thenComparing(TaskDone::taskId))
                .toList();
    }

    public boolean hasActor(String id) {
        return done.values().stream().anyMatch(task -> task.actor().equals(id));
    }
}
