/** Flights, who takes part in them, contracts and permits: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.flight;

import org.jspecify.annotations.NullMarked;
