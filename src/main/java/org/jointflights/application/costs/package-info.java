/** A flight's budget, the rates it is converted at, and its shares as split, answered and agreed. */
@NullMarked
package org.jointflights.application.costs;

import org.jspecify.annotations.NullMarked;
