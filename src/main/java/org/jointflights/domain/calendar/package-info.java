/** Dates of flights as calendar programs read them. */
@NullMarked
package org.jointflights.domain.calendar;

import org.jspecify.annotations.NullMarked;
