package org.jointflights.process.overview;

import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * An active element of a running process.
 *
 * @param definition the engine's id of the model's version
 * @param activity the element's id in the model
 * @param party whose process it is, or nothing if it is everybody's
 */
record Token(String definition, String activity, @Nullable Party party) {}
