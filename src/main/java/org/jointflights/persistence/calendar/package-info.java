/** Secret addresses of calendars: our table and its SQL. */
@NullMarked
package org.jointflights.persistence.calendar;

import org.jspecify.annotations.NullMarked;
