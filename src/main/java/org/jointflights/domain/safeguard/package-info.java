/** The gates that keep people from being boarded or handed over unlawfully. They fail closed; nobody overrides them. */
@NullMarked
package org.jointflights.domain.safeguard;

import org.jspecify.annotations.NullMarked;
