/** Cost sharing over REST. */
@NullMarked
package org.jointflights.web.costs;

import org.jspecify.annotations.NullMarked;
