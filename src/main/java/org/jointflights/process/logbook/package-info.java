/** What is said beside open tasks, for the flight's log. */
@NullMarked
package org.jointflights.process.logbook;

import org.jspecify.annotations.NullMarked;
