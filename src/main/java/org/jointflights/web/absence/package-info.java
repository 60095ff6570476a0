/** The page on which people say who acts for them. */
@NullMarked
package org.jointflights.web.absence;

import org.jspecify.annotations.NullMarked;
