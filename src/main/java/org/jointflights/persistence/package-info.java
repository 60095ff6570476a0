/** Our tables: SQL in the class that needs it. */
@NullMarked
package org.jointflights.persistence;

import org.jspecify.annotations.NullMarked;
