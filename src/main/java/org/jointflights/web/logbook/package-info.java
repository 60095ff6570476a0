/** A flight's log: its page, and files up and down. */
@NullMarked
package org.jointflights.web.logbook;

import org.jspecify.annotations.NullMarked;
