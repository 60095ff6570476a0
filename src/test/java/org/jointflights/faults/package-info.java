/**
 * What goes wrong from outside: people and clocks that act at the same moment.
 */
@NullMarked
package org.jointflights.faults;

import org.jspecify.annotations.NullMarked;
