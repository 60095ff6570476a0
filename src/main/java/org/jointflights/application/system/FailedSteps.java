package org.jointflights.application.system;

import java.util.List;
import org.jointflights.domain.Conflict;

/** The automatic steps that have failed. */
public interface FailedSteps {

    /** The oldest first; at most a hundred. */
    List<FailedStep> all();

    /**
     * Does the step once more, now and in nobody's name, and writes down who had it done. Throws {@link Conflict} if it does
     * not wait for that any more.
     */
    Retried retry(String id);
}
