/** Flights, who takes part in them and who may look at them, their contracts and permits. */
@NullMarked
package org.jointflights.application.flight;

import org.jspecify.annotations.NullMarked;
