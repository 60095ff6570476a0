package org.jointflights.benchmarks.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One thing that is done to a flight. */
sealed interface Step {

    /** Time passes. */
    record Passed(Instant until) implements Step {}

    /** Somebody submits the start form. */
    record Started(String user, List<String> groups, Map<String, Object> typed) implements Step {}

    /** Somebody claims a task and submits its form. */
    record Completed(String user, List<String> groups, Place place, Map<String, Object> typed) implements Step {}

    /** A job is executed. */
    record Executed(Place place) implements Step {}

    /** Under what the tables list it. */
    default String kind() {
        if (this instanceof Started) {
            return "start";
        }
        if (this instanceof Completed completed) {
            return completed.place().kind();
        }
        if (this instanceof Executed executed) {
            return executed.place().kind();
        }
        return "";
    }
}
