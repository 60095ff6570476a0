/** Recovery orders as pages. */
@NullMarked
package org.jointflights.web.recovery;

import org.jspecify.annotations.NullMarked;
