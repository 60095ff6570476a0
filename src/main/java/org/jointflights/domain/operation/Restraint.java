package org.jointflights.domain.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;

/**
 * Restraint of a state's people, as counts alone: as many as there are individual assessments, from when, how many at each
 * review, and when it ended. Never who (Decision 2004/573/EC, annex, point 3; domain dossier, section 4.3).
 *
 * @param number counted from 1 within the flight
 * @param assessments of individuals that whoever decided has made: one for each person
 * @param by who decided
 * @param reviews the oldest first
 */
public record Restraint(
        OperationReference reference,
        int number,
        Party party,
        int assessments,
        Instant started,
        String by,
        List<Review> reviews) {

    /** How often it is reviewed; assumed, since no rule was found that names a figure. */
    public static final Duration REVIEW_EVERY = Duration.ofMinutes(30);

    /** How long a review may be late before others are told; assumed. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    /** How long ago a restraint can have begun of which nobody has told before; assumed. */
    public static final Duration LONGEST_UNTOLD = Duration.ofHours(24);

    /**
     * What was found at a review.
     *
     * @param persons who are still restrained; none ends it
     */
    public record Review(int persons, String by, Instant at) {}

    /** Throws {@link BadInput} if it begins with nobody, in the future, or too long ago. */
    public static Restraint begun(
            OperationReference reference,
            int number,
            Party party,
            int assessments,
            Instant started,
            String by,
            Instant now) {
        if (assessments < 1) {
            throw BadInput.of("assessments", assessments, "operation.restraint.nobody");
        }
        if (started.isAfter(now) || started.isBefore(now.minus(LONGEST_UNTOLD))) {
            throw BadInput.of("restraintBegan", started, "operation.restraint.start", LONGEST_UNTOLD.toHours());
        }
        return new Restraint(reference, number, party, assessments, started, by, List.of());
    }

    public Restraint {
        reviews = List.copyOf(reviews);
    }

    /** Who are restrained, as far as is known. */
    public int persons() {
        return reviews.isEmpty() ? assessments : last().persons();
    }

    public boolean isOpen() {
        return persons() > 0;
    }

    /** When it ended; nothing while it goes on. */
    public Optional<Instant> ended() {
        return isOpen() ? Optional.empty() : Optional.of(last().at());
    }

    /** By when it is reviewed next. */
    public Instant reviewDue() {
        return (reviews.isEmpty() ? started : last().at()).plus(REVIEW_EVERY);
    }

    /** When others are told that it was not. */
    public Instant overdueAt() {
        return reviewDue().plus(GRACE);
    }

    /** Whole minutes from its start to its end, or until now. */
    public long minutes(Instant now) {
        return Duration.between(started, ended().orElse(now)).toMinutes();
    }

    /**
     * What somebody finds at a review. Throws {@link Conflict} if it has ended, {@link BadInput} if there are more people than
     * before: whoever is restrained anew was assessed anew, and that is a restraint of its own.
     */
    public Review reviewed(int persons, String reviewer, Instant now) {
        if (!isOpen()) {
            throw Conflict.of("operation.restraint.ended", party, number);
        }
        if (persons < 0 || persons > persons()) {
            throw BadInput.of("stillRestrained", persons, "operation.restraint.more", persons());
        }
        return new Review(persons, reviewer, now);
    }

    private Review last() {
        return reviews.get(reviews.size() - 1);
    }
}
