/** What the flight pages read: our rows and the engine's, in a number of statements that does not grow with the flights. */
@NullMarked
package org.jointflights.persistence.overview;

import org.jspecify.annotations.NullMarked;
