/** What states expect: our table and its SQL. */
@NullMarked
package org.jointflights.persistence.needs;

import org.jspecify.annotations.NullMarked;
