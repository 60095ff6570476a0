/** What a flight owes before it is closed: the report of every monitor. */
@NullMarked
package org.jointflights.domain.closing;

import org.jspecify.annotations.NullMarked;
