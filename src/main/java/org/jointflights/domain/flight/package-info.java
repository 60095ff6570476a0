/** A flight and those who take part in it: route, seats, stages, clocks. Head counts only, never names. */
@NullMarked
package org.jointflights.domain.flight;

import org.jspecify.annotations.NullMarked;
