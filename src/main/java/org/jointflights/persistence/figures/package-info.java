/** What of our tables counts for the figures that managers read. */
@NullMarked
package org.jointflights.persistence.figures;

import org.jspecify.annotations.NullMarked;
