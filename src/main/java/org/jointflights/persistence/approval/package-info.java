/** Versions of plans and the signatures on them: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.approval;

import org.jspecify.annotations.NullMarked;
