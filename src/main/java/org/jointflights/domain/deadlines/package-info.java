/** By when somebody has to answer, on whose calendar, and who is told when nobody does. */
@NullMarked
package org.jointflights.domain.deadlines;

import org.jspecify.annotations.NullMarked;
