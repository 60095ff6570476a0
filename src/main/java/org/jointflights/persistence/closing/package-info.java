/** The monitors' reports: our table and its SQL. */
@NullMarked
package org.jointflights.persistence.closing;

import org.jspecify.annotations.NullMarked;
