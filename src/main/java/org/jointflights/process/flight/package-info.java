/** The engine's side of jointFlight: the whole life of a flight. */
@NullMarked
package org.jointflights.process.flight;

import org.jspecify.annotations.NullMarked;
