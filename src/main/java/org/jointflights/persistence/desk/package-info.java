/** What the first page reads of our rows, in a number of statements that does not grow with the flights. */
@NullMarked
package org.jointflights.persistence.desk;

import org.jspecify.annotations.NullMarked;
