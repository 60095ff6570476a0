package org.jointflights.application.overview;

import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * A place of a model at which a flight stands.
 *
 * @param process the id of the process
 * @param processName as the model has it
 * @param activity the id of the place
 * @param name as the model has it; empty if it has none
 * @param party whose process it is, or nothing if it is everybody's
 */
public record Position(
        String process,
        String processName,
        String activity,
        String name,
        @Nullable Party party) {}
