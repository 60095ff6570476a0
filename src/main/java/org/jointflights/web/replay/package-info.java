/** The report on the real operations, as a page. */
@NullMarked
package org.jointflights.web.replay;

import org.jspecify.annotations.NullMarked;
