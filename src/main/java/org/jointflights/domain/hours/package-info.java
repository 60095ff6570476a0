/** Flights with a state's own aircraft, exchanged in equivalent flying hours instead of money: factors, exchanges, and what the accounts come to. */
@NullMarked
package org.jointflights.domain.hours;

import org.jspecify.annotations.NullMarked;
