package org.jointflights.application.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.domain.OperationReference;

/** What a test leaves open, without an engine. */
final class InMemoryOpenWork implements OpenWork {

    private final Map<OperationReference, List<WaitingTask>> tasks = new HashMap<>();
    private final Map<OperationReference, List<Position>> positions = new HashMap<>();
    private final Set<OperationReference> failed = new TreeSet<>();

    @Override
    public Map<OperationReference, List<WaitingTask>> tasks() {
        return tasks;
    }

    @Override
    public List<WaitingTask> tasks(OperationReference reference) {
        return tasks.getOrDefault(reference, List.of());
    }

    @Override
    public List<Position> positions(OperationReference reference) {
        return positions.getOrDefault(reference, List.of());
    }

    @Override
    public Set<OperationReference> failed() {
        return failed;
    }

    void open(OperationReference reference, WaitingTask task) {
        List<WaitingTask> all = tasks.computeIfAbsent(reference, first -> new ArrayList<>());
        all.add(task);
        all.sort(Comparator.comparing(WaitingTask::since));
    }

    void stand(OperationReference reference, Position position) {
        positions.computeIfAbsent(reference, first -> new ArrayList<>()).add(position);
    }

    void fail(OperationReference reference) {
        failed.add(reference);
    }
}
