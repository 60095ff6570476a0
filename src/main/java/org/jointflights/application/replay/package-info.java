/** The real operations of 2008 to 2024, run through the engine that divides the cost of today's. */
@NullMarked
package org.jointflights.application.replay;

import org.jspecify.annotations.NullMarked;
