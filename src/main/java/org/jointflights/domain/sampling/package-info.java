/** Samples of certified claims: how they are drawn, and what was found. */
@NullMarked
package org.jointflights.domain.sampling;

import org.jspecify.annotations.NullMarked;
