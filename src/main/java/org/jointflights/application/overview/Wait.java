package org.jointflights.application.overview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * What a flight waits for, as far as the reader may know it. Of another party's task only that it waits for that party.
 *
 * @param task the task, or nothing if it is another party's
 * @param groups for whom it waits; empty if the task is another party's
 * @param party for which party it waits, or nothing if for somebody of no party
 * @param mine whether the reader could do it
 */
public record Wait(
        @Nullable WaitingTask task,
        SortedSet<String> groups,
        @Nullable Party party,
        boolean overdue,
        boolean mine) implements Comparable<Wait> {

    /** Of another party, only that something waits for it. */
    static Wait hidden(Party party) {
        return new Wait(null, new TreeSet<>(), party, false, false);
    }

    static Wait of(WaitingTask task, Viewer viewer, Instant now) {
        Set<Party> parties = new TreeSet<>();
        for (String group : task.groups()) {
            Party party = Viewer.partyOf(group);
            if (party == null) {
                return shown(task, null, viewer, now);
            }
            parties.add(party);
        }
        Party first = parties.stream().findFirst().orElse(null);
        for (Party party : parties) {
            if (viewer.seesDetailsOf(party)) {
                return shown(task, party, viewer, now);
            }
        }
        return first == null ? shown(task, null, viewer, now) : hidden(first);
    }

    private static Wait shown(WaitingTask task, @Nullable Party party, Viewer viewer, Instant now) {
        Instant due = task.due();
        return new Wait(
                task,
                task.groups(),
                party,
                due != null && due.isBefore(now),
                task.groups().stream().anyMatch(viewer.groups()::contains));
    }

    /** Whether both are the same task of different groups, begun on the same day and due alike. */
    boolean isAlike(Wait other) {
        WaitingTask one = task;
        WaitingTask two = other.task;
        return one != null
                && two != null
                && one.task().equals(two.task())
                && one.since().truncatedTo(ChronoUnit.DAYS).equals(two.since().truncatedTo(ChronoUnit.DAYS))
                && Objects.equals(one.due(), two.due())
                && Objects.equals(one.claimedBy(), two.claimedBy());
    }

    /** Both as one. */
    Wait with(Wait other) {
        SortedSet<String> both = new TreeSet<>(groups);
        both.addAll(other.groups);
        return new Wait(task, both, party, overdue || other.overdue, mine || other.mine);
    }

    /** Overdue first, then the oldest, then what is not the reader's to know. */
    @Override
    public int compareTo(Wait other) {
        if (overdue != other.overdue) {
            return overdue ? -1 : 1;
        }
        return since().compareTo(other.since());
    }

    private Instant since() {
        return task == null ? Instant.MAX : task.since();
    }
}
