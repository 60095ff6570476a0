/** The accounts in flying hours as pages. */
@NullMarked
package org.jointflights.web.hours;

import org.jspecify.annotations.NullMarked;
