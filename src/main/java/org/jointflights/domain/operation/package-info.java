/** Carrying a flight out: head counts, and the gates that keep people from being boarded or handed over unlawfully. They fail closed; nobody overrides them. */
@NullMarked
package org.jointflights.domain.operation;

import org.jspecify.annotations.NullMarked;
