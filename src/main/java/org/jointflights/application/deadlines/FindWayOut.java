package org.jointflights.application.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.deadlines.TaskDeadline;
import org.jointflights.domain.deadlines.TaskDeadline.Told;
import org.springframework.stereotype.Service;

/** What leads on if nobody ever does a task. */
@Service
public class FindWayOut {

    private final DeadlineTable table;

    FindWayOut(DeadlineTable table) {
        this.table = table;
    }

    /** In words, as the table had it when the task came; nothing for a task that the table does not know. */
    public Optional<Sentence> of(String task, Instant since) {
        return row(task, since).map(row -> Sentence.of("deadline.wayOut." + row.wayOut()));
    }

    /** Who is told when nobody has done it, beside those who were asked; nobody where the model tells somebody itself. */
    public SortedSet<Told> told(String task, Instant since) {
        return row(task, since).map(row -> new TreeSet<>(row.told())).orElseGet(TreeSet::new);
    }

    private Optional<TaskDeadline> row(String task, Instant since) {
        return table.find(task, LocalDate.ofInstant(since, ZoneOffset.UTC));
    }
}
