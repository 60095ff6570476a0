/** Financial decisions: our table and its SQL. */
@NullMarked
package org.jointflights.persistence.funding;

import org.jspecify.annotations.NullMarked;
