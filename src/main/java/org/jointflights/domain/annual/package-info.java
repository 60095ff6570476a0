/** A year of the accounts: what funds may promise and have promised, what states had and bore, and how it is closed. */
@NullMarked
package org.jointflights.domain.annual;

import org.jspecify.annotations.NullMarked;
