/** Trying out how costs would be shared: over REST, and on the what-if page, which keeps it on request. */
@NullMarked
package org.jointflights.web.costs;

import org.jspecify.annotations.NullMarked;
