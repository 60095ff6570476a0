package org.jointflights.application.example;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What comes next of each flight: a task that is due, or a step that waits for a date. */
@Component
@Profile("example")
public class ListComingDates {

    private final RehearsalClock clock;
    private final ComingTasks tasks;
    private final DueWork work;

    ListComingDates(RehearsalClock clock, ComingTasks tasks, DueWork work) {
        this.clock = clock;
        this.tasks = tasks;
        this.work = work;
    }

    /** One of each flight, the earliest first; at the same moment a task, which says whom it waits for. */
    public List<ComingDate> all() {
        Set<OperationReference> seen = new HashSet<>();
        var now = clock.instant();
        return Stream.concat(
                        tasks.firstDue(now).stream()
                                .map(task -> new ComingDate(task.due(), task.flight(), task.name(), task.groups())),
                        work.coming(now).stream()
                                .map(step -> new ComingDate(step.at(), step.flight(), step.name(), new TreeSet<>())))
                .sorted(Comparator.comparing(ComingDate::at))
                .filter(next -> next.flight() == null || seen.add(next.flight()))
                .toList();
    }
}
