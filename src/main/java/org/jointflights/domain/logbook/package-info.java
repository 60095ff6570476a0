/** A flight's log: what its services write to one another, and which files may stand beside it. */
@NullMarked
package org.jointflights.domain.logbook;

import org.jspecify.annotations.NullMarked;
