/** The engine's side of sharing the cost: the model {@code costSharing}. */
@NullMarked
package org.jointflights.process.costs;

import org.jspecify.annotations.NullMarked;
