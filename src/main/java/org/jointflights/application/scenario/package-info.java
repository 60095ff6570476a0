/** Keeping, sharing and comparing what somebody tries out. Only what goes in is kept; what comes out is computed anew each time. */
@NullMarked
package org.jointflights.application.scenario;

import org.jspecify.annotations.NullMarked;
