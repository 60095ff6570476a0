/** The packaged file, started as whoever runs it in production starts it. */
@NullMarked
package org.jointflights.packaged;

import org.jspecify.annotations.NullMarked;
