/** Notices on their way: our table and its SQL. */
@NullMarked
package org.jointflights.persistence.notice;

import org.jspecify.annotations.NullMarked;
