/** A flight's trail: what happened, who did it, and whom it is told. */
@NullMarked
package org.jointflights.application.trail;

import org.jspecify.annotations.NullMarked;
