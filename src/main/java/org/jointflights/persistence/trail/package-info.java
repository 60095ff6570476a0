/** What ever happened: our table and its SQL. */
@NullMarked
package org.jointflights.persistence.trail;

import org.jspecify.annotations.NullMarked;
