/** Who pays besides the parties: funds, the decisions that promise their money, and the grants that follow. */
@NullMarked
package org.jointflights.domain.funding;

import org.jspecify.annotations.NullMarked;
