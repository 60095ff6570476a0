package org.jointflights.benchmarks.engine;

import java.util.Map;

/** One of those that are compared: ours, or the bare engine. */
interface Side {

    String name();

    Engine engine();

    /** Submits the start form as whoever is signed in; returns the flight's reference. */
    String start(Map<String, Object> typed);

    /** What is done next is that step of the script. */
    default void at(int step) {}

    /** What is typed into the form of that task, on this flight. */
    Map<String, Object> typed(Step.Completed step, String task, String reference);

    /** The flight has ended; throws if that is not as it should be. */
    default void ended() {}
}
