/** Exact amounts, how people type them, and how one currency becomes another. */
@NullMarked
package org.jointflights.domain.money;

import org.jspecify.annotations.NullMarked;
