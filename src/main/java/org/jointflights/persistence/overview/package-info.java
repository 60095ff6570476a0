/** What the flight pages read of our rows, in a number of statements that does not grow with the flights. */
@NullMarked
package org.jointflights.persistence.overview;

import org.jspecify.annotations.NullMarked;
