/** Calendars that programs read at secret addresses, each in the name of one person. */
@NullMarked
package org.jointflights.application.calendar;

import org.jspecify.annotations.NullMarked;
