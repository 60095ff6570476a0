/** Joint return flights: planned, shared in cost, approved, carried out and settled together. */
@NullMarked
package org.jointflights;

import org.jspecify.annotations.NullMarked;
