package org.jointflights.domain.flight;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.domain.Actor;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;

/**
 * One time that a flight was suspended: who stopped it, what the fundamental-rights officer advised, and who let it go on.
 *
 * @param number counts the suspensions of the flight
 * @param by who suspended it, by sign-in name
 * @param advice on resuming after this very suspension; nothing until it is given
 * @param resumedAt nothing while the flight is suspended
 */
public record Suspension(
        OperationReference reference,
        int number,
        Instant at,
        String by,
        @Nullable ResumingAdvice advice,
        @Nullable Instant resumedAt,
        @Nullable String resumedBy) {

    /** Begins now, with no advice. */
    public static Suspension begun(OperationReference reference, int number, String by, Instant now) {
        return new Suspension(reference, number, now, by, null, null, null);
    }

    /** With the officer's advice, which is given once; {@link Conflict} if it was given before. */
    public Suspension advised(ResumingAdvice given) {
        if (advice != null) {
            throw Conflict.of("flight.advise.already", reference);
        }
        return with(given);
    }

    /**
     * Over. {@link NotYours} for whoever suspended the flight and for whoever gave the advice, {@link Conflict} until
     * advice is given.
     */
    public Suspension resumed(String person, Instant now) {
        if (Actor.share(by, person)) {
            throw NotYours.of("flight.resume.own");
        }
        if (advice == null) {
            throw Conflict.of("flight.resume.noAdvice", reference);
        }
        if (Actor.share(advice.by(), person)) {
            throw NotYours.of("flight.resume.adviser");
        }
        return new Suspension(reference, number, at, by, advice, now, person);
    }

    /** Whether the advice is against letting the flight go on. */
    public boolean isAdvisedAgainst() {
        return advice != null && !advice.inFavour();
    }

    /** For those who may not read why the officer advised so. */
    public Suspension withoutReasons() {
        return advice == null ? this : with(new ResumingAdvice(advice.inFavour(), "", advice.by(), advice.at()));
    }

    private Suspension with(ResumingAdvice given) {
        return new Suspension(reference, number, at, by, given, resumedAt, resumedBy);
    }

    /** A deadline with what was left of it when the clocks stopped; one that had passed by then stays where it was. */
    public Instant moved(Instant deadline, Instant resumed) {
        return deadline.isAfter(at) ? deadline.plus(Duration.between(at, resumed)) : deadline;
    }
}
