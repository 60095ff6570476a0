/** When everything signed and posted was checked: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.verification;

import org.jspecify.annotations.NullMarked;
