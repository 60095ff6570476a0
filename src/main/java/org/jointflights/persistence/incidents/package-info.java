/** Serious incidents and complaints: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.incidents;

import org.jspecify.annotations.NullMarked;
