/** What a flight really cost, who bears it, who owes whom, and how that was paid. */
@NullMarked
package org.jointflights.domain.accounts;

import org.jspecify.annotations.NullMarked;
