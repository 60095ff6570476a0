/** Financial decisions: which fund pays what for whom, and up to how much. */
@NullMarked
package org.jointflights.application.funding;

import org.jspecify.annotations.NullMarked;
