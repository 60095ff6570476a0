package org.jointflights.application.overview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
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

    /** By when it must be done, or nothing if by no date or if it is not the reader's to know. */
    public @Nullable Instant due() {
        return task == null ? null : task.due();
    }

    /** These with equal tasks of several groups as one, so that ten states that are asked make one line. */
    public static List<Wait> grouped(List<Wait> waits) {
        List<Wait> grouped = new ArrayList<>();
        for (Wait wait : waits) {
            int alike = IntStream.range(0, grouped.size())
                    .filter(i -> grouped.get(i).isAlike(wait))
                    .findFirst()
                    .orElse(-1);
            if (alike < 0) {
                grouped.add(wait);
            } else {
                grouped.set(alike, grouped.get(alike).with(wait));
            }
        }
        return grouped;
    }

    /** Overdue first, then what is due soonest, then the oldest, then what is not the reader's to know. */
    @Override
    public int compareTo(Wait other) {
        if (overdue != other.overdue) {
            return overdue ? -1 : 1;
        }
        int sooner = dueOrNever().compareTo(other.dueOrNever());
        return sooner == 0 ? since().compareTo(other.since()) : sooner;
    }

    private Instant dueOrNever() {
        Instant due = due();
        return due == null ? Instant.MAX : due;
    }

    private Instant since() {
        return task == null ? Instant.MAX : task.since();
    }
}
