/** A flight's log: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.logbook;

import org.jspecify.annotations.NullMarked;
