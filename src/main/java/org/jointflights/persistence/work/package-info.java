/** Who completed which task: our table and its SQL. */
@NullMarked
package org.jointflights.persistence.work;

import org.jspecify.annotations.NullMarked;
