/** Budgets, exchange rates and splits: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.costs;

import org.jspecify.annotations.NullMarked;
