/** The table of deadlines as the engine's decision. */
@NullMarked
package org.jointflights.process.deadlines;

import org.jspecify.annotations.NullMarked;
