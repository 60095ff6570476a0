/** The flight pages and the same facts as JSON and CSV. */
@NullMarked
package org.jointflights.web.flights;

import org.jspecify.annotations.NullMarked;
