package org.jointflights.application.work;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

/**
 * Who fed what is signed or accepted next: everybody who completed a task of the flight that prepares it, proposed the
 * flight, or decided something about it on its page, until then.
 */
@Component
public class FindPreparers {

    private final WorkLog work;
    private final PreparingTasks tasks;
    private final TrailEntries trail;

    public FindPreparers(WorkLog work, PreparingTasks tasks, TrailEntries trail) {
        this.work = work;
        this.tasks = tasks;
        this.trail = trail;
    }

    /** Their sign-in names. */
    public Set<String> of(OperationReference reference, Instant until) {
        return of(reference, until, trail.of(reference));
    }

    /** Likewise, for those who have read the flight's trail already. */
    public Set<String> of(OperationReference reference, Instant until, List<TrailEntry> told) {
        Stream<String> atTasks = work.of(reference).stream()
                .filter(done -> !done.at().isAfter(until) && tasks.prepares(done.task()))
                .map(TaskDone::actor);
        Stream<String> onThePage = told.stream()
                .filter(entry -> !entry.at().isAfter(until) && entry.event().prepares())
                .map(TrailEntry::actor);
        return Stream.concat(atTasks, onThePage).collect(Collectors.toUnmodifiableSet());
    }
}
