/** Samples of certified claims: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.sampling;

import org.jspecify.annotations.NullMarked;
