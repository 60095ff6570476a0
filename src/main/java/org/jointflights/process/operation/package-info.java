/** The engine's side of {@code flightOperation}: the gates' tasks, the head counts, departure, landing and hand-over. */
@NullMarked
package org.jointflights.process.operation;

import org.jspecify.annotations.NullMarked;
