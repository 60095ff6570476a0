/** Netting over flights: proposed, signed by all concerned, paid, and read. */
@NullMarked
package org.jointflights.application.netting;

import org.jspecify.annotations.NullMarked;
