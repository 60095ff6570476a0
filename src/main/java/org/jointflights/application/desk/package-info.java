/** The first page of everybody: what waits for them, what has changed, and what they watch over. */
@NullMarked
package org.jointflights.application.desk;

import org.jspecify.annotations.NullMarked;
