/** The engine's side of flightPlanning and stateParticipation. */
@NullMarked
package org.jointflights.process.planning;

import org.jspecify.annotations.NullMarked;
