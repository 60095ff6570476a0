/** What somebody tries out and keeps, and two such things side by side. */
@NullMarked
package org.jointflights.domain.scenario;

import org.jspecify.annotations.NullMarked;
