package org.jointflights.application.drafts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person has typed into a form, as JSON by field, for that person alone. What belongs to a task is gone when the task
 * is, whoever ends it.
 */
public interface Drafts {

    /** The longest that is kept, in characters. */
    int LONGEST = 100_000;

    /** How long a form that starts a process waits for whoever began to fill it in. */
    Duration OF_START_LASTS = Duration.ofDays(30);

    /** Keeps it instead of what was typed before; nothing if the task has been ended meanwhile. */
    void keepOfTask(String task, String person, String typed);

    Optional<String> ofTask(String task, String person);

    /**
     * Keeps it instead of what was typed before into the form that starts such a process; what nobody has gone on with for
     * {@link #OF_START_LASTS} is forgotten.
     */
    void keepOfStart(String process, String person, String typed, Instant at);

    Optional<String> ofStart(String process, String person);

    /** The process was started. */
    void forgetStart(String process, String person);
}
