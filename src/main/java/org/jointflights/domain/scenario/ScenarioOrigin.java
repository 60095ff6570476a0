package org.jointflights.domain.scenario;

import org.jointflights.domain.OperationReference;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures a scenario began with: it is open to those who may look at them, and to nobody else.
 *
 * @param flight the flight whose figures they were; nothing where they were none's
 * @param isMatch whether they were those of a match, so of what states expect
 */
public record ScenarioOrigin(@Nullable OperationReference flight, boolean isMatch) {

    /** Somebody's own figures, or those of the example. */
    public static final ScenarioOrigin OWN = new ScenarioOrigin(null, false);

    /** The figures of a match. */
    public static final ScenarioOrigin MATCH = new ScenarioOrigin(null, true);

    /** The figures of that flight. */
    public static ScenarioOrigin of(OperationReference flight) {
        return new ScenarioOrigin(flight, false);
    }
}
