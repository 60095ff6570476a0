package org.jointflights.application.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jointflights.domain.Sentence;
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
        return table.find(task, LocalDate.ofInstant(since, ZoneOffset.UTC))
                .map(row -> Sentence.of("deadline.wayOut." + row.wayOut()));
    }
}
