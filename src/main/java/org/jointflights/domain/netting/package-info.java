/** Netting over flights: what several flights' transfers come to for every party, and the fewest payments instead of them. */
@NullMarked
package org.jointflights.domain.netting;

import org.jspecify.annotations.NullMarked;
