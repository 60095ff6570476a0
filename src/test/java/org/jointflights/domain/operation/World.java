package org.jointflights.domain.operation;

import java.time.Instant;

/** Where a walk is played besides the plain rules. Whatever does not agree with the rules throws {@link AssertionError}. */
public interface World {

    /** None: the rules alone. */
    World NONE = new World() {};

    /** A flight whose operation opens now; what the course has on record is on file. */
    default void begins(Course course) {}

    /** The operation was called back, and opens anew. */
    default void opensAnew(Course course) {}

    /** The clock shows this; whatever is due by then has come. */
    default void passes(Instant now) {}

    /** Somebody does this, and by the rules it is accepted or refused. */
    default void plays(Move move, boolean accepted) {}

    /** The same, but a crash before anything is committed loses it. */
    default void losesByCrash(Move move) {}

    /** The steps that wait are done; with a crash each is lost once before it is done. */
    default void works(Course course, boolean crash) {}

    /** Now it may stop and start again. */
    default void mayRestart(Course course) {}

    /** Everything that is stored says what the rules say. */
    default void agrees(Course course) {}

    /** The walk is over. */
    default void ends(Course course) {}
}
