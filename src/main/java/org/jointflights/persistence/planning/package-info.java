/** Carriers' quotes and crews: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.planning;

import org.jspecify.annotations.NullMarked;
