package org.jointflights.application.approval;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.work.TaskDone;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

/** Who fed a version: everybody who completed a task of the flight that prepares one before it was frozen. */
@Component
class FindPreparers {

    private final WorkLog work;
    private final PreparingTasks tasks;

    FindPreparers(WorkLog work, PreparingTasks tasks) {
        this.work = work;
        this.tasks = tasks;
    }

    /** Their sign-in names. */
    Set<String> of(OperationReference reference, Instant frozen) {
        return work.of(reference).stream()
                .filter(done -> !done.at().isAfter(frozen) && tasks.prepares(done.task()))
                .map(TaskDone::actor)
                .collect(Collectors.toUnmodifiableSet());
    }
}
