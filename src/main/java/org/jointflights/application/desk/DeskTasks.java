package org.jointflights.application.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The open tasks of all flights, as those for whom they wait meet them. */
public interface DeskTasks {

    /**
     * At most so many that members of these groups may do: what the person has taken on first and what a colleague has last, in
     * each that first which is due first, or whose flight leaves first where it has no day of its own.
     */
    List<DeskTask> of(String person, Collection<String> groups, Instant now, int most);

    /** How many of them there are that no colleague has taken on. */
    Waiting count(String person, Collection<String> groups, Instant now);

    /** Every group for which any task waits. */
    Set<String> groupsWaitedFor();

    /**
     * How much waits.
     *
     * @param late how many of them were to be done by now
     */
    record Waiting(int total, int late) {}
}
