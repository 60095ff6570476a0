package org.jointflights.domain.operation;

import java.time.Instant;
import java.util.Set;
import org.jointflights.domain.Actor;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has said stop, of their own accord and at whatever moment: nobody whom it concerns boards, flies on or is handed
 * over until it is lifted, and then they are verified from the beginning.
 *
 * @param number within the flight, from 1
 * @param party whose people are stopped; nothing where the whole flight is
 * @param reason typed, and read by few
 * @param by sign-in name
 * @param group as whose member they stopped it
 */
public record StopOrder(
        OperationReference reference,
        int number,
        @Nullable Party party,
        Cause cause,
        String reason,
        String by,
        String group,
        Instant at,
        @Nullable Lift lift) {

    /**
     * How it was lifted.
     *
     * @param view what the person who stopped says of it, as whoever lifted it has recorded it
     */
    public record Lift(String by, Instant at, String view) {}

    public boolean isOpen() {
        return lift == null;
    }

    public boolean concerns(Party people) {
        return party == null || party.equals(people);
    }

    /**
     * Lifted by somebody else of another group. Throws {@link NotYours} if it is the same person or a member of the same
     * group, {@link Conflict} if it is lifted already.
     */
    public StopOrder lifted(String person, Set<String> groups, String view, Instant now) {
        if (lift != null) {
            throw Conflict.of("operation.order.lifted", number, reference);
        }
        if (Actor.share(person, by)) {
            throw NotYours.of("operation.order.own", number);
        }
        if (groups.contains(group)) {
            throw NotYours.of("operation.order.sameGroup", number, group);
        }
        return new StopOrder(reference, number, party, cause, reason, by, group, at, new Lift(person, now, view));
    }

    /** For those who may know that it is, and not why. */
    public StopOrder withoutReason() {
        return new StopOrder(reference, number, party, cause, "", by, group, at, lift);
    }

    /** {@code the people of FR (court)} or {@code everybody (court)}. */
    public Sentence whom() {
        Sentence why = cause.words();
        return party == null
                ? Sentence.of("operation.order.everybody", why)
                : Sentence.of("operation.order.people", party, why);
    }
}
