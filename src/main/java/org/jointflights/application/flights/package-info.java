/** Flights and participations, and the acts that concern a flight as a whole. */
@NullMarked
package org.jointflights.application.flights;

import org.jspecify.annotations.NullMarked;
