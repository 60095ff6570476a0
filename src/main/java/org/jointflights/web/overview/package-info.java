/** The flight pages and the same facts as JSON and CSV. */
@NullMarked
package org.jointflights.web.overview;

import org.jspecify.annotations.NullMarked;
