package org.jointflights.application.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;

/** The open tasks that somebody is to be told of. Those of a suspended flight wait, unless they go on meanwhile. */
public interface LateTasks {

    /**
     * One of them.
     *
     * @param id the engine's
     * @param task which task it is; the same for every flight
     * @param groups whose members may do it
     * @param due when it must be done
     * @param at when it was to be told of
     */
    record Late(
            String id,
            OperationReference reference,
            String task,
            SortedSet<String> groups,
            Instant since,
            Instant due,
            Instant at) {}

    /** Those whose people are to be reminded, the oldest first; a hundred at most. */
    List<Late> toRemindOf(Instant now);

    /** Those of which others are to be told, the oldest first; a hundred at most. */
    List<Late> toEscalate(Instant now);

    /** Those of one flight that are due and not done, whether anybody was told of it or not. */
    List<Late> overdue(OperationReference reference, Instant now);

    /** True if nobody has reminded of it meanwhile; then nobody else does. */
    boolean takeReminder(Late task);

    /** True if nobody has told of it meanwhile; it is told of again then, or never. */
    boolean takeEscalation(Late task, @Nullable Instant again);
}
