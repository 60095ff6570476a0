/** States enter what they expect; matches are found, tried out and proposed from. */
@NullMarked
package org.jointflights.application.needs;

import org.jspecify.annotations.NullMarked;
