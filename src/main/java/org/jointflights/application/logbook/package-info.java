/** A flight's log: writing, answering, adding files, reading. */
@NullMarked
package org.jointflights.application.logbook;

import org.jspecify.annotations.NullMarked;
