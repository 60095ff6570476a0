/** Reading what is reported of all flights of half a year. */
@NullMarked
package org.jointflights.application.reports;

import org.jspecify.annotations.NullMarked;
