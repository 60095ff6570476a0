/** Every task has a clock: when it is due, who is reminded, and who is told when nobody did it. */
@NullMarked
package org.jointflights.application.deadlines;

import org.jspecify.annotations.NullMarked;
