/** The administrators' page about the application itself, and the sign of life that each node gives. */
@NullMarked
package org.jointflights.web.system;

import org.jspecify.annotations.NullMarked;
