/** One box for everything that somebody may look for, as far as the reader may know of it. */
@NullMarked
package org.jointflights.application.search;

import org.jspecify.annotations.NullMarked;
