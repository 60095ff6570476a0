/** What our tables say of the flights of half a year. */
@NullMarked
package org.jointflights.persistence.reports;

import org.jspecify.annotations.NullMarked;
