package org.jointflights.application.deadlines;

import java.time.LocalDate;
import java.util.Optional;
import org.jointflights.domain.deadlines.TaskDeadline;

/** The periods that a lawyer or a manager may change, with the days from and until which they hold. */
public interface DeadlineTable {

    /** The row for a task that comes on that day, if there is one: tasks of earlier models may have none. */
    Optional<TaskDeadline> find(String task, LocalDate day);

    /** The row for a task that comes on that day. Throws {@link IllegalStateException} if there is none, or two. */
    TaskDeadline of(String task, LocalDate day);
}
