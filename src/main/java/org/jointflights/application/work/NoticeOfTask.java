package org.jointflights.application.work;

import java.util.Optional;

/** What people are told when a task comes; whoever has the tasks knows. */
@FunctionalInterface
public interface NoticeOfTask {

    /** The code of the notice; nothing where another notice, which comes with it, says more. */
    Optional<String> of(String task);
}
