/** Who acts for whom while somebody is away. */
@NullMarked
package org.jointflights.domain.absence;

import org.jspecify.annotations.NullMarked;
