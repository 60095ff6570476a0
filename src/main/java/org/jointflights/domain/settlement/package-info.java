/** Who owes whom when a flight is over: balances that add up to zero, and the fewest payments that level them. */
@NullMarked
package org.jointflights.domain.settlement;

import org.jspecify.annotations.NullMarked;
