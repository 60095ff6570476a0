/** Claims, accounts, postings and transfers: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.settlement;

import org.jspecify.annotations.NullMarked;
