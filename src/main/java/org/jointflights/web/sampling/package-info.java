/** Samples of certified claims as pages and files. */
@NullMarked
package org.jointflights.web.sampling;

import org.jspecify.annotations.NullMarked;
