package org.jointflights.application.logbook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What is said beside tasks that are open; when a task is done, it goes on the flight's trail. */
public interface OpenComments {

    /** Those of these tasks, the oldest first. */
    List<Said> of(Collection<String> tasks);

    /**
     * A comment.
     *
     * @param task beside which it stands
     */
    record Said(String task, String author, Instant at, String text) {}
}
