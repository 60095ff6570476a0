package org.jointflights.domain.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody acts for somebody else who is away. It begins and ends by itself, by its days; it may be ended sooner.
 *
 * @param absent the sign-in name of whoever is away
 * @param substitute the sign-in name of whoever acts for them
 * @param groups of the absent one in which the substitute may act
 * @param from the first day, on the clock of the absent one's office
 * @param until the last day
 * @param starts when the first day begins there
 * @param ends when the last day is over there
 * @param agreedBy the sign-in name of whoever agrees to it, neither of the two
 * @param agreedAt when they have said so; nobody acts before
 * @param enteredBy the sign-in name of whoever entered it
 * @param confirmedBy who confirmed it, where it needs that; the same as {@code enteredBy} where it does not
 * @param endedAt when it was ended sooner
 */
public record Substitution(
        long id,
        String absent,
        String substitute,
        Set<String> groups,
        LocalDate from,
        LocalDate until,
        Instant starts,
        Instant ends,
        String agreedBy,
        @Nullable Instant agreedAt,
        String enteredBy,
        @Nullable String confirmedBy,
        @Nullable Instant endedAt) {

    public Substitution {
        groups = Set.copyOf(groups);
    }

    /** The groups in their order. */
    public List<String> groupsInOrder() {
        return List.copyOf(new TreeSet<>(groups));
    }

    /** Whether the substitute may act then. */
    public boolean holdsAt(Instant now) {
        return agreedAt != null && confirmedBy != null && !isOverAt(now) && !now.isBefore(starts);
    }

    /** Whether nothing can come of it any more. */
    public boolean isOverAt(Instant now) {
        return endedAt != null || !now.isBefore(ends);
    }

    /** Whether it and the other, neither ended sooner, have a moment in common. */
    public boolean overlaps(Substitution other) {
        return endedAt == null && other.endedAt == null && starts.isBefore(other.ends) && other.starts.isBefore(ends);
    }

    /** Whether it takes somebody out who acts in the other, or brings somebody in who is away in it: a chain. */
    public boolean chainsWith(Substitution other) {
        return overlaps(other) && (absent.equals(other.substitute) || substitute.equals(other.absent));
    }

    /** Whether both have somebody act in the same group of the same person. */
    public boolean coversSameAs(Substitution other) {
        return overlaps(other) && absent.equals(other.absent) && groups.stream().anyMatch(other.groups::contains);
    }
}
