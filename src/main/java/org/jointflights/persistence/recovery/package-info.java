/** Recovery orders and reference rates in the database. */
@NullMarked
package org.jointflights.persistence.recovery;

import org.jspecify.annotations.NullMarked;
