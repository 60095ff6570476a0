/** A flight's log: what its services write to one another. */
@NullMarked
package org.jointflights.domain.logbook;

import org.jspecify.annotations.NullMarked;
