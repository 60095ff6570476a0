/** The page of needs and matches. */
@NullMarked
package org.jointflights.web.needs;

import org.jspecify.annotations.NullMarked;
