/** Which open tasks are to be told of, from our table of them. */
@NullMarked
package org.jointflights.persistence.deadlines;

import org.jspecify.annotations.NullMarked;
