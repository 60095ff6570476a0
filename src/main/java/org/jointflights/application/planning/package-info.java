/** From the proposal to a plan with states, seats, crew and a carrier. */
@NullMarked
package org.jointflights.application.planning;

import org.jspecify.annotations.NullMarked;
