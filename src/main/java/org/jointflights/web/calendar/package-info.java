/** Calendars at secret addresses. */
@NullMarked
package org.jointflights.web.calendar;

import org.jspecify.annotations.NullMarked;
