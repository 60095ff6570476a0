package org.jointflights.application.work;

import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;

/** Who completed which task. It tells preparers from signers, and tells the second of two people who was first. */
public interface WorkLog {

    /** Throws {@link org.springframework.dao.OptimisticLockingFailureException} if somebody has just completed that task. */
    void add(TaskDone done);

    Optional<TaskDone> whoCompleted(String taskId);

    /** In the order of completion. */
    List<TaskDone> of(OperationReference reference);
}
